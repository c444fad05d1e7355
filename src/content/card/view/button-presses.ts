/**
 * Presses on the card's buttons. The window's listener keeps a press from the page (event-guard.ts), and with it from the
 * button: so the button is found by where the press was, or by the focus, and pressed again out of the page's hearing.
 */

import { press } from "../../../entity/trusted.ts";
import { hear, isOfCard } from "../event-guard.ts";

/** Hands presses on to the buttons under a root until the signal aborts. Links and scrollers act by themselves. */
export function forwardPresses(root: ShadowRoot, signal: AbortSignal): void {
  const buttonAt = (event: MouseEvent) =>
    isOfCard(event) ? (root.elementFromPoint(event.clientX, event.clientY)?.closest("button") ?? null) : null;
  /** The button that the pointer went down on; `undefined` where it did not go down. */
  let began: Element | null | undefined;
  hear(
    "pointerdown",
    (event) => {
      began = buttonAt(event);
    },
    signal,
  );
  hear(
    "click",
    (event) => {
      // Keys and screen readers click what has the focus, at no place.
      const byKey = event.detail === 0;
      const button = byKey ? (root.activeElement?.closest("button") ?? null) : buttonAt(event);
      const drawnOnto = !byKey && began !== undefined && began !== button;
      began = undefined;
      if (!isOfCard(event)) return undefined;
      // Pressed by other means than we know of: it goes the ordinary way.
      if (!button && byKey) return "pass";
      if (button && !drawnOnto) press(button);
      return undefined;
    },
    signal,
  );
}
