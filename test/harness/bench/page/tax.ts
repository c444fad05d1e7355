/**
 * What ordinary pages pay: time on the main thread of each saved page of a folder, by the browser's own count, from the
 * navigation until a moment after it has loaded. None of the pages enters the project.
 */
import { readdir } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import type { Driver } from "../../driver/types.ts";
import { serve } from "../../serve.ts";
import { median, type Row, ratio, shown, sum } from "../turns.ts";
import { countWork, type Times } from "./main-thread.ts";
import { byTurns, SIDES, type Side } from "./sides.ts";

interface Visit {
  times: Times;
  mentions: number;
}

/** A page that has not loaded by then is measured as it is, ms. */
const LOADING = 20_000;
/** What a page, and an extension in it, does after loading, in idle time, ms. */
const AFTERWARDS = 1_500;

export async function measureTax(name: BrowserName, folder: string, rounds: number): Promise<Row[]> {
  const files = (await readdir(folder)).filter((file) => /\.x?html?$/i.test(file)).sort();
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
    const stop = await countWork(driver, web);
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
