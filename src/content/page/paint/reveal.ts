/**
 * Scrolls to a mention as a reader could: through boxes in boxes, from the inside out, and never in one that a reader could
 * not scroll back (`overflow: hidden`; `scrollIntoView` scrolls those as well, and leaves a slider between two slides).
 */
import { elementAround, scrollBy, scrollIntoView } from "../dom/dom.ts";
import { Visibility } from "../dom/visibility.ts";
import type { PageMention } from "../types.ts";

/**
 * Where in a box the line is to come to lie: 0 at its top, 1 at its foot. The later ones are for boxes that snap to
 * something else than was asked for.
 */
const HEIGHTS = [0.5, 0.1, 0.9];

/** Returns whether the mention is in sight now. */
export function bringIntoSight(mention: PageMention): boolean {
  const isInSight = HEIGHTS.some((height) => {
    // Measured anew for each box: the one inside has moved the line, though perhaps not as far as it was told to.
    for (
      let i = 0, way = new Visibility().wayTo(mention);
      way && i < way.boxes.length;
      way = new Visibility().wayTo(mention), i++
    ) {
      const { line, boxes } = way;
      const { element, box, scrollsX, scrollsY } = boxes[i]!;
      if (!element) continue;
      const isBeside = line.left < box.left || line.right > box.right;
      scrollBy(element, {
        left: scrollsX && isBeside ? (line.left + line.right - box.left - box.right) / 2 : 0,
        top: scrollsY ? (line.top + line.bottom) / 2 - box.top - height * (box.bottom - box.top) : 0,
        behavior: "instant",
      });
    }
    return new Visibility().parts(mention).length > 0;
  });
  // The frame may be out of sight in the page around it. In its own page there is nothing left for this to scroll.
  if (isInSight && window !== window.top) scrollIntoView(elementAround(mention.node)!);
  return isInSight;
}
