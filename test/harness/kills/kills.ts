/**
 * A real browser, killed while settings or packs are being written, and started again on what it left on disk. A change counts as
 * acknowledged when the page that asked for it has its answer and this process has been told. In each lane one change is
 * under way at a time, so what is on disk afterwards is known up to that one.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { BrowserName } from "../../../scripts/lib/browsers.ts";
import { launch } from "../driver/launch.ts";
import { until } from "../driver/shared.ts";
import type { Driver } from "../driver/types.ts";
import { type Subject, sum } from "./subject.ts";

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

/** Kills a browser `times` times on one profile; `told` hears of each. What was lost once counts as lost ever after. */
export async function killAgainAndAgain<Change, Found>(
  name: BrowserName,
  subject: Subject<Change, Found>,
  times: number,
  told: (kill: Kill) => void = () => {},
): Promise<Kill[]> {
  const profile = await mkdtemp(join(tmpdir(), "sidelight-kills-"));
  const kills: Kill[] = [];
  let done = subject.lanes.map(() => 0);
  let driver: Driver | null = null;
  try {
    driver = await launch(name, { offline: true, profile });
    await subject.prepare(await driver.openOwn("options.html"));
    for (let time = 0; time < times; time++) {
      const after = Math.random() * LONGEST_LIFE;
      const doomed: Driver = driver;
      driver = null;
      const { acknowledged, refusals } = await writeUntilKilled(doomed, subject, done, after);
      driver = await launch(name, { offline: true, profile });
      const found = await readBack(driver, subject, acknowledged);
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
async function writeUntilKilled<Change, Found>(
  driver: Driver,
  { lanes, ask }: Subject<Change, Found>,
  done: readonly number[],
  after: number,
) {
  const page = await driver.openOwn("options.html");
  const acknowledged = [...done];
  const refusals: string[] = [];
  let dead = false;
  const writing = lanes.map(async (lane, index) => {
    while (!dead) {
      // Rejects when the browser is killed meanwhile.
      const answer = await ask(page, lane.next(acknowledged[index]!)).catch(() => null);
      if (dead) break;
      if (answer === "") acknowledged[index]!++;
      // The background has only just been started, and does not listen yet.
      else if (answer === null && acknowledged[index] === done[index]) await pause(25);
      else {
        refusals.push(`${lane.name}: ${answer === null ? "not answered" : `refused: ${answer}`}`);
        break;
      }
    }
  });
  try {
    await until("a change to be acknowledged", () => sum(acknowledged) > sum(done));
    await pause(after);
  } finally {
    const killed = driver.kill();
    dead = true;
    await killed;
    await Promise.all(writing);
  }
  return { acknowledged, refusals };
}

/** What is on disk: each lane as far as it was acknowledged, or the one change further that was under way. */
async function readBack<Change, Found>(
  driver: Driver,
  { lanes, read }: Subject<Change, Found>,
  acknowledged: readonly number[],
) {
  const page = await driver.openOwn("options.html");
  const { found, flaws } = await read(page);
  await page.close();
  const lost: string[] = [];
  const done = lanes.map((lane, index) => {
    const known = acknowledged[index]!;
    if (found === null) return known;
    for (const count of [known + 1, known]) if (lane.holds(found, count)) return count;
    lost.push(`${lane.name}: of ${known} acknowledged changes not all are there, and none further`);
    return known;
  });
  return { done, flaws: [...lost, ...flaws(done)] };
}
