/** From a letter typed in the popup to the results on the screen, in a popup made with 10,000 entities. */

import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { openingAddress } from "../../../../src/messages/opening.ts";
import { launch } from "../../driver/launch.ts";
import { inPage, until } from "../../driver/shared.ts";
import { median } from "../turns.ts";

export interface PopupTimes {
  /**
   * ms from the beginning of loading to the first contents on the screen and the end of loading, for Chrome shows a popup no
   * earlier; median of some openings.
   */
  opened: number;
  /** ms from the beginning of loading to the results of the search that it is opened for, likewise: the pack has been read. */
  ready: number;
  /** ms from the input event to the results in the document, medians and the longest. */
  results: number;
  longest: number;
  /** To the frame after which they are on the screen, median. */
  painted: number;
}

type Opened = Pick<PopupTimes, "opened" | "ready">;

/** How many times the popup is opened. */
const OPENINGS = 5;

interface Stroke {
  results: number;
  painted: number;
}

declare global {
  var strokes: Stroke[];
}

/** @param extension whose popup knows many entities, of which each of `queries` finds some */
export async function measurePopup(
  name: BrowserName,
  extension: string,
  queries: readonly string[],
): Promise<PopupTimes> {
  const driver = await launch(name, { offline: true, extension });
  try {
    const openings: Opened[] = [];
    for (let round = 0; round <= OPENINGS; round++) {
      const page = await driver.openOwn(openingAddress({ query: queries[0]! }));
      const times = await inPage(page, opening);
      // The first one may come before the background has put the pack into storage.
      if (round > 0) openings.push(times);
      await page.close();
    }
    const page = await driver.openOwn("popup.html");
    await page.waitForSelector("#search");
    await inPage(page, watchStrokes);
    await page.focus("#search");
    let typed = 0;
    for (const query of queries) {
      for (const letter of query) {
        typed += 1;
        await page.keyboard.type(letter);
        await until("the results", () => inPage(page, (least: number) => strokes.length >= least, typed));
      }
      await page.keyboard.press("Escape");
      typed += 1;
      await until("an empty box", () => inPage(page, (least: number) => strokes.length >= least, typed));
    }
    const all = await inPage(page, () => strokes);
    return {
      opened: median(openings.map(({ opened }) => opened)),
      ready: median(openings.map(({ ready }) => ready)),
      results: median(all.map(({ results }) => results)),
      longest: Math.max(...all.map(({ results }) => results)),
      painted: median(all.map(({ painted }) => painted)),
    };
  } finally {
    await driver.close();
  }
}

/** In a popup that was opened for a search. */
async function opening(): Promise<Opened> {
  while (document.querySelector(".result") === null) {
    if (performance.now() > 30_000) throw new Error("The popup finds nothing.");
    await new Promise(requestAnimationFrame);
  }
  return {
    ready: performance.now(),
    opened: Math.max(
      performance.getEntriesByName("first-contentful-paint")[0]!.startTime,
      (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming).loadEventEnd,
    ),
  };
}

/** In the popup: from the key to the last change of the document that it makes, and to the frame after that. */
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
  document.addEventListener(
    "keydown",
    () => {
      begun = performance.now();
      // The second frame: the view may be drawn in the first one.
      requestAnimationFrame(() => requestAnimationFrame(() => channel.port2.postMessage(0)));
    },
    { capture: true },
  );
}
