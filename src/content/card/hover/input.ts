/**
 * What the reader is doing: buttons, modifier keys, writing, selecting, scrolling. The controller asks whether a
 * card may come; what has to be known at once it is told.
 */

import { addListener, hasSelection, listen } from "../../page/dom/card-dom.ts";
import { hear } from "../event-guard.ts";
import { type Activity, freeIn, type InputState, isBusy, NO_INPUT, pausedBy } from "./input-state.ts";

export interface InputWatchOptions {
  window: Window;
  document: Document;
  signal: AbortSignal;
  /** Something began during which no card may come. */
  onInterrupted(): void;
  /** Text is being written. */
  onTyping(event: Event): void;
}

export interface InputWatch {
  busy(): boolean;
  /** How long until they are free, ms; infinity when only the reader knows. */
  freeIn(): number;
  /** A button is down: something is pressed, dragged or selected. */
  pressing(): boolean;
  holds(modifier: "alt" | "ctrl" | "shift"): boolean;
  /** A pointer or key event went by: its modifiers are the newest. */
  note(event: { altKey: boolean; ctrlKey: boolean; shiftKey: boolean }): void;
  pause(doing: Activity): void;
}

export function watchInput({
  window,
  document,
  signal,
  onInterrupted,
  onTyping,
}: InputWatchOptions): InputWatch {
  let state: InputState = NO_INPUT;
  let held = { alt: false, ctrl: false, shift: false };

  const note: InputWatch["note"] = ({ altKey, ctrlKey, shiftKey }) => {
    held = { alt: altKey, ctrl: ctrlKey, shift: shiftKey };
  };
  const pause = (doing: Activity) => {
    state = pausedBy(state, doing, performance.now());
    onInterrupted();
  };
  const pointer = (event: PointerEvent) => {
    note(event);
    // A finger that is lifted or taken over by scrolling leaves `buttons` as it was in some engines. A mouse is only ever
    // taken over by a drag: no button is said to be down then, no move comes before the drop, and the last one may have
    // ended on a mark.
    const finger = event.pointerType === "touch";
    if (event.type === "pointercancel" && !finger) return;
    const up = finger && event.type !== "pointerdown";
    state = { ...state, buttons: up ? 0 : event.buttons };
  };
  const composing = (on: boolean) => () => {
    state = { ...state, composing: on };
  };

  const options = { capture: true, passive: true, signal };
  for (const type of ["pointermove", "pointerdown", "pointerup", "pointercancel"] as const)
    hear(type, pointer, signal);
  listen(window, "compositionstart", composing(true), options);
  // Chromium's own event is not trusted; heeded it must be, or no card would ever come again. A page that forges it can
  // only have a card come sooner.
  addListener(window, "compositionend", composing(false), options);
  listen(window, "beforeinput", onTyping, options);
  listen(window, "scroll", () => pause("scrolling"), options);
  listen(document, "selectionchange", () => hasSelection(document) && pause("selecting"), options);

  return {
    busy: () => isBusy(state, performance.now()),
    freeIn: () => freeIn(state, performance.now()),
    pressing: () => state.buttons !== 0,
    holds: (modifier) => held[modifier],
    note,
    pause,
  };
}
