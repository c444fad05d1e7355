/** The card without a mouse: commands from mark to mark, the way in and back; fingers; and what its menu does. */
import { beforeEach, expect, test } from "vitest";
import { cardCloses, cardIsOpen, cardOpens, clickInCard } from "../harness/driver/card.ts";
import { hover, leave, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { TTP, TTP_NAME, useSections } from "./sections.ts";

const on = useSections();

const allMarks = () => until("the marks", async () => (await textsOf(on.web.page)).length === 5);
beforeEach(allMarks);

const command = (name: string, anyway?: boolean) => on.driver.command(on.web, name, anyway);

const said = () => on.web.inCard((root) => root.querySelector("[role=status]")?.textContent ?? "");
const says = (words: string) =>
  until(`“${words}” to be said`, async () => (await said())?.includes(words) === true);
const focusIn = () => on.web.inCard((root) => root.activeElement?.textContent ?? null);

async function openBy(text: string): Promise<void> {
  await on.hoverMark(text);
  await cardOpens(on.web);
}

test("commands go from mark to mark, say which, and leave the focus where it is", async () => {
  await on.web.page.focus("#more");
  expect(await command("next")).toBe(true);
  await cardOpens(on.web, TTP_NAME);
  await says("1 of 5");
  await command("next");
  await says("2 of 5: Daesh");
  await command("previous");
  await says("1 of 5");
  await command("previous");
  await says("5 of 5");
  expect(await inPage(on.web.page, () => document.activeElement?.id)).toBe("more");
  expect(await on.web.inCard((root) => root.querySelectorAll("[role=status], [aria-live]").length)).toBe(1);
});

test("a command into the card, and Escape back to where one was", async () => {
  await on.web.page.focus("#more");
  await command("next");
  await cardOpens(on.web, TTP_NAME);
  await command("enter");
  expect(await focusIn()).toBe(TTP_NAME);
  await on.web.page.keyboard.press("Tab");
  expect(await focusIn()).not.toBe(TTP_NAME);
  await on.web.page.keyboard.press("Escape");
  await cardCloses(on.web);
  expect(await inPage(on.web.page, () => document.activeElement?.id)).toBe("more");
});

test("without anything focused, Tab goes on behind the mark whose card was left", async () => {
  await command("enter");
  await cardOpens(on.web, TTP_NAME);
  await on.web.page.keyboard.press("Escape");
  await cardCloses(on.web);
  await on.web.page.keyboard.press("Tab");
  expect(await inPage(on.web.page, () => document.activeElement?.id)).toBe("more");
});

test("focus goes through the card and out again: nothing holds it", async () => {
  await command("enter");
  await cardOpens(on.web, TTP_NAME);
  const inside = () =>
    inPage(on.web.page, () => document.activeElement?.matches("[data-sidelight-card]") === true);
  const names: string[] = [];
  for (let steps = 0; (await inside()) && steps < 60; steps++) {
    names.push((await focusIn()) ?? "");
    await on.web.page.keyboard.press("Tab");
  }
  expect(names.length).toBeGreaterThan(8);
  expect(await inside()).toBe(false);
});

test("every control that has the focus shows it", async () => {
  await command("enter");
  await cardOpens(on.web, TTP_NAME);
  for (let steps = 0; steps < 8; steps++) {
    await on.web.page.keyboard.press("Tab");
    const outline = await on.web.inCard((root) =>
      root.activeElement ? Number.parseFloat(getComputedStyle(root.activeElement).outlineWidth) : null,
    );
    expect(outline).toBeGreaterThanOrEqual(2);
  }
});

test("keys pressed in the card never reach the page", async () => {
  await inPage(on.web.page, () => {
    const keys: string[] = [];
    Object.assign(window, { keys });
    for (const type of ["keydown", "keypress", "keyup"])
      document.addEventListener(type, (event) => keys.push((event as KeyboardEvent).key));
  });
  await command("enter");
  await cardOpens(on.web, TTP_NAME);
  for (const key of ["a", "Tab", "j", "Escape"] as const) await on.web.page.keyboard.press(key);
  await cardCloses(on.web);
  expect(await inPage(on.web.page, () => (window as unknown as { keys: string[] }).keys)).toEqual([]);
});

test("by keyboard alone: neither pointer nor click opens a card, a command does", async () => {
  await on.begin({ type: "set", key: "openBy", value: "keys" });
  await allMarks();
  const spot = await on.spotOf("Daesh");
  await hover(on.web.page, spot);
  expect(await on.cardsInTime()).toBe(0);
  await on.web.page.mouse.click(spot.x, spot.y);
  expect(await on.cardsInTime()).toBe(0);
  await leave(on.web.page);
  await command("next");
  await cardOpens(on.web, TTP_NAME);
  expect(await on.cards()).toBe(1);
});

test("focus that goes to where the card lies closes the card", async () => {
  await inPage(on.web.page, () => {
    const field = document.createElement("textarea");
    field.id = "under";
    field.style.cssText = "width: 30em; height: 12em";
    document.getElementById("first")!.after(field);
  });
  await command("next");
  await cardOpens(on.web, TTP_NAME);
  await on.web.page.focus("#under");
  await cardCloses(on.web);
});

test("copies with the source, as text and as HTML", async () => {
  await inPage(on.web.page, () => {
    const field = document.createElement("div");
    field.id = "paste";
    field.contentEditable = "true";
    document.body.append(field);
  });
  await openBy(TTP);
  await clickInCard(on.web, "More");
  await clickInCard(on.web, "Copy with its source");
  await says("Copied");
  await on.web.page.keyboard.press("Escape");
  await cardCloses(on.web);
  await on.web.page.focus("#paste");
  await on.web.page.keyboard.down("Control");
  await on.web.page.keyboard.press("v");
  await on.web.page.keyboard.up("Control");
  const pasted = await until("the paste", () =>
    inPage(on.web.page, () => {
      const { textContent, innerHTML } = document.getElementById("paste")!;
      return textContent ? { text: textContent, html: innerHTML } : null;
    }),
  );
  expect(pasted.text).toContain("Zahid Hussain");
  expect(pasted.text).toContain("https://");
  expect(pasted.html).toContain("<li>");
});

test("a name is left unmarked on this site, and Undo brings it back", async () => {
  await openBy("Daesh");
  await clickInCard(on.web, "More");
  await clickInCard(on.web, "on this site");
  await until("the marks to go", async () => !(await textsOf(on.web.page)).includes("Daesh"));
  expect(await cardIsOpen(on.web)).toBe(true);
  await says("will no longer be marked on this site");
  await clickInCard(on.web, "Undo");
  await until("the marks to come back", async () => (await textsOf(on.web.page)).includes("Daesh"));
});

test("“Wrong match?” hides this form here and no other, and can be undone", async () => {
  await openBy(TTP);
  await clickInCard(on.web, "Wrong match?");
  await until("another form to be marked instead", async () => {
    const texts = await textsOf(on.web.page);
    return texts.includes("TTP") && !texts.includes(TTP);
  });
  await clickInCard(on.web, "Undo");
  await until("the mark to come back", async () => (await textsOf(on.web.page)).includes(TTP));
});

test("a tap on text opens a sheet with a close button; the selection is left alone", async () => {
  await on.web.page.setViewport({ width: 390, height: 700 });
  const spot = await on.spotOf("Daesh");
  await on.web.page.touchscreen.tap(spot.x, spot.y);
  await cardOpens(on.web);
  const box = await on.web.inCard((root) => {
    const { left, width, bottom } = root.querySelector(".sl-card")!.getBoundingClientRect();
    return { left, width, bottom };
  });
  expect(box).toMatchObject({ left: 0, width: 390 });
  expect(await inPage(on.web.page, () => getSelection()!.isCollapsed)).toBe(true);
  await clickInCard(on.web, "Close");
  await cardCloses(on.web);
});
