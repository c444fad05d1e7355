/**
 * What ordinary pages pay: time on the main thread of each saved page of a folder, by the browser's own count, from the
 * navigation until a moment after it has loaded. None of the pages enters the project.
 */
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { inBrowserWindow } from "../../driver/firefox.ts";
import type { Driver, WebPage } from "../../driver/types.ts";
import { serve } from "../../serve.ts";
import { median, type Row, ratio, shown, sum } from "../turns.ts";
import { byTurns, pause, SIDES, type Side } from "./sides.ts";

/** ms of each kind of work, by its name. */
type Times = Record<string, number>;
interface Visit {
  times: Times;
  mentions: number;
}

/** A page that has not loaded by then is measured as it is, ms. */
const LOADING = 20_000;
/** What a page, and an extension in it, does after loading, in idle time, ms. */
const AFTERWARDS = 1_500;

/** Chromium's names for what it counts, in seconds. */
const COUNTED = {
  "all on the main thread": "TaskDuration",
  script: "ScriptDuration",
  style: "RecalcStyleDuration",
  layout: "LayoutDuration",
};

/** @param files of the folder */
export async function measureTax(
  name: BrowserName,
  folder: string,
  files: readonly string[],
  rounds: number,
): Promise<Row[]> {
  const server = await serve({ pages: folder });
  try {
    const visits = await byTurns(name, rounds, async (driver, side) => {
      const visited: Array<Visit | null> = [];
      for (const file of files) {
        const address = `${server.address}pages/${encodeURIComponent(file)}`;
        // Of a page that goes elsewhere, or brings its process down, there is nothing to compare.
        visited.push(await visit(driver, address, side).catch(() => null));
      }
      return visited;
    });
    return rowsOf(files, visits, rounds);
  } finally {
    await server.close();
  }
}

async function visit(driver: Driver, address: string, side: Side): Promise<Visit> {
  const web = await driver.open("about:blank");
  try {
    const stop = await (driver.name === "chromium" ? countInChromium(web) : countInFirefox(web));
    await web.page.goto(address, { waitUntil: "load", timeout: LOADING }).catch(() => {});
    await pause(AFTERWARDS);
    const times = await stop();
    // Behind it, for answering is work for the page.
    const summary = side === "ours" ? await driver.summary(web) : null;
    return { times, mentions: sum(summary?.entities.map(({ count }) => count) ?? []) };
  } finally {
    await web.page.close().catch(() => {});
  }
}

/**
 * By the clock, as a reader waits, and by the processor: what we do in idle time, others push aside, and that counts by
 * the clock as if it were ours.
 */
async function countInChromium(web: WebPage): Promise<() => Promise<Times>> {
  const byClock = await countedBy(web, "timeTicks", "");
  const byProcessor = await countedBy(web, "threadTicks", ", processor");
  return async () => ({ ...(await byClock()), ...(await byProcessor()) });
}

/** A session has one time domain. */
async function countedBy({ page }: WebPage, timeDomain: "timeTicks" | "threadTicks", suffix: string) {
  const session = await page.createCDPSession();
  await session.send("Performance.enable", { timeDomain });
  return async (): Promise<Times> => {
    const { metrics } = await session.send("Performance.getMetrics");
    const values = new Map(metrics.map(({ name, value }) => [name, value]));
    return Object.fromEntries(
      Object.entries(COUNTED).map(([what, metric]) => [what + suffix, values.get(metric)! * 1_000]),
    );
  };
}

/** Processor time of the main thread of each process with pages in it (Linux), ms, and the address in front in it. */
const PROCESSES = `
  const { children } = await ChromeUtils.requestProcInfo();
  return JSON.stringify(children.map(({ pid, threads, windows }) => ({
    pid,
    main: (threads.find(({ tid }) => tid === pid)?.cpuTime ?? NaN) / 1e6,
    pages: windows.map(({ documentURI }) => documentURI?.spec),
  })));`;

interface FirefoxProcess {
  pid: number;
  main: number;
  pages: string[];
}

/** Firefox counts whole threads only. */
async function countInFirefox({ page }: WebPage): Promise<() => Promise<Times>> {
  const processes = async () =>
    JSON.parse(String(await inBrowserWindow(page.browser(), PROCESSES, ""))) as FirefoxProcess[];
  const before = new Map((await processes()).map(({ pid, main }) => [pid, main]));
  return async () => {
    const { pid, main } = (await processes()).find(({ pages }) => pages.includes(page.url()))!;
    return { "all on the main thread": main - (before.get(pid) ?? 0) };
  };
}

/** Pages without a mention and pages with one apart; of each page the median of its rounds. */
function rowsOf(
  files: readonly string[],
  visits: Record<Side, Array<Array<Visit | null>>>,
  rounds: number,
): Row[] {
  const pages = files.flatMap((file, at) => {
    const of = (side: Side) => visits[side].map((round) => round[at]);
    const all = SIDES.flatMap(of);
    if (all.some((each) => !each)) {
      console.error(`${file}: could not be measured each time, and is left out`);
      return [];
    }
    const time = (side: Side, what: string) => median(of(side).map((each) => each!.times[what]!));
    return [{ file, time, marked: of("ours").some((each) => each!.mentions > 0), kinds: all[0]!.times }];
  });
  return [false, true].flatMap((marked) => {
    const group = pages.filter((page) => page.marked === marked);
    return Object.keys(group[0]?.kinds ?? {}).map((what): Row => {
      const mean = (side: Side) => sum(group.map(({ time }) => time(side, what))) / group.length;
      const [none, empty, ours] = [mean("none"), mean("empty"), mean("ours")];
      const more = group.map(({ file, time }) => ({ file, ms: time("ours", what) - time("empty", what) }));
      const worst = more.reduce((a, b) => (b.ms > a.ms ? b : a));
      return {
        pages: `${group.length} ${marked ? "with mentions" : "without"}`,
        "ms a page, mean": what,
        ...{ none: shown(none), empty: shown(empty), ours: shown(ours) },
        "ours ÷ none": ratio(ours, none),
        "ours ÷ empty": ratio(ours, empty),
        "ours − empty": shown(ours - empty),
        "the same, median": shown(median(more.map(({ ms }) => ms))),
        worst: `${worst.file} ${shown(worst.ms)}`,
        rounds,
      };
    });
  });
}
