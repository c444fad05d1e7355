/** Presses in the page: on a mention they may open its card, elsewhere they close it. */
import { hasSelection, isInteractive } from "../page/dom/card-dom.ts";
import type { Point } from "../page/types.ts";
import { hear, isOfCard } from "./event-guard.ts";
import { asksForCard, type Press } from "./hover/click.ts";
import type { CardSettings } from "./types.ts";

export interface ClickOptions {
  settings(): CardSettings;
  /** A button, or a finger, went down outside of the card; or text was selected up to there. */
  onPress(at: Point): void;
  /** A click or a tap that would open the card of a mention, if there is one. */
  onAsked(at: Point, touch: boolean): void;
  signal: AbortSignal;
}

export function watchClicks({ settings, onPress, onAsked, signal }: ClickOptions): void {
  let press: Press | null = null;
  /** The card is not where the button went down. */
  let outside = false;
  hear(
    "pointerdown",
    (event) => {
      press = { at: { x: event.clientX, y: event.clientY }, touch: event.pointerType === "touch" };
      outside = !isOfCard(event);
      if (outside) onPress(press.at);
    },
    signal,
  );
  hear(
    "pointerup",
    (event) => {
      // Who has just selected text is going to copy it, and does not want a card over its end.
      if (outside && !press?.touch && hasSelection()) onPress({ x: event.clientX, y: event.clientY });
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
