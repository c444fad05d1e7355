/** The picture of a page with a card on it: which mark the card is opened at, and when the picture is finished. */
import type { Page } from "puppeteer-core";
import { cardText } from "./driver/card.ts";
import { hover, leave, reachableMark } from "./driver/marks.ts";
import { inPage, until } from "./driver/shared.ts";
import type { WebPage } from "./driver/types.ts";

/** How long a page may take over its images before the picture is taken without them, ms. */
const LOADING = 5_000;
/** How often a page that never stands still (a carousel, a clock) is looked at again. */
const LOOKS = 12;
/** How long a pointer rests on a mark before it is moved there again, ms: several times the dwell. */
const REST = 2_000;

/**
 * The words that were pointed at and the heading of the card that opened; `null` on a page without marks that a
 * pointer can reach.
 * @param words of the mark; otherwise it is the first
 * @throws when no card opens however often the pointer comes
 */
export async function openCard(
  web: WebPage,
  words?: string,
): Promise<{ words: string; heading: string } | null> {
  // A page that still loads moves its text from under the pointer.
  const loaded = () => inPage(web.page, () => document.readyState === "complete");
  await until("the page to load", loaded, LOADING).catch(() => {});
  if (words === undefined && !(await reachableMark(web.page))) return null;
  const card = await until("a card", async () => {
    // Looked for anew each time: banners come and go, and while a page scrolls no card opens.
    const spot = await reachableMark(web.page, words).catch(() => null);
    if (!spot) return null;
    await leave(web.page);
    await hover(web.page, spot);
    const open = await until("a card", () => cardText(web), REST).catch(() => null);
    return open && { words: spot.text, heading: open.heading };
  });
  await until("the card to have faded in", () => web.inCard(hasFadedIn));
  return card;
}

export function hasFadedIn(root: ShadowRoot): boolean {
  const card = root.querySelector("[role=dialog]");
  if (!card || getComputedStyle(card).visibility !== "visible") return false;
  return card.getAnimations({ subtree: true }).every(({ playState }) => playState === "finished");
}

/** The picture once two in a row are alike. */
export async function pictureOf(page: Page): Promise<Uint8Array> {
  let last = await page.screenshot();
  for (let looks = 0; looks < LOOKS; looks++) {
    const next = await page.screenshot();
    if (Buffer.compare(last, next) === 0) break;
    last = next;
  }
  return last;
}
