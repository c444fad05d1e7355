/**
 * What holds for a while: a pause, in which nothing is marked anywhere, and names left unmarked for an hour. What is stored
 * is when it ends, so that it outlives the browser and ends without anybody awake to end it.
 */
import type { Settings } from "../types.ts";

/** How long a pause is, and “for an hour”, ms. */
export const HOUR = 3_600_000;

/** The longest that a browser's timer can wait, ms: it takes a longer one for none at all. */
export const LONGEST_WAIT = 2 ** 31 - 1;

/** How long the pause still lasts at a moment (ms of `Date.now()`), ms; 0 where there is none. */
export function pauseLeft({ pausedUntil }: Pick<Settings, "pausedUntil">, now: number): number {
  return Math.max(0, pausedUntil - now);
}

/** When the next of what holds for a while ends; `Infinity` for none. */
export function nextEnd(
  { pausedUntil, quiet }: Pick<Settings, "pausedUntil" | "quiet">,
  now: number,
): number {
  let next = Number.POSITIVE_INFINITY;
  for (const end of [pausedUntil, ...quiet.map(({ until = 0 }) => until)])
    if (end > now && end < next) next = end;
  return next;
}
