/** The card's surface, made to fit where it stands: its limits follow from the place, and the place from its size. */

import type { Box } from "./boxes.ts";
import { LOW_WINDOW, SHEET_WIDTH } from "./distances.ts";
import { placeCard, spacing } from "./placement.ts";

/** em; the same as in card.css. */
const HEIGHT_LIMIT = 34;

/** px. In a card lower than this head and foot would leave the body no room: all of it scrolls, under the name. */
const SHORT = 260;

/** em. Two lines of the body; where there is no room for that much under the name, the name scrolls as well. */
const TWO_LINES = 2.8;

export interface LayoutInput {
  /** The line box of the mention, and what can be seen of the page; CSS px of the viewport. */
  line: Box;
  viewport: Box;
  /** Of the text around the mention. */
  direction: "ltr" | "rtl";
  /** Something of the page that it must not cover. */
  avoid?: Box | undefined;
  /** Opened by a finger. */
  touch: boolean;
}

/** Limits the surface to the place beside the line that suits it best, and answers where that is. */
export function layOutCard(
  surface: HTMLElement,
  { line, viewport, direction, avoid, touch }: LayoutInput,
): { x: number; y: number } {
  const part = (name: string) => surface.querySelector<HTMLElement>(name)!;
  const scroller = part(".sl-scroll");
  const narrow = viewport.width < SHEET_WIDTH;
  const sheet = touch && narrow;
  const limit = (width: number) => surface.style.setProperty("--sl-max-width", `${width}px`);
  const em = Number.parseFloat(getComputedStyle(surface).fontSize);
  surface.toggleAttribute("data-sheet", sheet || (narrow && viewport.height < LOW_WINDOW));
  limit(viewport.width - (sheet ? 0 : 2 * spacing(viewport).margin));
  const measured = () => {
    // As tall as it would be without the limit of its last place. (Lifting that limit to measure would scroll the
    // body back to its beginning.)
    const hidden =
      scroller.scrollHeight - scroller.clientHeight + surface.scrollHeight - surface.clientHeight;
    return { width: surface.offsetWidth, height: Math.min(surface.offsetHeight + hidden, HEIGHT_LIMIT * em) };
  };
  const placed = () => {
    const found = placeCard({ reference: line, card: measured(), viewport, direction, avoid, sheet });
    limit(found.maxWidth);
    surface.style.setProperty("--sl-max-height", `${found.maxHeight}px`);
    const short = found.maxHeight < SHORT;
    surface.toggleAttribute("data-short", short);
    if (short) keepName(found.maxHeight);
    return found;
  };
  /** What stands above the name scrolls away; the name, with the buttons, stays. */
  const keepName = (height: number) => {
    const above = part(".sl-kind").offsetHeight;
    const kept = part(".sl-head").offsetHeight - above;
    surface.style.setProperty("--sl-above", `${above}px`);
    surface.style.setProperty("--sl-kept", `${kept}px`);
    surface.toggleAttribute("data-tiny", height - kept < TWO_LINES * em);
  };
  const wide = surface.offsetWidth;
  const found = placed();
  // What fits beside the line may be narrower, and then it is taller; what is short is laid out anew.
  return surface.offsetWidth === wide && !surface.hasAttribute("data-short") ? found : placed();
}
