/** What of the page comes to lie under or over the open card. */

import { boxOf, contains, matches } from "../page/dom/card-dom.ts";
import { overlap } from "./place/boxes.ts";
import type { CardView } from "./view/card-view.tsx";

export const isUnder = ({ card }: CardView, target: EventTarget | null): boolean =>
  target instanceof Element && overlap(boxOf(target), card);

/** Whether a dialog or popover of the page lies over the card: it may be there to catch its presses. */
export function liesOver(view: CardView, target: EventTarget | null): boolean {
  if (target === view.host || !(target instanceof Element)) return false;
  if (matches(target, ":modal")) return !contains(target, view.host);
  return matches(target, ":popover-open") && isUnder(view, target);
}
