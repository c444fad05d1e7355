/** Presses in the page: on a mention they may open its card, elsewhere they close it. */
import { hasSelection, isInteractive } from "../page/dom/card-dom.ts";
import type { Point } from "../page/types.ts";
import { hear, isOfCard } from "./event-guard.ts";
import { asksForCard, type Press } from "./hover/click.ts";
import type { CardSettings } from "./types.ts";

export interface ClickOptions {
  settings(): CardSettings;
  /** A button, or a finger, went down outside of the card. */
  onPress(at: Point): void;
  /** A click or a tap that would open the card of a mention, if there is one. */
  onAsked(at: Point, touch: boolean): void;
  signal: AbortSignal;
}

export function watchClicks({ settings, onPress, onAsked, signal }: ClickOptions): void {
  let press: Press | null = null;
  hear(
    "pointerdown",
    (event) => {
      press = { at: { x: event.clientX, y: event.clientY }, touch: event.pointerType === "touch" };
      if (!isOfCard(event)) onPress(press.at);
    },
    signal,
  );
  hear(
    "click",
    (event) => {
      const pressed = press;
      press = null;
      if (!pressed || isOfCard(event) || !asksForCard(pressed, event, settings().openBy)) return;
      // A click on a link is a click on the link.
      if (hasSelection() || isInteractive(event)) return;
      onAsked({ x: event.clientX, y: event.clientY }, pressed.touch);
    },
    signal,
  );
}
