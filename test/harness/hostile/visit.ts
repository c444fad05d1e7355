/** One hostile page in a browser with the extension and in one without, and everything that differs. */
import { hover, leave, textsOf } from "../driver/marks.ts";
import { until } from "../driver/shared.ts";
import type { Driver, WebPage } from "../driver/types.ts";
import type { Expectation, HostileCase } from "./cases.ts";
import { ask, closePage, openIn, openPair, type Sides } from "./pair.ts";
import type { Probe, Pulse } from "./probe.ts";

/** How long a page may take to be read, and then to be the same in both browsers, ms: far more than it does. */
const READING = 20_000;
const PATIENCE = 5_000;

/** A page that keeps a timer waiting for so much longer with us than without is held up by us, ms. */
const HANG = 200;

/**
 * Times it is measured again, one browser after the other, before a hang is called ours. On a machine that has other
 * work a timer can come late by more than that with nobody's doing, but not each time; and what our work takes is longer by
 * as much as any work is, which is measured beside it.
 */
const MEASUREMENTS = 3;

export interface Report {
  flaws: string[];
  /** The longest time a timer of the page had to wait, ms, as measured last. */
  worst: { ours: number; bare: number };
}

export type Size = "small" | "full";

/** What differs with us from what is expected, and from a visit without us, but for time; one line each. */
export async function flawsOf(sides: Sides, { name, expects }: HostileCase, size: Size): Promise<string[]> {
  return (await visitBoth(sides, pathOf(name, expects, size), expects)).flaws;
}

const pathOf = (name: string, { sizes }: Expectation, size: Size): string =>
  `${name}${sizes ? `?size=${sizes[size]}` : ""}`;

/** Likewise, and how long timers of the page wait. */
export async function inspect(sides: Sides, { name, expects }: HostileCase, size: Size): Promise<Report> {
  const path = pathOf(name, expects, size);
  const { flaws, ours, bare } = await visitBoth(sides, path, expects);
  let worst = { ours: ours.worst, bare: bare.worst };
  let crowd = 1;
  const held = () => (worst.ours - worst.bare) / crowd;
  for (let turn = 0; turn < MEASUREMENTS && held() > HANG; turn++) {
    const before = crowding();
    worst = await measure(sides, path, expects);
    crowd = Math.max(before, crowding());
  }
  if (held() > HANG) {
    const longer = Math.round(worst.ours - worst.bare);
    flaws.push(
      `a timer waits ${longer} ms longer with us (work takes ${crowd.toFixed(1)} times its time now)`,
    );
  }
  return { flaws, worst };
}

/** How many times longer than alone a piece of work takes now, because others want the processor as well; at least 1. */
function crowding(): number {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const work = () => {
    const { user, system } = process.cpuUsage(used);
    return (user + system) / 1_000;
  };
  while (work() < 60);
  return Math.max(1, (performance.now() - start) / work());
}

async function visitBoth(sides: Sides, path: string, expects: Expectation) {
  const pair = await openPair(sides, path);
  const { page, alone } = pair;
  try {
    await Promise.all([page, alone].map(atRest));
    const flaws = await expectationMissed(sides.ours.driver, page, expects);
    const [ours, bare] = await Promise.all([pulseOf(page), pulseOf(alone)]);
    flaws.push(...(await settled(() => pair.differences(expects.restless === true), PATIENCE)));
    if (expects.card && flaws.length === 0) {
      flaws.push(...(await cardMissed(page, expects.card)));
      // The card's own coming and going was a mutation.
      const after = await settled(() => pair.differences(true), PATIENCE);
      flaws.push(...after.map((flaw) => `after the card: ${flaw}`));
    }
    return { flaws, ours, bare };
  } finally {
    pair.letGo();
  }
}

/** One browser after the other, so that neither takes the processor from the other. */
async function measure({ ours, bare }: Sides, path: string, expects: Expectation): Promise<Report["worst"]> {
  const page = await openIn(ours, path);
  await atRest(page);
  await expectationMissed(ours.driver, page, expects);
  const withUs = await pulseOf(page);
  await closePage(page);
  const alone = await openIn(bare, path);
  const asLong = async () => (await pulseOf(alone)).elapsed >= withUs.elapsed;
  await until("as much time without us", asLong, 60_000);
  const without = await pulseOf(alone);
  await closePage(alone);
  return { ours: withUs.worst, bare: without.worst };
}

const pulseOf = (web: WebPage): Promise<Pulse> => ask<Pulse>(web, "pulse");

/** Asks again until there is no flaw or patience runs out; answers the last flaws. `patience`: ms. */
export async function settled(ask: () => Promise<string[]>, patience: number): Promise<string[]> {
  let flaws: string[] = [];
  const isWell = async () => {
    flaws = await ask();
    return flaws.length === 0;
  };
  await until("no flaw", isWell, patience).catch((error: unknown) => {
    if (flaws.length === 0) throw error;
  });
  return flaws;
}

/** What a page makes of itself takes as long as it takes; what a page expects is said of it at rest. */
const atRest = (web: WebPage) => until("the page to come to rest", async () => !(await pulseOf(web)).busy);

async function expectationMissed(driver: Driver, web: WebPage, expects: Expectation): Promise<string[]> {
  return settled(async () => {
    const flaws: string[] = [];
    const miss = (what: string, wanted: unknown, found: unknown) => {
      const [want, have] = [JSON.stringify(wanted), JSON.stringify(found)];
      if (want !== have) flaws.push(`${what}: expected ${want}, found ${have.slice(0, 2000)}`);
    };
    const summary = await driver.summary(web);
    miss("status", expects.status ?? "marked", summary?.status ?? null);
    const marks = await ask<string[]>(web, "marks");
    miss("marks", expects.marks, typeof expects.marks === "number" ? marks.length : marks);
    const mentions = summary?.mentions.map(({ entity, text }) => [entity, text]) ?? [];
    const count = () => summary?.entities.reduce((sum, { count }) => sum + count, 0) ?? null;
    if (typeof expects.mentions === "number") miss("mentions", expects.mentions, count());
    else if (expects.mentions) miss("mentions", expects.mentions, mentions);
    if (expects.frames) {
      const frames = web.page.frames().filter((frame) => frame !== web.page.mainFrame());
      const found = await Promise.all(frames.map((frame) => textsOf(frame).catch(() => null)));
      miss("marks of frames", expects.frames, found);
    }
    return flaws;
  }, READING);
}

async function cardMissed(web: WebPage, wanted: "opens" | "never"): Promise<string[]> {
  const spot = await ask<{ x: number; y: number } | null>(web, "spot");
  if (!spot) return ["no mark to hover"];
  const card = () => ask<ReturnType<Probe["card"]>>(web, "card");
  await leave(web.page);
  await hover(web.page, { ...spot, style: "", text: "" });
  const { elapsed } = await pulseOf(web);
  const opened = await until("the card, or the time in which it comes", async () =>
    (await card()) === "open"
      ? "open"
      : (await pulseOf(web)).elapsed - elapsed > (wanted === "opens" ? 5_000 : 900) && "late",
  );
  const flaws = wanted === "opens" && opened !== "open" ? ["no card opens"] : [];
  await web.page.keyboard.press("Escape");
  await leave(web.page);
  await until("the card to go", async () => (await card()) === "none", 3_000).catch(() =>
    flaws.push("the card stays"),
  );
  return flaws;
}
