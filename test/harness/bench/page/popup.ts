/**
 * From a letter typed in the popup to the results on the screen, in a popup made with 10,000 entities, and in one beside whose own
 * analysis a pack of 20,000 is installed.
 */
import { loadAnalysis } from "../../../../scripts/lib/analysis/load.ts";
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { openingAddress } from "../../../../src/messages/opening.ts";
import { inBrowser } from "../../driver/launch.ts";
import { install } from "../../driver/packs.ts";
import { inPage, until } from "../../driver/shared.ts";
import type { Driver } from "../../driver/types.ts";
import { largePack, someNames } from "../names.ts";
import { figure, median, type Row } from "../turns.ts";
import { withPack } from "./extension.ts";

const ENTITIES = 10_000;
/** As many as a pack may have; with one claim each, as its file may not be larger than 10 MB. */
const INSTALLED = 20_000;
const SOURCE = { title: "A list", author: "A. Writer", publisher: "A Paper", date: "2025-01", genre: "list" };
/** How many times the popup is opened, and opened to type in it: each time all its code runs for the first time. */
const OPENINGS = 5;
const TYPINGS = 4;

interface Stroke {
  /** ms from when the browser had the key to the last change of the document that it makes, and to the frame after that. */
  results: number;
  painted: number;
}
declare global {
  var strokes: Stroke[];
}

export async function measurePopup(name: BrowserName): Promise<Row[]> {
  const analysis = await loadAnalysis();
  const extension = await withPack(name, largePack(ENTITIES, analysis));
  const bundled = await inBrowser(name, { offline: true, extension }, (driver) =>
    measured(driver, "popup, 10,000 entities"),
  );
  const beside = await inBrowser(name, { offline: true }, async (driver) => {
    const installed = await install(driver, largePack(INSTALLED, { source: SOURCE }, 1));
    if (!installed.ok) throw new Error(`The pack was not installed: ${JSON.stringify(installed.problems)}`);
    return measured(driver, "popup, an installed pack of 20,000 entities");
  });
  return [...bundled, ...beside];
}

async function measured(driver: Driver, what: string): Promise<Row[]> {
  // Half typed, and one misspelt: two letters have changed places.
  const typed = someNames(400).filter((_, i) => i % 100 === 0);
  const queries = [...typed.map((each) => each.slice(0, 6)), typed[0]!.replace(/(..)(.)(.)/, "$1$3$2")];
  const openings = [];
  for (let round = 0; round <= OPENINGS; round++) {
    const page = await driver.openOwn(openingAddress({ query: queries[0]! }));
    const times = await inPage(page, opening);
    // The first one may come before the background has put the pack into storage.
    if (round > 0) openings.push(times);
    await page.close();
  }
  const typings: Stroke[][] = [];
  for (let round = 0; round < TYPINGS; round++) typings.push(await typeInto(driver, queries));
  const all = typings.flat();
  const longest = typings.map((strokes) => Math.max(...strokes.map(({ results }) => results)));
  // Of each key the quietest time, for whatever else the machine does only adds.
  const quietest = typings[0]!.map((_, key) => Math.min(...typings.map((strokes) => strokes[key]!.results)));
  return [
    figure(`${what}: opened (ms)`, median(openings.map(({ opened }) => opened)), 100),
    figure(
      "the same: begun → results of a search it is opened for",
      median(openings.map(({ ready }) => ready)),
    ),
    figure("the same: key → results (ms)", median(all.map(({ results }) => results)), 16),
    figure("the same, the longest, of each key the quietest time", Math.max(...quietest), 16),
    figure(`the same, the longest of one typing, median of ${TYPINGS}`, median(longest), 16),
    figure("the same, on the screen", median(all.map(({ painted }) => painted))),
  ];
}

/** Begins to type as soon as there is a box, while the search is still being made ready. */
async function typeInto(driver: Driver, queries: readonly string[]): Promise<Stroke[]> {
  const page = await driver.openOwn("popup.html");
  await page.waitForSelector("#search");
  await inPage(page, watchStrokes);
  await page.focus("#search");
  let keys = 0;
  for (const query of queries)
    for (const key of [...query, "Escape"]) {
      await page.keyboard.press(key as "Escape");
      keys += 1;
      const drawn = () => inPage(page, (least: number) => strokes.length >= least, keys);
      await until(`what comes of ${key}`, drawn);
    }
  const all = await inPage(page, () => strokes);
  await page.close();
  return all;
}

/**
 * In a popup that was opened for a search, ms since it began to load: to the first contents on the screen and the end of
 * loading (Chrome shows a popup no earlier), and to the results (the pack has been read).
 */
async function opening(): Promise<{ opened: number; ready: number }> {
  while (document.querySelector(".result") === null) {
    if (performance.now() > 30_000) throw new Error("The popup finds nothing.");
    await new Promise(requestAnimationFrame);
  }
  const ready = performance.now();
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  const [loading] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return { ready, opened: Math.max(paint!.startTime, loading!.loadEventEnd) };
}

function watchStrokes(): void {
  globalThis.strokes = [];
  let begun = 0;
  let changed = 0;
  const channel = new MessageChannel();
  new MutationObserver(() => {
    changed = performance.now();
  }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  channel.port1.onmessage = () =>
    strokes.push({ results: Math.max(changed, begun) - begun, painted: performance.now() - begun });
  const onKey = ({ timeStamp }: KeyboardEvent) => {
    begun = timeStamp;
    // The second frame: the view may be drawn in the first one.
    requestAnimationFrame(() => requestAnimationFrame(() => channel.port2.postMessage(0)));
  };
  document.addEventListener("keydown", onKey, { capture: true });
}
