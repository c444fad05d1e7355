/**
 * Whether a frame has room for a card. A card does not leave its frame, and in a ticker or a frame that is drawn smaller
 * than it is, nobody could read it; the popup's list has what it says.
 */
import { layoutWidth } from "../../page/dom/card-dom.ts";
import { boxOf } from "../../page/dom/dom.ts";
import { frameElementOf } from "../../page/dom/opacity.ts";

/** CSS px of the frame: half a card's width, the name with two lines of the body. */
const LEAST_WIDTH = 240;
const LEAST_HEIGHT = 200;

/** Letters drawn at less than this much of their size are not for reading. */
const LEAST_SCALE = 0.7;

export const hasRoomForCard = (window: Window): boolean =>
  window === window.top ||
  (window.innerWidth >= LEAST_WIDTH && window.innerHeight >= LEAST_HEIGHT && scaleOf(window) >= LEAST_SCALE);

/** By how much the pages around a frame make it larger; as far as they are of its own origin, no other can be asked. */
function scaleOf(window: Window): number {
  let scale = 1;
  for (let view = window; view !== view.parent; view = view.parent) {
    const frame = frameElementOf(view);
    if (!frame) break;
    scale *= boxOf(frame).width / layoutWidth(frame);
  }
  return scale;
}
