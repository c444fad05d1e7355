/** The card without a mouse: commands from mark to mark, the way in and back; fingers; and what its menu does. */
import type { Page } from "puppeteer-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { SettingsIntent } from "../../src/messages/table.ts";
import { cardCloses, cardIsOpen, cardOpens, clickInCard } from "../harness/driver/card.ts";
import { hover, leave, reachableMark, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { useBrowser, wasRead } from "./session.ts";

interface Api {
  tabs: { sendMessage(tab: number, message: object, options?: object): Promise<unknown> };
  runtime: { sendMessage(message: object): Promise<unknown> };
}
declare const browser: Api | undefined;
declare const chrome: Api;

const TTP = "Tehreek-i-Taliban Pakistan (TTP)";
const session = useBrowser();
let own: Page;
let web: WebPage;

beforeAll(async () => {
  own = await session.driver.openOwn("options.html");
});

beforeEach(async () => {
  web = await session.open("sections.html");
  await wasRead(session.driver, web);
  await web.page.bringToFront();
  await leave(web.page);
  await until("the marks", async () => (await textsOf(web.page)).length === 5);
  return async () => {
    await change({ type: "reset" });
    await web.page.close();
  };
});

/** As the background hands a command on: what the browser's own keys cannot be pressed for in a browser without windows. */
const command = (name: string, anyway = true) =>
  inPage(
    own,
    (tab: number, name: string, anyway: boolean) => {
      const { tabs } = typeof browser === "undefined" ? chrome : browser;
      const request = { command: name, anyway };
      return tabs.sendMessage(tab, { type: "page.command", request }, { frameId: 0 }).catch(() => null);
    },
    web.tab,
    name,
    anyway,
  );

const change = (...intents: SettingsIntent[]) =>
  inPage(
    own,
    (intents: object[]) => {
      const { runtime } = typeof browser === "undefined" ? chrome : browser;
      return runtime.sendMessage({ type: "settings.change", request: { intents } });
    },
    intents,
  );

const said = () => web.inCard((root) => root.querySelector("[role=status]")?.textContent ?? "");
const says = (words: string) =>
  until(`“${words}” to be said`, async () => (await said())?.includes(words) === true);
const focusIn = () => web.inCard((root) => root.activeElement?.textContent ?? null);

async function openBy(text: string): Promise<void> {
  const spot = await until(`a mark “${text}”`, () => reachableMark(web.page, text));
  await hover(web.page, spot);
  await cardOpens(web);
}

test("commands go from mark to mark, say which, and leave the focus where it is", async () => {
  await web.page.focus("#more");
  expect(await command("next")).toBe(true);
  await cardOpens(web, TTP);
  await says("1 of 5");
  await command("next");
  await says("2 of 5: Daesh");
  await command("previous");
  await says("1 of 5");
  await command("previous");
  await says("5 of 5");
  expect(await inPage(web.page, () => document.activeElement?.id)).toBe("more");
  expect(await web.inCard((root) => root.querySelectorAll("[role=status], [aria-live]").length)).toBe(1);
});

test("a command into the card, and Escape back to where one was", async () => {
  await web.page.focus("#more");
  await command("next");
  await cardOpens(web, TTP);
  await command("enter");
  expect(await focusIn()).toBe(TTP);
  await web.page.keyboard.press("Tab");
  expect(await focusIn()).not.toBe(TTP);
  await web.page.keyboard.press("Escape");
  await cardCloses(web);
  expect(await inPage(web.page, () => document.activeElement?.id)).toBe("more");
});

test("without anything focused, Tab goes on behind the mark whose card was left", async () => {
  await command("enter");
  await cardOpens(web, TTP);
  await web.page.keyboard.press("Escape");
  await cardCloses(web);
  await web.page.keyboard.press("Tab");
  expect(await inPage(web.page, () => document.activeElement?.id)).toBe("more");
});

test("focus goes through the card and out again: nothing holds it", async () => {
  await command("enter");
  await cardOpens(web, TTP);
  const inside = () =>
    inPage(web.page, () => document.activeElement?.matches("[data-sidelight-card]") === true);
  const names: string[] = [];
  for (let steps = 0; (await inside()) && steps < 60; steps++) {
    names.push((await focusIn()) ?? "");
    await web.page.keyboard.press("Tab");
  }
  expect(names.length).toBeGreaterThan(8);
  expect(await inside()).toBe(false);
});

test("every control that has the focus shows it", async () => {
  await command("enter");
  await cardOpens(web, TTP);
  for (let steps = 0; steps < 8; steps++) {
    await web.page.keyboard.press("Tab");
    const outline = await web.inCard((root) =>
      root.activeElement ? Number.parseFloat(getComputedStyle(root.activeElement).outlineWidth) : null,
    );
    expect(outline).toBeGreaterThanOrEqual(2);
  }
});

test("keys pressed in the card never reach the page", async () => {
  await inPage(web.page, () => {
    const keys: string[] = [];
    Object.assign(window, { keys });
    for (const type of ["keydown", "keypress", "keyup"])
      document.addEventListener(type, (event) => keys.push((event as KeyboardEvent).key));
  });
  await command("enter");
  await cardOpens(web, TTP);
  for (const key of ["a", "Tab", "j", "Escape"] as const) await web.page.keyboard.press(key);
  await cardCloses(web);
  expect(await inPage(web.page, () => (window as unknown as { keys: string[] }).keys)).toEqual([]);
});

test("by keyboard alone: neither pointer nor click opens a card, a command does", async () => {
  await change({ type: "set", key: "openBy", value: "keys" }, { type: "set", key: "hoverDelay", value: 100 });
  const spot = await until("a mark", () => reachableMark(web.page, "Daesh"));
  await hover(web.page, spot);
  await web.page.mouse.click(spot.x, spot.y);
  await leave(web.page);
  // Whatever that would have opened would be there before this.
  await command("next");
  await cardOpens(web);
  expect(await said()).not.toBeNull();
});

test("focus that goes to where the card lies closes the card", async () => {
  await inPage(web.page, () => {
    const field = document.createElement("textarea");
    field.id = "under";
    field.style.cssText = "width: 30em; height: 12em";
    document.getElementById("first")!.after(field);
  });
  await command("next");
  await cardOpens(web, TTP);
  await web.page.focus("#under");
  await cardCloses(web);
});

test("copies with the source, as text and as HTML", async () => {
  await inPage(web.page, () => {
    const field = document.createElement("div");
    field.id = "paste";
    field.contentEditable = "true";
    document.body.append(field);
  });
  await openBy("Tehreek-i-Taliban Pakistan");
  await clickInCard(web, "More");
  await clickInCard(web, "Copy with its source");
  await says("Copied");
  await web.page.keyboard.press("Escape");
  await cardCloses(web);
  await web.page.focus("#paste");
  await web.page.keyboard.down("Control");
  await web.page.keyboard.press("v");
  await web.page.keyboard.up("Control");
  const pasted = await until("the paste", () =>
    inPage(web.page, () => {
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
  await clickInCard(web, "More");
  await clickInCard(web, "on this site");
  await until("the marks to go", async () => !(await textsOf(web.page)).includes("Daesh"));
  expect(await cardIsOpen(web)).toBe(true);
  await says("will no longer be marked on this site");
  await clickInCard(web, "Undo");
  await until("the marks to come back", async () => (await textsOf(web.page)).includes("Daesh"));
});

test("“Wrong match?” hides this form here and no other, and can be undone", async () => {
  await openBy("Tehreek-i-Taliban Pakistan");
  await clickInCard(web, "Wrong match?");
  await until("another form to be marked instead", async () => {
    const texts = await textsOf(web.page);
    return texts.includes("TTP") && !texts.includes("Tehreek-i-Taliban Pakistan");
  });
  await clickInCard(web, "Undo");
  await until("the mark to come back", async () =>
    (await textsOf(web.page)).includes("Tehreek-i-Taliban Pakistan"),
  );
});

test("a tap on text opens a sheet with a close button; the selection is left alone", async () => {
  await web.page.setViewport({ width: 390, height: 700 });
  const spot = await until("a mark", () => reachableMark(web.page, "Daesh"));
  await web.page.touchscreen.tap(spot.x, spot.y);
  await cardOpens(web);
  const box = await web.inCard((root) => {
    const { left, width, bottom } = root.querySelector(".sl-card")!.getBoundingClientRect();
    return { left, width, bottom };
  });
  expect(box).toMatchObject({ left: 0, width: 390 });
  expect(await inPage(web.page, () => getSelection()!.isCollapsed)).toBe(true);
  await clickInCard(web, "Close");
  await cardCloses(web);
});
