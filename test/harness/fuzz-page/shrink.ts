/** Takes operations out of a failing sequence for as long as it goes on failing. */
import type { Case } from "./cases.ts";
import { type FuzzStage, TOGETHER, type Verdict } from "./run.ts";

/** A sequence that was the same in the end is known to be after this, ms; one that is not is looked at again. */
const PATIENCE = 1_200;

/** What is shorter may go on being looked for, ms; a failure that is long is better than none. */
const TIME = 20_000;

/** The shortest failing verdict found in time; `null` when the case does not fail again. */
export async function shrink(stage: FuzzStage, failing: Case): Promise<Verdict | null> {
  let best = (await stage.run([failing]))[0]!;
  if (best.differences.length === 0) return null;
  const end = performance.now() + TIME;
  let size = Math.ceil(lengthOf(best.case) / 2);
  while (size >= 1 && performance.now() < end) {
    const shorter = await firstFailing(stage, without(best.case, size));
    if (shorter) best = shorter;
    else if (size === 1) break;
    size = Math.max(1, Math.min(shorter ? size : size >> 1, lengthOf(best.case)));
  }
  return best;
}

const PARTS = ["initial", "steps", "last"] as const;

const lengthOf = (each: Case): number => PARTS.reduce((sum, part) => sum + each[part].length, 0);

/** The case without each run of `size` operations, the late ones first. */
function without(each: Case, size: number): Case[] {
  const made: Case[] = [];
  for (let end = lengthOf(each); end > 0; end -= size) {
    let at = 0;
    const keep = () => at++ < end - size || at > end;
    const [initial, steps, last] = PARTS.map((part) => each[part].filter(keep));
    made.push({ ...each, initial: initial!, steps: steps!, last: last! });
  }
  return made;
}

async function firstFailing(stage: FuzzStage, cases: readonly Case[]): Promise<Verdict | null> {
  for (let from = 0; from < cases.length; from += TOGETHER) {
    const verdicts = await stage.run(cases.slice(from, from + TOGETHER), PATIENCE);
    for (const { case: each, differences } of verdicts) {
      if (differences.length === 0) continue;
      // Alone and with time, so that a crowded stage is not taken for a fault.
      const [again] = await stage.run([each]);
      if (again!.differences.length > 0) return again!;
    }
  }
  return null;
}
