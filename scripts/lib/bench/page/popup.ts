/** From a letter typed in the popup to the results on the screen, in a popup made with 10,000 entities. */
import type { BrowserName } from "../../browsers.ts";
import { launch } from "../../driver/launch.ts";
import { inPage, until } from "../../driver/shared.ts";
import { median } from "../turns.ts";

export interface PopupTimes {
  /** ms from the beginning of loading to the first contents on the screen. */
  opened: number;
  /** ms from the input event to the results in the document, medians and the longest. */
  results: number;
  longest: number;
  /** To the frame after which they are on the screen, median. */
  painted: number;
  /** The first letter ever typed, at once: the index is being made. */
  first: number;
}

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
    const [first, ...rest] = all as [Stroke, ...Stroke[]];
    return {
      opened: await inPage(page, () => performance.getEntriesByName("first-contentful-paint")[0]!.startTime),
      first: first.results,
      results: median(rest.map(({ results }) => results)),
      longest: Math.max(...rest.map(({ results }) => results)),
      painted: median(rest.map(({ painted }) => painted)),
    };
  } finally {
    await driver.close();
  }
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
