/**
 * A browser without what Firefox for Android lacks: keyboard commands, the keyword of the address bar, context menus and
 * windows are taken away before our scripts run; the popup is a page of its own, as narrow as a phone, and is touched.
 */
import type { Page } from "puppeteer-core";
import { afterEach, expect, inject, test } from "vitest";
import { marked } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { useAlteredExtension } from "./altered.ts";

const LACKING = ["commands", "omnibox", "contextMenus", "menus", "windows"];
const TAKEN = `for (const api of [globalThis.browser, globalThis.chrome]) if (api?.runtime)
  for (const name of ${JSON.stringify(LACKING)}) Object.defineProperty(api, name, { value: undefined, configurable: true });\n`;
const take = (script: string) => TAKEN + script;

const altered = useAlteredExtension({
  "background.js": take,
  "popup.js": take,
  "options.js": take,
  "welcome.js": take,
});
// Firefox loads a page anew for a viewport with touch, and is not let to those of an extension: there, the fingers come by themselves.
const PHONE = { width: 360, height: 740, deviceScaleFactor: 1, hasTouch: inject("browser") === "chromium" };
const opened: Page[] = [];

afterEach(async () => {
  for (const page of opened.splice(0)) await page.close();
});

async function open(path: string): Promise<Page> {
  const page = await altered.driver.openOwn(path);
  opened.push(page);
  await page.setViewport(PHONE);
  return page;
}

/** What is wider than the screen, in the words of its element. */
const tooWide = (page: Page) =>
  inPage(page, () =>
    [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .filter((element) => element.checkVisibility() && element.clientWidth > 1)
      .map(({ tagName, className }) => `${tagName}.${className}`),
  );

test("the background starts all the same: its last part is the note that the first-run page has been shown", async () => {
  await until("the note", async () =>
    altered.driver.inExtension(async (api) => (await api.storage.local.get("welcomed")).welcomed === true),
  );
});

test("pages are marked, and the popup, a page of its own, finds by touch what is looked for", async () => {
  const web = await altered.driver.open(`${altered.server.address}pages/sections.html`);
  opened.push(web.page);
  await web.page.bringToFront();
  await marked(web.page);
  const popup = await open(`popup.html#tab=${web.tab}`);
  await popup.waitForSelector(".page-entity-row");
  expect(await tooWide(popup)).toEqual([]);
  const row = await popup.$(".page-entity-row");
  const { x, y, width, height } = (await row!.boundingBox())!;
  expect(height).toBeGreaterThanOrEqual(24);
  await popup.touchscreen.tap(x + width / 2, y + height / 2);
  await popup.waitForSelector(".mention");
  // To the page's own tab, where there are no windows to bring forward.
  await popup.click(".mention");
  await until("the page to be in front", () => inPage(web.page, () => !document.hidden));
});

test.each(["options.html", "welcome.html"])(
  "%s on 360 pixels: nothing of keys, and nothing too wide",
  async (name) => {
    const page = await open(name);
    await page.waitForSelector("#reading input:checked");
    expect(await inPage(page, () => document.querySelector("#shortcuts-title"))).toBeNull();
    expect(await tooWide(page)).toEqual([]);
  },
);

test("the diagnosis says what was read", async () => {
  const web = await altered.driver.open(`${altered.server.address}pages/sections.html`);
  opened.push(web.page);
  await web.page.bringToFront();
  await marked(web.page);
  const options = await open("options.html");
  await options.waitForSelector("#diagnosis");
  const text = await inPage(options, () => document.querySelector("#diagnosis")!.textContent!);
  expect(text).toMatch(/^Sidelight \d+\.\d+\.\d+\nbrowser: \S/);
  expect(text).toMatch(/page: marked; entities [1-9]/);
  expect(text).toMatch(/page was read: [1-9]\d* characters in \d+ ms, in [1-9]\d* slices/);
  expect(text).not.toContain("127.0.0.1");
});
