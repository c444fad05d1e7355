/** What of the page comes to lie under or over the open card. */
import { meet } from "./boxes.ts";
import type { CardView } from "./view.tsx";

export const isUnder = ({ card }: CardView, target: EventTarget | null): boolean =>
  target instanceof Element && meet(target.getBoundingClientRect(), card);

/** Whether a dialog or popover of the page lies over the card: it may be there to catch its presses. */
export function liesOver(view: CardView, target: EventTarget | null): boolean {
  if (target === view.host || !(target instanceof Element)) return false;
  if (target.matches(":modal")) return !target.contains(view.host);
  return target.matches(":popover-open") && isUnder(view, target);
}
