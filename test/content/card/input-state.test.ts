import { describe, expect, test } from "vitest";
import { SCROLL_PAUSE, TYPING_PAUSE } from "../../../src/content/card/delays.ts";
import { freeIn, isModifierKey, NO_INPUT, pausedBy } from "../../../src/content/card/hover/input-state.ts";

describe("a reader who is busy", () => {
  test("a key, then a scroll: the longer pause counts, and it ends by itself", () => {
    const busy = pausedBy(pausedBy(NO_INPUT, "typing", 1000), "scrolling", 1000);
    expect(freeIn(busy, 1000 + SCROLL_PAUSE)).toBe(TYPING_PAUSE - SCROLL_PAUSE);
    expect(freeIn(busy, 999 + TYPING_PAUSE)).toBe(1);
    expect(freeIn(busy, 1000 + TYPING_PAUSE)).toBe(0);
  });
  test("a button that is down, a composing input method", () => {
    expect(freeIn(NO_INPUT, 0)).toBe(0);
    expect(freeIn({ ...NO_INPUT, buttons: 1 }, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(freeIn({ ...NO_INPUT, composing: true }, 0)).toBe(Number.POSITIVE_INFINITY);
  });
  test("holding a modifier is not typing", () => {
    expect(["Alt", "Control", "Shift"].every(isModifierKey)).toBe(true);
    expect(["a", "Escape", "Enter"].some(isModifierKey)).toBe(false);
  });
});
