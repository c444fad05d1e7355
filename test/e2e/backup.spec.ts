/** Settings as a file, names of one's own, and the page after installation, in the real browser and by keyboard. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { marked, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { chooseFile, exportedBy, saved } from "./keys.ts";
import { useBrowser, wasRead } from "./session.ts";

const session = useBrowser();
let options: Page;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sidelight-backup-"));
  await session.driver.change({ type: "reset" });
  options = await session.visitOwn("options.html");
  await options.waitForSelector("#export");
});

afterEach(() => rm(folder, { recursive: true }));

/** Reaches a control as a keyboard does, and presses Enter or Space on it. */
async function press(selector: string, key: "Enter" | " " = "Enter"): Promise<void> {
  const control = await options.waitForSelector(selector);
  await control!.focus();
  await options.keyboard.press(key);
}

/** Starts over. The question moves the focus to its harmless answer once it is drawn: only then another one is reached. */
async function reset(): Promise<void> {
  await press("#reset");
  await until("the question to have the focus", () =>
    inPage(options, () => document.activeElement?.id === "reset-no"),
  );
  await press("#reset-yes");
}

const isChecked = (selector: string) =>
  inPage(options, (wanted: string) => document.querySelector<HTMLInputElement>(wanted)?.checked, selector);

const TINT = 'input[name="mark-style"][value="tint"]';

test("export, reset, import: everything as before, by keyboard", async () => {
  await press(TINT, " ");
  await saved(options);
  await options.focus('input[name="site"]');
  await options.keyboard.type("example.org");
  await options.keyboard.press("Enter");
  await options.waitForSelector('.rule[data-pattern="example.org"]');
  const file = await exportedBy(options, () => press("#export"));
  expect(JSON.parse(file)).toMatchObject({
    sidelight: "settings",
    values: { markStyle: "tint", sites: [{ pattern: "example.org" }] },
  });

  await reset();
  await until("the default style", async () => (await isChecked(TINT)) === false);

  await chooseFile(options, folder, file);
  await options.waitForSelector("#import-changes");
  expect(await inPage(options, () => document.querySelectorAll("#import-changes li").length)).toBe(2);
  await press("#import-yes");
  await until("the style of the file", async () => (await isChecked(TINT)) === true);
  await options.waitForSelector('.rule[data-pattern="example.org"]');
});

test("what was replaced comes back", async () => {
  await press(TINT, " ");
  await saved(options);
  await reset();
  await until("the default style", async () => (await isChecked(TINT)) === false);
  await press("#restore");
  await until("the style of before", async () => (await isChecked(TINT)) === true);
});

test("a broken file is refused with its place, and nothing changes", async () => {
  await press(TINT, " ");
  await saved(options);
  await chooseFile(
    options,
    folder,
    '{\n "sidelight": "settings",\n "version": 1,\n "values": { "theme": "pink" } }',
  );
  await options.waitForSelector("#import-refused");
  const says = await inPage(options, () => document.querySelector("#import-refused")?.textContent ?? "");
  expect(says).toContain("Line 4");
  expect(says).toContain("values.theme");
  expect(await isChecked(TINT)).toBe(true);
});

test("a name of one’s own is marked on a page that is open", async () => {
  const web = await session.visit("sections.html");
  await wasRead(session.driver, web);
  await marked(web.page);
  const word = "clerk";
  await options.bringToFront();
  await options.focus('input[name="own-name"]');
  await options.keyboard.type(word);
  await options.keyboard.press("Enter");
  await options.waitForSelector(`[data-own="${word}"]`);
  await web.page.bringToFront();
  await until(`a mark “${word}”`, async () => (await textsOf(web.page)).some((text) => text === word));
});

test("searching within the options leaves what matches", async () => {
  const shown = () =>
    inPage(options, () =>
      [...document.querySelectorAll(".section:not(.is-hidden)")].map(
        (each) => each.querySelector("h2")?.textContent,
      ),
    );
  await options.focus("#find-option");
  await options.keyboard.type("wavy");
  await until("one section", async () => (await shown()).length === 1);
  expect(await shown()).toEqual(["How marks look"]);
  await options.keyboard.press("Escape");
  await until("all sections", async () => (await shown()).length > 5);
});

test("the page after installation: a mark opens what the analysis says, without a pointer", async () => {
  const welcome = await session.visitOwn("welcome.html");
  const mark = await welcome.waitForSelector('button.mark[data-entity="daesh"]');
  await mark!.focus();
  await welcome.keyboard.press("Enter");
  await welcome.waitForSelector("#opened #opened-name");
  expect(await inPage(welcome, () => document.querySelector("#opened-name")?.textContent)).toContain("Daesh");
});

test("nothing is wider than a narrow window", async () => {
  for (const name of ["options.html", "welcome.html"]) {
    const page = await session.visitOwn(name);
    await page.setViewport({ width: 320, height: 640 });
    await page.waitForSelector("h1");
    const width = await inPage(page, () => document.documentElement.scrollWidth);
    expect(width, name).toBeLessThanOrEqual(320);
  }
});
