/** Where pages are read, from the first-run page to a single site in the popup, and back to everywhere. */
import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { marked, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { useBrowser } from "./session.ts";

const onFirefox = inject("browser") === "firefox";
const ALL = ["http://*/*", "https://*/*"];

// A site of another name is to be reached: this machine's own.
const session = useBrowser({ offline: false });
const opened: Page[] = [];
let own: Page | null = null;

const open = async (address: string): Promise<WebPage> => {
  const web = await session.driver.open(address);
  opened.push(web.page);
  return web;
};
const here = () => session.addressOf("sections.html");
const elsewhere = () => here().replace("127.0.0.1", "localhost");

/** Sees to it that the page, in sight, is passed over: nobody is there to read it, or it was told that it is not chosen. */
async function isNotRead(web: WebPage): Promise<void> {
  await web.page.bringToFront();
  await until("the page to be passed over", async () => {
    const summary = await session.driver.summary(web);
    return summary === null || summary.status === "off";
  });
  expect(await textsOf(web.page)).toEqual([]);
}

async function choose(page: string, reading: string): Promise<void> {
  own = await session.driver.openOwn(page);
  const radio = await own.waitForSelector(`#reading input[value="${reading}"]:not(:disabled)`);
  await radio!.click();
  await until("the choice to be kept", () =>
    session.driver.inExtension(async (api, reading) => {
      const { settings: stored } = await api.storage.local.get("settings");
      const { markByDefault = true, readOnClick = false } =
        (stored as { values?: Record<string, boolean> })?.values ?? {};
      return (markByDefault ? "everywhere" : readOnClick ? "click" : "chosen") === reading;
    }, reading),
  );
  await own.close();
  own = null;
}

const allowed = (origins: string[]) =>
  session.driver.inExtension((api, origins: string[]) => api.permissions.contains({ origins }), origins);

async function openPopupOver(web: WebPage): Promise<Page> {
  await web.page.bringToFront();
  await session.driver.extension.pressButton();
  const popup = await session.driver.openOwn(`popup.html#tab=${web.tab}`);
  opened.push(popup);
  // A page behind is not read; a popup leaves its page in sight, and a tab does not.
  await web.page.bringToFront();
  return popup;
}

const statusOf = (popup: Page) => inPage(popup, () => document.querySelector("#status")?.textContent ?? "");

beforeEach(() => session.driver.extension.allowPages(true));
afterEach(async () => {
  await own?.close();
  for (const page of opened.splice(0)) await page.close();
  await session.driver.change({ type: "reset" });
});

test("everything is read at first; on chosen sites alone from the first-run page on; one is allowed in the popup; and everything again", async () => {
  const before = await open(here());
  await before.page.bringToFront();
  await marked(before.page);

  await choose("welcome.html", "chosen");
  // Firefox lets an extension hand back what it was given at installation; Chromium lets only the reader take it.
  expect(await allowed(ALL)).toBe(!onFirefox);
  await until(
    "the marks of a page that was open to go",
    async () => (await textsOf(before.page)).length === 0,
  );

  const one = await open(here());
  const other = await open(elsewhere());
  await isNotRead(one);
  await isNotRead(other);
  // There Firefox runs nothing of Sidelight at all.
  expect(await session.driver.summary(other)).toEqual(
    onFirefox ? null : expect.objectContaining({ status: "off" }),
  );

  const popup = await openPopupOver(one);
  await until("the popup to say that the site is not chosen", async () =>
    /not among/.test(await statusOf(popup)),
  );
  expect(await inPage(popup, () => document.querySelector("#allow")?.textContent)).toMatch(/^Allow on .*127/);
  await popup.bringToFront();
  await popup.click("#allow");
  await one.page.bringToFront();
  await marked(one.page);
  expect(await allowed(["http://127.0.0.1/*"])).toBe(true);
  const fresh = await open(here());
  await fresh.page.bringToFront();
  await marked(fresh.page);
  await other.page.bringToFront();
  await isNotRead(other);

  await choose("options.html", "everywhere");
  expect(await allowed(ALL)).toBe(true);
  await other.page.bringToFront();
  await marked(other.page);
});

test("on a click: the page under the popup is read, and no other", async () => {
  await choose("options.html", "click");
  const one = await open(here());
  await isNotRead(one);
  const second = await open(elsewhere());
  await isNotRead(second);
  await openPopupOver(one);
  await one.page.bringToFront();
  await marked(one.page);
  await second.page.bringToFront();
  await isNotRead(second);
  // No site was chosen by that.
  const another = await open(here());
  await isNotRead(another);
});

test("where only chosen sites are read, a page can be read once", async () => {
  await choose("options.html", "chosen");
  const one = await open(here());
  await isNotRead(one);
  const popup = await openPopupOver(one);
  await popup.waitForSelector("#read-once");
  expect(await textsOf(one.page)).toEqual([]);
  await popup.bringToFront();
  await popup.click("#read-once");
  await one.page.bringToFront();
  await marked(one.page);
});
