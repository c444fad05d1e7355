/**
 * The pause: nothing is marked for a while, anywhere. What is stored is when it ends, so that it outlives the browser and
 * ends without anybody awake to end it.
 */
import type { Settings } from "./types.ts";

/** How long a pause is, ms. */
export const PAUSE = 3_600_000;

/** How long the pause still lasts at a moment (ms of `Date.now()`), ms; 0 where there is none. */
export function pauseLeft({ pausedUntil }: Pick<Settings, "pausedUntil">, now: number): number {
  return Math.max(0, pausedUntil - now);
}

/** The longest that a browser's timer can wait, ms: it takes a longer one for none at all. */
export const LONGEST_WAIT = 2 ** 31 - 1;
