/** Moments as the interface's language writes them: ms of `Date.now()`, in the reader's time zone. */
import { language } from "./t.ts";

const DAY = 86_400_000;

/** "28 Nov 2026, 08:41" */
export function dateAndTime(at: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** "08:41" */
export function timeOfDay(at: number): string {
  return new Intl.DateTimeFormat(language(), { timeStyle: "short" }).format(at);
}

/** A moment to come, as short as it can be said: the time of day alone within the next day. */
export function momentAfter(at: number, now: number): string {
  return at - now >= DAY ? dateAndTime(at) : timeOfDay(at);
}
