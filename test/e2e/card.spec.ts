/** The card, opened and left by a real pointer and real keys. */
import { beforeEach, expect, test } from "vitest";
import { cardCloses, cardIsOpen, cardOpens, clickInCard } from "../harness/driver/card.ts";
import { hover, leave, marksOf, reachableMark, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { markupOf, useBrowser, wasRead } from "./session.ts";

const TTP = "Tehreek-i-Taliban Pakistan (TTP)";
const COUNCIL = "UN Security Council";

const session = useBrowser();
let web: WebPage;

beforeEach(async () => {
  web = await session.open("sections.html");
  await wasRead(session.driver, web);
  await leave(web.page);
  return () => web.page.close();
});

async function hoverMark(text: string): Promise<void> {
  const spot = await until(`a mark “${text}”`, () => reachableMark(web.page, text));
  await hover(web.page, spot);
}

test("hovering a mark opens its card, sourced", async () => {
  await hoverMark("Tehreek-i-Taliban Pakistan");
  const card = await cardOpens(web, TTP);
  expect(card.text).toContain("Zahid Hussain");
  expect(card.text).toContain("Arab News");
  expect(web.errors).toEqual([]);
});

test("a pointer that only passes opens nothing", async () => {
  await hoverMark(COUNCIL);
  await leave(web.page);
  // The dwell of the mark that was passed has run out when a card for the next one is up.
  await hoverMark("Tehreek-i-Taliban Pakistan");
  await cardOpens(web, TTP);
});

test("Escape closes, and the card stays away until the pointer has left", async () => {
  await hoverMark(COUNCIL);
  await cardOpens(web, COUNCIL);
  await web.page.keyboard.press("Escape");
  await cardCloses(web);
  await leave(web.page);
  await hoverMark(COUNCIL);
  await cardOpens(web, COUNCIL);
});

test("a pointer that comes to rest just after a key was pressed opens a card all the same", async () => {
  const spot = await until(`a mark “${COUNCIL}”`, () => reachableMark(web.page, COUNCIL));
  // The pause that a key brings is on when the last move arrives, and no further one comes.
  await web.page.keyboard.press("a");
  await hover(web.page, spot);
  await cardOpens(web, COUNCIL);
});

test("a card stays when the page adds an inline element somewhere else", async () => {
  await hoverMark(COUNCIL);
  await cardOpens(web, COUNCIL);
  await inPage(web.page, () => {
    const added = document.createElement("span");
    added.textContent = "NACTA";
    document.body.append(added);
  });
  await until("the new name to be marked", async () => (await textsOf(web.page)).includes("NACTA"));
  expect(await cardIsOpen(web)).toBe(true);
});

test("leaving closes", async () => {
  await hoverMark("Wilson Center");
  await cardOpens(web, "Wilson Center");
  await leave(web.page);
  await cardCloses(web);
});

test("a relation opens in place, and Back returns", async () => {
  await hoverMark("Tehreek-i-Taliban Pakistan");
  const first = await cardOpens(web, TTP);
  expect(first.text).toContain("Daesh");
  await clickInCard(web, "Daesh");
  await until("another card in place", async () => (await cardOpens(web)).heading.includes("Daesh"));
  await clickInCard(web, "Back");
  await cardOpens(web, TTP);
});

test("getting ready in the dwell makes nothing in the page: all that comes into it is the card", async () => {
  await inPage(web.page, () => {
    const made: string[] = [];
    Object.assign(window, { made });
    const watcher = new MutationObserver((records) => {
      for (const { type, addedNodes } of records)
        made.push(type, ...[...addedNodes].map((node) => node.nodeName));
    });
    watcher.observe(document, { subtree: true, childList: true, characterData: true });
  });
  await hoverMark(COUNCIL);
  await cardOpens(web, COUNCIL);
  expect(await inPage(web.page, () => (window as unknown as { made: string[] }).made)).toEqual([
    "childList",
    "DIV",
  ]);
});

test("once closed, the document is what it was", async () => {
  const before = await markupOf(web);
  await hoverMark(COUNCIL);
  await cardOpens(web, COUNCIL);
  await web.page.keyboard.press("Escape");
  await cardCloses(web);
  expect(await markupOf(web)).toBe(before);
});

test("links under marks still work", async () => {
  await web.page.goto(`${session.server.address}pages/inline.html`);
  const spot = await until("a mark in the link", () => reachableMark(web.page, "UN Security"));
  await web.page.mouse.click(spot.x, spot.y);
  expect(await inPage(web.page, () => location.hash)).toBe("#there");
});

test("the menu of a card takes its name out of all pages", async () => {
  await hoverMark("Wilson Center");
  await cardOpens(web, "Wilson Center");
  await clickInCard(web, "More");
  await clickInCard(web, "mark");
  await until("the mark to vanish", async () => !(await textsOf(web.page)).includes("Wilson Center"));
});

test("what a card asks for too often is refused, and the card says so", async () => {
  await hoverMark(COUNCIL);
  await cardOpens(web, COUNCIL);
  const says = (words: string) =>
    until(`“${words}”`, async () => (await cardOpens(web)).text.includes(words));
  // Undone or not, it counts.
  for (let turn = 0; turn < 6; turn++) {
    await clickInCard(web, "More");
    await clickInCard(web, "anywhere");
    await until("an answer", async () =>
      /is not marked any more|Nothing was/.test((await cardOpens(web)).text),
    );
    if ((await cardOpens(web)).text.includes("Nothing was")) break;
    await clickInCard(web, "Undo");
    await says("Undone");
  }
  await clickInCard(web, "More");
  await clickInCard(web, "anywhere");
  await says("Nothing was changed");
  expect(await web.inCard((root) => root.querySelector(".sl-notice button") === null)).toBe(true);
  expect(await textsOf(web.page)).toContain(COUNCIL);
});

test("a card in a page that scrolls away closes", async () => {
  await hoverMark(COUNCIL);
  await cardOpens(web, COUNCIL);
  await inPage(web.page, () => {
    document.body.style.paddingBottom = "3000px";
    scrollTo({ top: 2500, behavior: "instant" });
  });
  await cardCloses(web);
  expect(await cardIsOpen(web)).toBe(false);
  // What is far from the viewport is not painted; back there, it is again.
  await inPage(web.page, () => scrollTo({ top: 0, behavior: "instant" }));
  await until("the marks", async () => (await marksOf(web.page)).length > 0);
});
