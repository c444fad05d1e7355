/**
 * What the reader is doing: buttons, modifier keys, writing, selecting, scrolling. It is asked whether a card may come;
 * what has to be known at once it tells.
 */

import { hasSelection, listenTrusted } from "../../page/dom/card-dom.ts";
import { listen } from "../../page/dom/dom.ts";
import { hear } from "../event-guard.ts";
import { type Activity, freeIn, type InputState, NO_INPUT, pausedBy } from "./input-state.ts";

export interface InputOptions {
  /** Something began during which no card may come. */
  onInterrupted(): void;
  /** Text is being written. */
  onTyping(): void;
  signal: AbortSignal;
}

export class InputWatch {
  readonly #onInterrupted: () => void;
  #state: InputState = NO_INPUT;
  #held = { alt: false, ctrl: false, shift: false };

  constructor({ onInterrupted, onTyping, signal }: InputOptions) {
    this.#onInterrupted = onInterrupted;
    const options = { capture: true, passive: true, signal };
    for (const type of ["pointermove", "pointerdown", "pointerup", "pointercancel"] as const)
      hear(type, (event) => this.#notePointer(event), signal);
    listenTrusted(window, "compositionstart", () => this.#noteComposing(true), options);
    // Chromium's own event is not trusted; heeded it must be, or no card would ever come again. A page that forges it can
    // only have a card come sooner.
    listen(window, "compositionend", () => this.#noteComposing(false), options);
    listenTrusted(window, "beforeinput", onTyping, options);
    listenTrusted(window, "scroll", () => this.pause("scrolling"), options);
    listenTrusted(document, "selectionchange", () => hasSelection() && this.pause("selecting"), options);
  }

  /** How long until the reader is free, ms: 0 where they are, infinity where only they know. */
  get freeIn(): number {
    return freeIn(this.#state, performance.now());
  }

  /** A button is down: something is pressed, dragged or selected. */
  get isPressing(): boolean {
    return this.#state.buttons !== 0;
  }

  holds(modifier: "alt" | "ctrl" | "shift"): boolean {
    return this.#held[modifier];
  }

  /** A pointer or key event went by: its modifiers are the newest. */
  noteModifiers({
    altKey,
    ctrlKey,
    shiftKey,
  }: {
    altKey: boolean;
    ctrlKey: boolean;
    shiftKey: boolean;
  }): void {
    this.#held = { alt: altKey, ctrl: ctrlKey, shift: shiftKey };
  }

  pause(activity: Activity): void {
    this.#state = pausedBy(this.#state, activity, performance.now());
    this.#onInterrupted();
  }

  #notePointer(event: PointerEvent): void {
    this.noteModifiers(event);
    // A finger that is lifted or taken over by scrolling leaves `buttons` as it was in some engines. A mouse is only ever
    // taken over by a drag: no button is said to be down then, no move comes before the drop, and the last one may have
    // ended on a mark.
    const finger = event.pointerType === "touch";
    if (event.type === "pointercancel" && !finger) return;
    const up = finger && event.type !== "pointerdown";
    this.#state = { ...this.#state, buttons: up ? 0 : event.buttons };
  }

  #noteComposing(composing: boolean): void {
    this.#state = { ...this.#state, composing };
  }
}
