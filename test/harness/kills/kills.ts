/**
 * A real browser, killed while settings are being written, and started again on what it left on disk. A change counts as
 * acknowledged when the page that asked for it has its answer and this process has been told. In each lane one change is
 * under way at a time, so what is on disk afterwards is known up to that one.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { BrowserName } from "../../../scripts/lib/browsers.ts";
import type { ChangeResult } from "../../../src/messages/table.ts";
import type { SettingsIntent } from "../../../src/settings/change/apply.ts";
import { strictly } from "../../../src/settings/file/strict.ts";
import { readStored } from "../../../src/settings/stored.ts";
import { launch } from "../driver/launch.ts";
import { inPage, until } from "../driver/shared.ts";
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
      const kill = {
        after,
        acknowledged: sum(acknowledged) - sum(done),
        further: sum(found.done) - sum(acknowledged),
        flaws: [...refusals, ...found.flaws],
      };
      kills.push(kill);
      told(kill);
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
      const answer = await change(page, lane.next(acknowledged[index]!)).catch(() => null);
      if (dead) break;
      if (answer === null && acknowledged[index] === done[index]) {
        // The background has only just been started, and does not listen yet.
        await new Promise((resolve) => setTimeout(resolve, 25));
        continue;
      }
      if (answer === null) {
        refusals.push(`${lane.name}: not answered`);
        break;
      }
      if (!answer.ok) {
        refusals.push(`${lane.name}: refused: ${answer.error.join(" ")}`);
        break;
      }
      acknowledged[index]!++;
    }
  });
  try {
    await until("a change to be acknowledged", () => sum(acknowledged) > sum(done));
    await new Promise((resolve) => setTimeout(resolve, after));
  } finally {
    const killed = driver.kill();
    dead = true;
    await killed;
    await Promise.all(lanes);
  }
  return { acknowledged, refusals };
}

interface Api {
  runtime: { sendMessage(message: object): Promise<ChangeResult | undefined> };
  storage: { local: { get(key: null): Promise<Record<string, unknown>> } };
}
declare const browser: Api | undefined;
declare const chrome: Api;

async function change(page: Page, intent: SettingsIntent): Promise<ChangeResult | null> {
  const answer = await inPage(
    page,
    (intent: SettingsIntent) =>
      (typeof browser === "undefined" ? chrome : browser).runtime.sendMessage({
        type: "settings.change",
        request: { intents: [intent] },
      }),
    intent,
  );
  return answer ?? null;
}

/** What is on disk: each lane as far as it was acknowledged, or the one change further that was under way. */
async function readBack(driver: Driver, acknowledged: readonly number[]) {
  const page = await driver.openOwn("options.html");
  const items = await inPage(page, () =>
    (typeof browser === "undefined" ? chrome : browser).storage.local.get(null),
  );
  await page.close();
  const outcome = readStored(items, strictly);
  const flaws: string[] = [];
  if (outcome.kind !== "value")
    return { done: [...acknowledged], flaws: [`the settings are ${outcome.kind}`] };
  for (const { key, fault } of outcome.problems) flaws.push(`${key}: ${fault.join(" ")}`);
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
