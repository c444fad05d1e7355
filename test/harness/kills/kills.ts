/**
 * A real browser, killed while settings are being written, and started again on what it left on disk. A change counts as
 * acknowledged when the page that asked for it has its answer and this process has been told. In each lane one change is
 * under way at a time, so what is on disk afterwards is known up to that one.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserName } from "../../../scripts/lib/browsers.ts";
import { canonical } from "../../../src/settings/parse.ts";
import { readStored } from "../../../src/settings/stored.ts";
import { askForChange, inExtension } from "../driver/extension-api.ts";
import { launch } from "../driver/launch.ts";
import { until } from "../driver/shared.ts";
import type { Driver } from "../driver/types.ts";
import { LANES } from "./lanes.ts";

export interface Kill {
  /** How long after the first acknowledged change, ms. */
  after: number;
  /** Changes acknowledged in this life of the browser. */
  acknowledged: number;
  /** Changes found afterwards whose answer the kill cut off. */
  further: number;
  /** What should not be: something lost, damaged, refused. */
  flaws: string[];
}

/** The longest that a browser goes on writing, ms. */
const LONGEST_LIFE = 800;

const wait = (ms: number) => new Promise((over) => setTimeout(over, ms));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Kills a browser `times` times on one profile; `told` hears of each. What was lost once counts as lost ever after. */
export async function killAgainAndAgain(
  name: BrowserName,
  times: number,
  told: (kill: Kill) => void = () => {},
): Promise<Kill[]> {
  const profile = await mkdtemp(join(tmpdir(), "sidelight-kills-"));
  const kills: Kill[] = [];
  let done = LANES.map(() => 0);
  let driver: Driver | null = null;
  try {
    driver = await launch(name, { offline: true, profile });
    for (let time = 0; time < times; time++) {
      const after = Math.random() * LONGEST_LIFE;
      const doomed: Driver = driver;
      driver = null;
      const { acknowledged, refusals } = await writeUntilKilled(doomed, done, after);
      driver = await launch(name, { offline: true, profile });
      const found = await readBack(driver, acknowledged);
      kills.push({
        after,
        acknowledged: sum(acknowledged) - sum(done),
        further: sum(found.done) - sum(acknowledged),
        flaws: [...refusals, ...found.flaws],
      });
      told(kills.at(-1)!);
      done = found.done;
    }
    return kills;
  } finally {
    await driver?.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** Every lane goes on from `done` until the browser is dead; answers how far each had come by what was acknowledged. */
async function writeUntilKilled(driver: Driver, done: readonly number[], after: number) {
  const page = await driver.openOwn("options.html");
  const acknowledged = [...done];
  const refusals: string[] = [];
  let dead = false;
  const lanes = LANES.map(async (lane, index) => {
    while (!dead) {
      // Rejects when the browser is killed meanwhile.
      const answer = await askForChange(page, lane.next(acknowledged[index]!)).catch(() => null);
      if (dead) break;
      if (answer?.ok) acknowledged[index]!++;
      // The background has only just been started, and does not listen yet.
      else if (!answer && acknowledged[index] === done[index]) await wait(25);
      else {
        refusals.push(`${lane.name}: ${answer ? `refused: ${answer.error.join(" ")}` : "not answered"}`);
        break;
      }
    }
  });
  try {
    await until("a change to be acknowledged", () => sum(acknowledged) > sum(done));
    await wait(after);
  } finally {
    const killed = driver.kill();
    dead = true;
    await killed;
    await Promise.all(lanes);
  }
  return { acknowledged, refusals };
}

/** What is on disk: each lane as far as it was acknowledged, or the one change further that was under way. */
async function readBack(driver: Driver, acknowledged: readonly number[]) {
  const page = await driver.openOwn("options.html");
  const items = await inExtension(page, ({ storage }) => storage.local.get(null));
  await page.close();
  const outcome = readStored(items, canonical);
  const flaws: string[] = [];
  if (outcome.kind !== "value")
    return { done: [...acknowledged], flaws: [`the settings are ${outcome.kind}`] };
  for (const { path, fault } of outcome.problems) flaws.push(`${path.join(".")}: ${fault.join(" ")}`);
  const done = LANES.map((lane, index) => {
    const known = acknowledged[index]!;
    for (const count of [known + 1, known]) if (lane.holds(outcome.settings, count)) return count;
    flaws.push(`${lane.name}: of ${known} acknowledged changes not all are there, and none further`);
    return known;
  });
  if (flaws.length === 0 && outcome.revision !== sum(done))
    flaws.push(`revision ${outcome.revision} after ${sum(done)} changes`);
  return { done, flaws };
}
