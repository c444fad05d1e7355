/** All of the popup and the options by keyboard alone, as one goes through them: no pointer, no focus set by the test. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { marked, marksOf, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { chooseFile, exportedBy, hasFocus, IMPORT, saved, tabAndPress, tabTo } from "./keys.ts";
import { useBrowser, wasRead } from "./session.ts";

const session = useBrowser();
let web: WebPage;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sidelight-keyboard-"));
  web = await session.visit("sections.html");
  await wasRead(session.driver, web);
});

afterEach(() => rm(folder, { recursive: true }));

const saysIn = (page: Page, selector: string) =>
  inPage(page, (wanted: string) => document.querySelector(wanted)?.textContent ?? "", selector);

const isInSight = (page: Page) => inPage(page, () => document.visibilityState === "visible");

test("search, open an entity, walk a relation, come back, jump to a mention", async () => {
  const popup = await session.visitOwn(`popup.html#tab=${web.tab}`);
  await until("the search to have the focus", () => hasFocus(popup, "#search"));
  await popup.keyboard.type("taliban");
  await popup.waitForSelector('#result-0[aria-selected="true"][data-entity="afghan-taliban"]');
  await popup.keyboard.press("ArrowDown");
  await popup.waitForSelector('#result-1[aria-selected="true"][data-entity="ttp"]');
  await popup.keyboard.press("ArrowUp");
  await popup.waitForSelector('#result-0[aria-selected="true"]');
  await popup.keyboard.press("ArrowDown");
  await popup.waitForSelector('#result-1[aria-selected="true"]');
  await popup.keyboard.press("Enter");
  const heading = (name: RegExp) =>
    until(`the entry of ${name}`, async () => name.test(await saysIn(popup, "#entity-heading")));
  await heading(/^Tehreek-i-Taliban/);
  expect(await hasFocus(popup, "#entity-heading")).toBe(true);

  await tabTo(popup, ".sl-ties .sl-link");
  const tied = await saysIn(popup, ".sl-ties .sl-link");
  await popup.keyboard.press("Enter");
  await until("the entity at the other end", async () => (await saysIn(popup, "#entity-heading")) === tied);
  await popup.keyboard.press("Escape");
  await heading(/^Tehreek-i-Taliban/);
  await tabAndPress(popup, "#back", "Enter", "back");
  await until("the search to have the focus", () => hasFocus(popup, "#search"));
  expect(await inPage(popup, () => document.querySelector<HTMLInputElement>("#search")?.value)).toBe(
    "taliban",
  );
  await popup.keyboard.press("Escape");

  await inPage(web.page, () => {
    document.body.style.paddingTop = "3000px";
  });
  await tabAndPress(popup, '.page-entity[data-entity="un-security-council"] .page-entity-row');
  await tabAndPress(popup, '.page-entity[data-entity="un-security-council"] .mention');
  await until("the page to be in front, at the place", async () =>
    inPage(web.page, () => scrollY > 0 && document.visibilityState === "visible"),
  );
  expect(await isInSight(web.page)).toBe(true);
});

test("the site off and on, a pause and its end", async () => {
  const popup = await session.visitOwn(`popup.html#tab=${web.tab}`);
  await popup.waitForSelector("#site-switch");
  for (const control of ["#site-switch", "#pause-switch"]) {
    await popup.bringToFront();
    await tabAndPress(popup, control, " ");
    await until(`the marks to vanish by ${control}`, async () => (await marksOf(web.page)).length === 0);
    await popup.keyboard.press(" ");
    await web.page.bringToFront();
    await marked(web.page);
  }
});

test("mute an entity, export, reset, import: everything as before", async () => {
  const fresh = await textsOf(web.page);
  expect(fresh).toContain("Wilson Center");
  const options = await session.visitOwn("options.html");
  await options.waitForSelector("#export");

  await tabTo(options, "#find-entity");
  await options.keyboard.type("wilson");
  const id = await until("its box", () =>
    inPage(
      options,
      () =>
        [...document.querySelectorAll("label")].find((each) => each.textContent?.trim() === "Wilson Center")
          ?.htmlFor,
    ),
  );
  await tabAndPress(options, `[id="${id}"]`, " ");
  await saved(options);
  await tabTo(options, 'input[name="site"]');
  await options.keyboard.type("example.org");
  await options.keyboard.press("Enter");
  await options.waitForSelector('.rule[data-pattern="example.org"]');
  await tabTo(options, 'input[name="mark-style"]', "back");
  await options.keyboard.press("ArrowDown");
  await saved(options);
  const marks = async () => (await marksOf(web.page)).map(({ text, style }) => `${text} ${style}`);
  await web.page.bringToFront();
  await until("the page to follow", async () => {
    const seen = await marksOf(web.page);
    return seen.length > 0 && seen.every(({ text, style }) => text !== "Wilson Center" && style === "line");
  });
  const before = await marks();

  await options.bringToFront();
  const exported = () => exportedBy(options, () => tabAndPress(options, "#export"));
  const file = await exported();
  expect(JSON.parse(file).values).toMatchObject({ muted: ["wilson-center"], markStyle: "line" });

  await tabAndPress(options, "#reset");
  await until("the harmless answer to be at hand", () => hasFocus(options, "#reset-no"));
  await tabAndPress(options, "#reset-yes", "Enter", "back");
  await until("the rule to go", () =>
    inPage(options, () => document.querySelector('.rule[data-pattern="example.org"]') === null),
  );
  await web.page.bringToFront();
  await until("the page as it was at first", async () => (await textsOf(web.page)).join() === fresh.join());

  await options.bringToFront();
  await tabTo(options, IMPORT, "back");
  await chooseFile(options, folder, file);
  await options.waitForSelector("#import-changes");
  await tabAndPress(options, "#import-yes");
  await options.waitForSelector('.rule[data-pattern="example.org"]');
  expect(await exportedBy(options, () => tabAndPress(options, "#export", "Enter", "back"))).toBe(file);
  await web.page.bringToFront();
  await until("the page as it was before", async () => (await marks()).join() === before.join());
});
