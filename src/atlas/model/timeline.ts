/**
 * Events on a line of time. A date that is only a month or a year is a span; years without events are folded up, so that the
 * others have room. Pure; days are counted from 1 January 1970.
 */
import type { AnalysisEvent } from "../../pack/types.ts";

/** Days: from the first one on, up to the last one and not with it. */
export interface Span {
  from: number;
  to: number;
}

const DAY = 86_400_000;
const day = (year: number, month = 0, date = 1): number => Math.round(Date.UTC(year, month, date) / DAY);

/** `2022-12` → all of December 2022. `null` for what is no date. */
export function spanOf(date: string): Span | null {
  const [, year, month, date_] =
    /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/.exec(date)?.map(Number) ?? [];
  if (year === undefined) return null;
  if (!month) return { from: day(year), to: day(year + 1) };
  if (!date_) return { from: day(year, month - 1), to: day(year, month) };
  return { from: day(year, month - 1, date_), to: day(year, month - 1, date_ + 1) };
}

/** A year, or several without events as one. */
interface Stretch extends Span {
  /** The year; `null` where several are folded up. */
  year: number | null;
  /** Where it is on the line, 0 to 1. */
  start: number;
  end: number;
}

export interface TimeScale {
  stretches: readonly Stretch[];
  /** Where a day is on the line, 0 to 1. */
  at(day: number): number;
}

/** Widths to one another: a year with months in it, one without, and what is folded up. */
const DETAILED = 3;
const PLAIN = 1;
const FOLDED = 0.5;

export function timeScale(events: readonly Pick<AnalysisEvent, "date">[]): TimeScale {
  const years = new Map<number, boolean>();
  for (const { date } of events) {
    if (!spanOf(date)) continue;
    const year = Number(date.slice(0, 4));
    years.set(year, (years.get(year) ?? false) || date.length > 4);
  }
  const parts: Array<{ year: number | null; from: number; to: number; width: number }> = [];
  let last: number | null = null;
  for (const year of [...years.keys()].sort((a, b) => a - b)) {
    if (last !== null && year > last + 1)
      parts.push({ year: null, from: day(last + 1), to: day(year), width: FOLDED });
    parts.push({ year, from: day(year), to: day(year + 1), width: years.get(year) ? DETAILED : PLAIN });
    last = year;
  }
  const whole = parts.reduce((sum, { width }) => sum + width, 0);
  let reached = 0;
  const stretches = parts.map(({ width, ...part }): Stretch => {
    const start = reached / whole;
    reached += width;
    return { ...part, start, end: reached / whole };
  });
  const at = (when: number): number => {
    const part = stretches.find(({ to }) => when < to) ?? stretches.at(-1);
    if (!part) return 0;
    const share = Math.min(1, Math.max(0, (when - part.from) / (part.to - part.from)));
    return part.start + share * (part.end - part.start);
  };
  return { stretches, at };
}
