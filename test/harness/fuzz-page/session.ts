/** Many sequences in one browser, and what to say of one that fails. */
import fc from "fast-check";
import { DENSITIES } from "../../../src/settings/types.ts";
import { anyCase, type Case } from "./cases.ts";
import type { FuzzStage, Verdict } from "./run.ts";

/** Sequences on the stage at the same time. */
const TOGETHER = 12;
/** How long a failing sequence may go on being shortened, ms; one that is long is better than none. */
const SHORTENING = 40_000;

/**
 * Plays the sequences that the seeds `seed`, `seed + 1`, … `seed + count - 1` stand for.
 * @param mostFailures after this many no more are looked for
 */
export async function fuzz(
  stage: FuzzStage,
  seed: number,
  count: number,
  mostFailures: number,
): Promise<{ played: number; failures: string[] }> {
  const made = Array.from({ length: count }, (_, i) => ({
    seed: seed + i,
    case: fc.sample(anyCase, { seed: seed + i, numRuns: 1 })[0]!,
  }));
  const failures: string[] = [];
  let played = 0;
  for (const density of DENSITIES) {
    const alike = made.filter((each) => each.case.density === density);
    for (let at = 0; at < alike.length && failures.length < mostFailures; at += TOGETHER) {
      const some = alike.slice(at, at + TOGETHER);
      const verdicts = await stage.run(some.map((each) => each.case));
      played += verdicts.length;
      for (const [i, verdict] of verdicts.entries())
        if (verdict.differences.length > 0 && failures.length < mostFailures)
          failures.push(report(stage.browser, some[i]!.seed, verdict, await shorten(stage, verdict.case)));
    }
  }
  return { played, failures };
}

/** The shortest failing verdict found in time; `null` when the case does not fail again, alone and with time. */
async function shorten(stage: FuzzStage, failing: Case): Promise<Verdict | null> {
  const end = performance.now() + SHORTENING;
  let last: Verdict | null = null;
  const holds = fc.asyncProperty(anyCase, async (each) => {
    if (performance.now() > end) return true;
    const [verdict] = await stage.run([each]);
    if (verdict!.differences.length > 0) last = verdict!;
    return verdict!.differences.length === 0;
  });
  await fc.check(holds, { examples: [[failing]], numRuns: 1 });
  return last;
}

function report(browser: string, seed: number, found: Verdict, short: Verdict | null): string {
  const { case: each, log, differences } = short ?? found;
  const again = short ? "shortened" : "not seen a second time, so it depends on the moment; as it was";
  return [
    `${browser}, seed ${seed}: the page is not painted as a fresh read of it is; ${again} (marking ${each.density}):`,
    ...log.filter((line) => line !== "").map((line) => `    ${line}`),
    ...differences.map((line) => `  ${line}`),
    `  again: npm run fuzz:page -- --seed ${seed} --browser ${browser}`,
    "",
  ].join("\n");
}
