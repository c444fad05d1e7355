/** The report for people. */

import type { Animation } from "./animation.ts";
import type { CardTimes } from "./card.ts";
import type { PopupTimes } from "./popup.ts";
import type { Reading } from "./reading.ts";
import type { BrowserResult } from "./run.ts";

export interface Report {
  machine: { processor: string; cores: number; memory: number };
  contentSize: { gzipped: number; budget: number };
  browsers: BrowserResult[];
}

const ms = (time: number): number => Number(time.toFixed(time < 10 ? 2 : 1));
const ratio = (a: number, b: number): number => Number((a / b).toFixed(2));

export function printTables({ machine, contentSize, browsers }: Report): void {
  const gigabytes = Math.round(machine.memory / 2 ** 30);
  console.log(`${machine.processor}, ${machine.cores} cores, ${gigabytes} GB`);
  console.log(`content script: ${contentSize.gzipped} bytes gzipped of ${contentSize.budget}`);
  for (const result of browsers) {
    console.log(`\n== ${result.browser}\n\nReading an article of 2 MB (ms)`);
    console.table(result.article.map((reading) => readingRow(reading.names, reading)));
    if (result.pages.length > 0) {
      console.log("Reading saved pages for the analysis (ms)");
      console.table(result.pages.map((page) => readingRow(`${page.page} ${ms(page.bytes / 1e6)} MB`, page)));
    }
    console.log("A page's own 2,000 insertions and removals (ms)");
    console.table(churnRows(result));
    console.log("Cards, popup, memory, start");
    console.table(otherRows(result));
  }
}

/** Shares of the main thread, in percent; the difference in percentage points. */
export function animationRows(animations: readonly Animation[]) {
  const percent = (share: number): number => Number((share * 100).toFixed(1));
  return animations.map(({ mentions, without, with: ours }) => ({
    mentions,
    "without, %": percent(without),
    "with, %": percent(ours),
    difference: percent(ours - without),
  }));
}

function readingRow(names: string, { floor, ours, expression, markJs }: Reading) {
  return {
    names,
    "floor cold": ms(floor.cold),
    "ours cold": ms(ours.cold),
    "× floor": ratio(ours.cold, floor.cold),
    "floor warm": ms(floor.warm),
    "ours warm": ms(ours.warm),
    "× floor, warm": ratio(ours.warm, floor.warm),
    slices: ours.slices,
    longest: ms(ours.longest),
    "longest, median": ms(ours.longestMedian),
    "regexp cold": expression ? ms(expression.cold) : null,
    "mark.js": markJs ? ms(markJs.cold) : null,
    "mark.js × ours": markJs ? ratio(markJs.cold, ours.cold) : null,
    lexicon: ms(ours.lexicon),
    mentions: ours.mentions,
  };
}

function churnRows({ churn: { own, untilNext, observer, afterwards, longest } }: BrowserResult) {
  return [
    { what: "its script", without: ms(own.without), with: ms(own.with), ratio: ratio(own.with, own.without) },
    {
      what: "until its next task",
      without: ms(untilNext.without),
      with: ms(untilNext.with),
      ratio: ratio(untilNext.with, untilNext.without),
    },
    { what: "our observer meanwhile", without: 0, with: ms(observer), ratio: null },
    { what: "our slices afterwards", without: 0, with: ms(afterwards), ratio: null },
    { what: "the longest of them", without: 0, with: ms(longest), ratio: null },
  ];
}

export function cardRows({ first, warm, frames }: CardTimes) {
  return [
    { what: "dwell over → first card on the screen (ms)", is: ms(first), budget: 50 },
    { what: "dwell over → card on the screen, warm (ms)", is: ms(warm), budget: 16.7 },
    { what: "the same, in frames, at most", is: frames, budget: 1 },
  ];
}

export function popupRows(popup: PopupTimes) {
  return [
    { what: "popup, 10,000 entities: opened (ms)", is: ms(popup.opened), budget: 100 },
    { what: "the same: begun → results of a search it is opened for", is: ms(popup.ready), budget: null },
    { what: "the same: key → results (ms)", is: ms(popup.results), budget: 16 },
    { what: "the same, the longest", is: ms(popup.longest), budget: 16 },
    { what: "the same, on the screen", is: ms(popup.painted), budget: null },
  ];
}

function otherRows({ card, popup, start, memory, article }: BrowserResult) {
  return [
    ...(start
      ? [
          { what: "content script: evaluated (ms)", is: ms(start.evaluated), budget: 5 },
          { what: "compiled before that (ms)", is: ms(start.compiled), budget: null },
        ]
      : []),
    {
      what: "content script: load, compile, evaluate (ms)",
      is: ms(article[0]!.ours.evaluation),
      budget: null,
    },
    ...cardRows(card),
    ...popupRows(popup),
    ...(memory
      ? [
          { what: "memory, top page (MB)", is: ms(memory.topPage / 2 ** 20), budget: 2 },
          { what: "memory, each further empty frame (MB)", is: ms(memory.perFrame / 2 ** 20), budget: 0.3 },
        ]
      : []),
  ];
}
