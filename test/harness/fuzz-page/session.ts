/** Many sequences in one browser, and what to say of those that fail. */
import { DENSITIES } from "../../../src/settings/types.ts";
import { makeCase } from "./cases.ts";
import type { FuzzStage, Verdict } from "./run.ts";
import { TOGETHER } from "./run.ts";
import { shrink } from "./shrink.ts";

export interface Fuzzed {
  played: number;
  /** One report each. */
  failures: string[];
}

/**
 * Plays the sequences `seed`, `seed + 1`, … `seed + count - 1`.
 * @param mostFailures after this many no more are looked for
 */
export async function fuzz(
  stage: FuzzStage,
  seed: number,
  count: number,
  mostFailures: number,
  tell: (line: string) => void = () => {},
): Promise<Fuzzed> {
  const fuzzed: Fuzzed = { played: 0, failures: [] };
  const cases = Array.from({ length: count }, (_, i) => makeCase(seed + i));
  for (const density of DENSITIES) {
    const alike = cases.filter((each) => each.density === density);
    for (let at = 0; at < alike.length && fuzzed.failures.length < mostFailures; at += TOGETHER) {
      const verdicts = await stage.run(alike.slice(at, at + TOGETHER));
      fuzzed.played += verdicts.length;
      for (const verdict of verdicts) {
        if (verdict.differences.length === 0 || fuzzed.failures.length >= mostFailures) continue;
        const failure = report(stage.browser, verdict, await shrink(stage, verdict.case));
        fuzzed.failures.push(failure);
        tell(failure);
      }
    }
  }
  return fuzzed;
}

function report(browser: string, found: Verdict, shrunk: Verdict | null): string {
  const { case: each, log, differences } = shrunk ?? found;
  const again = shrunk
    ? `shortened to ${each.initial.length + each.steps.length + each.last.length} operations (marking ${each.density})`
    : "not seen a second time: it depends on the moment. As it was";
  return [
    `${browser}, seed ${each.seed}: the page is not painted as a fresh read of it is; ${again}:`,
    ...log.filter((line) => line !== "").map((line) => `    ${line}`),
    ...differences.map((line) => `  ${line}`),
    `  again: npm run fuzz:page -- --seed ${each.seed} --browser ${browser}`,
    "",
  ].join("\n");
}
