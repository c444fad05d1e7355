/** Keys in the page: Escape closes a card, modifiers may ask for one, and all others mean that the reader is writing. */
import { hear, isOfCard } from "./event-guard.ts";
import { isModifierKey } from "./hover/input-state.ts";

export interface KeyboardOptions {
  input: { noteModifiers(event: KeyboardEvent): void; pause(activity: "typing"): void };
  isOpen(): boolean;
  /** A modifier was pressed or let go: the pointer may mean something now. */
  onModifier(): void;
  onDismiss(): void;
  /** Escape was pressed here, and no card is open: one may be in another frame, which hears no keys. */
  onEscape(): void;
  signal: AbortSignal;
}

export function watchKeyboard(options: KeyboardOptions): void {
  const { input, isOpen, onModifier, onDismiss, onEscape, signal } = options;
  /** The press closed a card, so its end is no business of the page either. */
  let swallowsEscape = false;

  const dismiss = (event: KeyboardEvent) => {
    if (isOpen()) {
      // One press, one thing: it closes the card and not the dialog beneath.
      event.preventDefault();
      event.stopImmediatePropagation();
      swallowsEscape = true;
    }
    // Whether another frame has a card cannot be known before the key has gone its way: the page hears it as well.
    else if (window.length > 0 || window !== window.top) onEscape();
    onDismiss();
  };
  hear(
    "keydown",
    (event) => {
      if (event.isComposing) return;
      input.noteModifiers(event);
      if (event.key === "Escape") dismiss(event);
      else if (isModifierKey(event.key)) onModifier();
      else if (!isOfCard(event)) input.pause("typing");
    },
    signal,
  );
  hear(
    "keyup",
    (event) => {
      if (event.key === "Escape") {
        if (swallowsEscape) event.stopImmediatePropagation();
        swallowsEscape = false;
      }
      input.noteModifiers(event);
      if (isModifierKey(event.key)) onModifier();
    },
    signal,
  );
}
