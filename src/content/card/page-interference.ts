/** What of the page closes an open card: what comes to lie over it, and the page's own end. */
import { contains, listenTrusted } from "../page/dom/card-dom.ts";
import { boxOf, isHidden, matches } from "../page/dom/dom.ts";
import { hear, isOfCard } from "./event-guard.ts";
import type { HoverEvent } from "./hover/machine.ts";
import { overlap } from "./place/boxes.ts";
import type { CardView } from "./view/card-view.tsx";

export function watchInterference(
  view: () => CardView | null,
  send: (event: HoverEvent) => void,
  signal: AbortSignal,
): void {
  const passive = { capture: true, passive: true, signal };
  const off = () => send({ type: "off" });
  hear(
    "focusin",
    (event) => {
      const open = view();
      // The focus must not go to where the card hides it.
      if (open && !isOfCard(event) && isUnder(open, event.target)) send({ type: "typing" });
    },
    signal,
  );
  const onToggle = ({ target }: Event) => {
    const open = view();
    if (open && liesOver(open, target)) off();
  };
  listenTrusted(window, "toggle", onToggle, passive);
  // What is fullscreen then lies over the card, and makes it inert.
  listenTrusted(document, "fullscreenchange", off, passive);
  listenTrusted(document, "visibilitychange", () => isHidden(document) && send({ type: "hidden" }), passive);
  listenTrusted(window, "pagehide", off, passive);
}

const isUnder = ({ card }: CardView, target: EventTarget | null): boolean =>
  target instanceof Element && overlap(boxOf(target), card);

/** Whether a dialog or popover of the page lies over the card: it may be there to catch its presses. */
function liesOver(view: CardView, target: EventTarget | null): boolean {
  if (target === view.host || !(target instanceof Element)) return false;
  if (matches(target, ":modal")) return !contains(target, view.host);
  return matches(target, ":popover-open") && isUnder(view, target);
}
