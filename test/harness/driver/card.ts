/** The card, seen from outside: whether it is up, what it says, and where its controls are. */
import { REST_AFTER } from "../../../src/content/card/delays.ts";
import { inPage, until } from "./shared.ts";
import type { WebPage } from "./types.ts";

export interface CardText {
  heading: string;
  /** Everything it shows, whitespace collapsed. */
  text: string;
}

/** Whether the card is in the top layer. */
export async function cardIsOpen(web: WebPage): Promise<boolean> {
  return (
    (await web.inCard((root) => root.querySelector(".sl-card")?.closest(":popover-open") != null)) === true
  );
}

/** What the open card says; `null` when none is open. */
export async function cardText(web: WebPage): Promise<CardText | null> {
  if (!(await cardIsOpen(web))) return null;
  return web.inCard((root) => {
    const heading = root.querySelector("h1, h2, h3, [role=heading]");
    const plain = (node: Node | null) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
    const body = root.querySelector("[role=dialog]") ?? root;
    return { heading: plain(heading), text: plain(body) };
  });
}

/** Waits for a card, with this heading if one is given. */
export function cardOpens(web: WebPage, heading?: string): Promise<CardText> {
  return until(heading ? `a card with the heading “${heading}”` : "a card", async () => {
    const card = await cardText(web);
    return card && card.heading !== "" && (heading === undefined || card.heading === heading) ? card : null;
  });
}

/**
 * To run in a page before its scripts: counts the cards that come. Each has a host of its own, put into the document; what
 * is inside of it is out of the page's sight.
 */
export const COUNT_CARDS = `{
  globalThis.cardsSeen = 0;
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node.matches?.("[data-sidelight-card]")) cardsSeen++;
  }).observe(document, { childList: true, subtree: true });
}`;

declare global {
  var cardsSeen: number;
}

/** How many cards have come since the page was opened. */
export function cardsSoFar({ page }: WebPage): Promise<number> {
  return inPage(page, () => cardsSeen);
}

/**
 * Waits until every dwell that had begun has ended: by the timers of the page, which come no sooner than ours.
 * @param dwell the delay that is set, ms
 */
export function dwellEnds({ page }: WebPage, dwell: number): Promise<void> {
  return inPage(
    page,
    async (pauses: readonly number[]) => {
      const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
      await frame();
      for (const pause of pauses) await new Promise((done) => setTimeout(done, pause));
      await frame();
    },
    [2 * REST_AFTER, 1.5 * dwell],
  );
}

/** As `cardsSoFar`, in time for all to have come that could. */
export async function cardsInTime(web: WebPage, dwell: number): Promise<number> {
  await dwellEnds(web, dwell);
  return cardsSoFar(web);
}

export async function cardCloses(web: WebPage): Promise<void> {
  await until("the card to close", async () => !(await cardIsOpen(web)));
}

/** Clicks the card's first button or link whose text or label holds `label`, with the real pointer. */
export async function clickInCard(web: WebPage, label: string): Promise<void> {
  const point = await until(`“${label}” in the card`, () =>
    web.inCard((root, wanted) => {
      for (const control of root.querySelectorAll<HTMLElement>("button, a, summary, [role=button]")) {
        const name = `${control.textContent} ${control.getAttribute("aria-label") ?? ""} ${control.title}`;
        if (!name.includes(wanted)) continue;
        control.scrollIntoView({ block: "nearest" });
        const { left, top, width, height } = control.getBoundingClientRect();
        if (width > 0) return { x: left + width / 2, y: top + height / 2 };
      }
      return null;
    }, label),
  );
  await web.page.mouse.move(point.x - 2, point.y);
  await web.page.mouse.click(point.x, point.y);
}
