/** What the main thread of a page does, by the browser's own count. */
import { inBrowserWindow } from "../../driver/firefox.ts";
import type { Driver, WebPage } from "../../driver/types.ts";

/** ms of each kind of work, by its name. */
export type Times = Record<string, number>;

const ALL = "all on the main thread";
const BY_PROCESSOR = ", processor";
/** Chromium's names for what it counts, in seconds. */
const COUNTED = {
  [ALL]: "TaskDuration",
  script: "ScriptDuration",
  style: "RecalcStyleDuration",
  layout: "LayoutDuration",
};

/** Begins to count; what is answered ends it. */
export const countWork = ({ name }: Driver, web: WebPage): Promise<() => Promise<Times>> =>
  name === "chromium" ? countInChromium(web) : countInFirefox(web);

/** ms on the processor; what else the machine does changes little in that. Firefox counts nothing else. */
export const onProcessor = (times: Times): number => times[ALL + BY_PROCESSOR] ?? times[ALL]!;

/**
 * By the clock, as a reader waits, and by the processor: what we do in idle time, others push aside, and that counts by
 * the clock as if it were ours.
 */
async function countInChromium(web: WebPage): Promise<() => Promise<Times>> {
  const byClock = await countedBy(web, "timeTicks", "");
  const byProcessor = await countedBy(web, "threadTicks", BY_PROCESSOR);
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
    return { [ALL]: main - (before.get(pid) ?? 0) };
  };
}
