/**
 * Whether the reader is busy with something else. Pure: times come in as ms of one clock. Pauses are remembered as
 * the time they end, so that nothing has to be reset.
 */
import { SCROLL_PAUSE, SELECTION_PAUSE, TYPING_PAUSE } from "../delays.ts";

export interface InputState {
  /** Mouse buttons that are down (`PointerEvent.buttons`). */
  buttons: number;
  /** An input method is composing. */
  composing: boolean;
  /** No card by hover before this time, ms. */
  until: number;
}

export const NO_INPUT: InputState = { buttons: 0, composing: false, until: 0 };

export type Activity = "typing" | "scrolling" | "selecting";

const PAUSE: Readonly<Record<Activity, number>> = {
  typing: TYPING_PAUSE,
  scrolling: SCROLL_PAUSE,
  selecting: SELECTION_PAUSE,
};

export const pausedBy = (busy: InputState, doing: Activity, now: number): InputState => ({
  ...busy,
  until: Math.max(busy.until, now + PAUSE[doing]),
});

/** How long until a pause is over, ms; 0 when there is none, infinity while a button is down or text is composed. */
export const freeIn = (busy: InputState, now: number): number =>
  busy.buttons !== 0 || busy.composing ? Number.POSITIVE_INFINITY : Math.max(0, busy.until - now);

/** Keys that only modify others. Holding one is how a card is asked for in modifier mode, so it is not typing. */
const MODIFIER_KEYS = new Set(["Alt", "AltGraph", "Control", "Shift", "Meta", "CapsLock", "Fn", "NumLock"]);
export const isModifierKey = (key: string): boolean => MODIFIER_KEYS.has(key);
