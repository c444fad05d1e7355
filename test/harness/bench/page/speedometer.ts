/**
 * Speedometer, WebKit's benchmark of applications on the web, none of whose pages has a name of ours: its score without any
 * extension, with an empty content script, and with the shipped build. It runs from a checkout that the reader names.
 */
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { inPage, until } from "../../driver/shared.ts";
import type { Driver } from "../../driver/types.ts";
import { serve } from "../../serve.ts";
import { median, type Row, ratio, shown } from "../turns.ts";
import { byTurns, type Side } from "./sides.ts";

/** How often it goes through all its suites in one turn. */
const ITERATIONS = 2;
/** ms. */
const PATIENCE = 1_200_000;
/** Asking is work for the page as well: not too often, ms. */
const BETWEEN_LOOKS = 2_000;

const SCORE = "Score";

/** Of one run: the score, the more the better, and the time of each suite, ms, by their names. */
type Results = Record<string, number>;

declare global {
  /** Speedometer's own. */
  var benchmarkClient: { metrics: Record<string, { mean: number }> };
}

export async function measureSpeedometer(name: BrowserName, folder: string, turns: number): Promise<Row[]> {
  const server = await serve({ speedometer: resolve(folder) });
  try {
    const address = `${server.address}speedometer/index.html?startAutomatically&iterationCount=${ITERATIONS}`;
    const results = await byTurns(name, turns, (driver) => run(driver, address));
    const names = Object.keys(results.none[0]!);
    return [SCORE, ...names.filter((each) => each !== SCORE)].map((what): Row => {
      const of = (side: Side) => median(results[side].map((each) => each[what]!));
      const [none, empty, ours] = [of("none"), of("empty"), of("ours")];
      // A suite's is a time: its score is what is left of it the other way round.
      const scores = (a: number, b: number) => (what === SCORE ? ratio(a, b, 3) : ratio(b, a, 3));
      return {
        what: what === SCORE ? "score" : `${what} (ms)`,
        ...{ none: shown(none), empty: shown(empty), ours: shown(ours) },
        "score, empty ÷ none": scores(empty, none),
        "ours ÷ none": scores(ours, none),
        "ours ÷ empty": scores(ours, empty),
        turns,
      };
    });
  } finally {
    await server.close();
  }
}

async function run(driver: Driver, address: string): Promise<Results> {
  const { page } = await driver.open(address);
  const results = await until(
    "Speedometer's result",
    async () => {
      await pause(BETWEEN_LOOKS);
      return inPage(page, () => {
        if (!document.querySelector("#result-number")?.textContent?.trim()) return null;
        // Suites and sums have names; their steps, names with a slash.
        const whole = Object.entries(benchmarkClient.metrics).filter(([name]) => !name.includes("/"));
        return Object.fromEntries(whole.map(([name, { mean }]) => [name, mean]));
      });
    },
    PATIENCE,
  );
  console.error(`  score ${shown(results[SCORE]!)}`);
  const isSuite = (name: string) => !/^(Geomean$|Iteration-)/.test(name);
  return Object.fromEntries(Object.entries(results).filter(([name]) => isSuite(name)));
}
