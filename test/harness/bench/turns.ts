/** Timing by turns, so that noise falls on all alike, and what to make of the times. */

/** What was measured, as a table has it. */
export type Row = Record<string, string | number | null>;

/** Each contender once a round, in an order that shifts; two rounds to warm up, uncounted. Answers ms. */
export function takeTurns(
  contenders: Readonly<Record<string, () => number>>,
  rounds: number,
): Map<string, number[]> {
  const entries = Object.entries(contenders);
  const times = new Map<string, number[]>(entries.map(([name]) => [name, []]));
  for (let round = -2; round < rounds; round++)
    for (const [name, run] of inTurn(entries, Math.max(round, 0))) {
      const start = performance.now();
      run();
      if (round >= 0) times.get(name)!.push(performance.now() - start);
    }
  return times;
}

/** The list from its `round`-th on, and then its beginning. */
export function inTurn<T>(list: readonly T[], round: number): T[] {
  const first = round % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}

export const sum = (times: readonly number[]): number => times.reduce((total, time) => total + time, 0);

export function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1]!;
}

/**
 * Field by field the least of all rounds: whatever else the machine does can only add to a time. Counts are the same in
 * all rounds.
 */
export function least<T extends object>(runs: readonly T[]): T {
  const fields = Object.keys(runs[0]!) as Array<keyof T>;
  return Object.fromEntries(
    fields.map((field) => [field, Math.min(...runs.map((run) => run[field] as number))]),
  ) as T;
}

/** As a table shows it. */
export const shown = (time: number): number => Number(time.toFixed(time < 10 ? 2 : 1));
/** A row of a table of figures; `budget` is the most that it may be, `null` where nobody has said. */
export const figure = (what: string, is: number, budget: number | null = null): Row => ({
  ...{ what, is: shown(is), budget },
});
export const ratio = (a: number, b: number, digits = 2): number => Number((a / b).toFixed(digits));
