/** The card, opened and left by a real pointer and real keys. */
import { expect, test } from "vitest";
import { cardCloses, cardIsOpen, cardOpens, cardsInTime, clickInCard } from "../harness/driver/card.ts";
import { hover, leave, marksOf, reachableMark, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { COUNCIL, TTP, TTP_NAME, useSections, WILSON } from "./sections.ts";
import { markupOf } from "./session.ts";

const on = useSections();

test("hovering a mark opens its card, sourced", async () => {
  await on.hoverMark(TTP);
  const card = await cardOpens(on.web, TTP_NAME);
  expect(card.text).toContain("Zahid Hussain");
  expect(card.text).toContain("Arab News");
  expect(on.web.errors).toEqual([]);
});

test("a pointer that only passes opens nothing", async () => {
  // Longer than a busy machine takes from the one move to the next.
  await on.begin({ type: "set", key: "hoverDelay", value: 800 });
  await on.hoverMark(COUNCIL);
  // It rests there for a moment: the dwell has begun.
  expect(await cardsInTime(on.web, 0)).toBe(0);
  await leave(on.web.page);
  expect(await on.cardsInTime()).toBe(0);
  await on.hoverMark(TTP);
  await cardOpens(on.web, TTP_NAME);
  expect(await on.cards()).toBe(1);
});

test("Escape closes, and the card stays away until the pointer has left", async () => {
  const spot = await on.spotOf(COUNCIL);
  await hover(on.web.page, spot);
  await cardOpens(on.web, COUNCIL);
  await on.web.page.keyboard.press("Escape");
  await cardCloses(on.web);
  await hover(on.web.page, { ...spot, x: spot.x + 3 });
  expect(await on.cardsInTime()).toBe(1);
  await leave(on.web.page);
  await on.hoverMark(COUNCIL);
  await cardOpens(on.web, COUNCIL);
  expect(await on.cards()).toBe(2);
});

test("a pointer that comes to rest just after a key was pressed opens a card all the same", async () => {
  const spot = await on.spotOf(COUNCIL);
  // The pause that a key brings is on when the last move arrives, and no further one comes.
  await on.web.page.keyboard.press("a");
  await hover(on.web.page, spot);
  await cardOpens(on.web, COUNCIL);
});

test("a card stays when the page adds an inline element somewhere else", async () => {
  await on.hoverMark(COUNCIL);
  await cardOpens(on.web, COUNCIL);
  await inPage(on.web.page, () => {
    const added = document.createElement("span");
    added.textContent = "al-Qaeda";
    document.body.append(added);
  });
  await until("the new name to be marked", async () => (await textsOf(on.web.page)).includes("al-Qaeda"));
  expect(await cardIsOpen(on.web)).toBe(true);
});

test("leaving closes", async () => {
  await on.hoverMark(WILSON);
  await cardOpens(on.web, WILSON);
  await leave(on.web.page);
  await cardCloses(on.web);
});

test("a relation opens in place, and Back returns", async () => {
  await on.hoverMark(TTP);
  const first = await cardOpens(on.web, TTP_NAME);
  expect(first.text).toContain("Daesh");
  await clickInCard(on.web, "Daesh");
  await until("another card in place", async () => (await cardOpens(on.web)).heading.includes("Daesh"));
  await clickInCard(on.web, "Back");
  await cardOpens(on.web, TTP_NAME);
});

test("getting ready in the dwell makes nothing in the page: all that comes into it is the card", async () => {
  await inPage(on.web.page, () => {
    const made: string[] = [];
    Object.assign(window, { made });
    const watcher = new MutationObserver((records) => {
      for (const { type, addedNodes } of records)
        made.push(type, ...[...addedNodes].map((node) => node.nodeName));
    });
    watcher.observe(document, { subtree: true, childList: true, characterData: true });
  });
  await on.hoverMark(COUNCIL);
  await cardOpens(on.web, COUNCIL);
  expect(await inPage(on.web.page, () => (window as unknown as { made: string[] }).made)).toEqual([
    "childList",
    "DIV",
  ]);
});

test("once closed, the document is what it was", async () => {
  const before = await markupOf(on.web);
  await on.hoverMark(COUNCIL);
  await cardOpens(on.web, COUNCIL);
  await on.web.page.keyboard.press("Escape");
  await cardCloses(on.web);
  expect(await markupOf(on.web)).toBe(before);
});

test("links under marks still work", async () => {
  await on.web.visit(`${on.server.address}pages/inline.html`);
  const spot = await until("a mark in the link", () => reachableMark(on.web.page, "UN Security"));
  await on.web.page.mouse.click(spot.x, spot.y);
  expect(await inPage(on.web.page, () => location.hash)).toBe("#there");
});

test("the menu of a card takes its name out of all pages", async () => {
  await on.hoverMark(WILSON);
  await cardOpens(on.web, WILSON);
  await clickInCard(on.web, "More");
  await clickInCard(on.web, "mark");
  await until("the mark to vanish", async () => !(await textsOf(on.web.page)).includes(WILSON));
});

test("what a card asks for too often is refused, and the card says so", async () => {
  await on.hoverMark(COUNCIL);
  await cardOpens(on.web, COUNCIL);
  const says = (words: string) =>
    until(`“${words}”`, async () => (await cardOpens(on.web)).text.includes(words));
  // Undone or not, it counts.
  for (let turn = 0; turn < 6; turn++) {
    await clickInCard(on.web, "More");
    await clickInCard(on.web, "anywhere");
    await until("an answer", async () =>
      /no longer be marked|Nothing was/.test((await cardOpens(on.web)).text),
    );
    if ((await cardOpens(on.web)).text.includes("Nothing was")) break;
    await clickInCard(on.web, "Undo");
    await says("Undone");
  }
  await clickInCard(on.web, "More");
  await clickInCard(on.web, "anywhere");
  await says("Nothing was changed");
  expect(await on.web.inCard((root) => root.querySelector(".sl-notice button") === null)).toBe(true);
  expect(await textsOf(on.web.page)).toContain(COUNCIL);
});

test("a card in a page that scrolls away closes", async () => {
  await on.hoverMark(COUNCIL);
  await cardOpens(on.web, COUNCIL);
  await inPage(on.web.page, () => {
    document.body.style.paddingBottom = "3000px";
    scrollTo({ top: 2500, behavior: "instant" });
  });
  await cardCloses(on.web);
  expect(await cardIsOpen(on.web)).toBe(false);
  // What is far from the viewport is not painted; back there, it is again.
  await inPage(on.web.page, () => scrollTo({ top: 0, behavior: "instant" }));
  await until("the marks", async () => (await marksOf(on.web.page)).length > 0);
});
