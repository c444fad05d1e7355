/** The popup over a page: search, what is on the page, and the switch for the site. */
import type { Page } from "puppeteer-core";
import { beforeEach, expect, test } from "vitest";
import { marked, marksOf } from "../../scripts/lib/driver/marks.ts";
import { inPage, until } from "../../scripts/lib/driver/shared.ts";
import type { WebPage } from "../../scripts/lib/driver/types.ts";
import { useBrowser, wasRead } from "./session.ts";

const session = useBrowser();
let web: WebPage;
let popup: Page;

beforeEach(async () => {
  web = await session.open("sections.html");
  await wasRead(session.driver, web);
  popup = await session.driver.openOwn(`popup.html#tab=${web.tab}`);
  return async () => {
    await popup.close();
    await web.page.close();
  };
});

/** What an element of the popup says, or `null`. */
function saysIn(selector: string): Promise<string | null> {
  return inPage(popup, (wanted: string) => document.querySelector(wanted)?.textContent ?? null, selector);
}

test("the search finds a name by another spelling, and opens it", async () => {
  await popup.waitForSelector("#search");
  await popup.type("#search", "tehrik taliban");
  await popup.waitForSelector('.result[data-entity="ttp"]');
  await popup.keyboard.press("Enter");
  await until("the entity to open", async () =>
    (await saysIn("#entity-heading"))?.includes("Tehreek-i-Taliban Pakistan"),
  );
  await popup.click("#back");
  await popup.waitForSelector("#search");
});

test("the search reads other scripts and what the analysis says", async () => {
  await popup.type("#search", "داعش");
  await popup.waitForSelector('.result[data-entity="daesh"]');
});

test("on this page: each name with its count, and a jump to the place", async () => {
  await popup.waitForSelector('.page-entity[data-entity="daesh"]');
  const counts = await inPage(popup, () =>
    [...document.querySelectorAll<HTMLElement>(".page-entity")].map((entity) => [
      entity.dataset.entity,
      entity.querySelector(".count [aria-hidden]")?.textContent,
    ]),
  );
  expect(counts).toEqual([
    ["ttp", "3"],
    ["daesh", "3"],
    ["wilson-center", "1"],
    ["un-security-council", "1"],
  ]);
  await inPage(web.page, () => {
    document.body.style.paddingTop = "3000px";
  });
  await popup.click('.page-entity[data-entity="un-security-council"] .page-entity-row');
  await popup.waitForSelector('.page-entity[data-entity="un-security-council"] .mention');
  await popup.click('.page-entity[data-entity="un-security-council"] .mention');
  await web.page.bringToFront();
  await until("the page to scroll to the place", () => inPage(web.page, () => scrollY > 0));
});

test("switched off for the site, the marks of the open page vanish; on again, they are back", async () => {
  await popup.waitForSelector("#site-switch");
  await popup.click("label[for=site-switch]");
  await until("the marks to vanish", async () => (await marksOf(web.page)).length === 0);
  await popup.click("label[for=site-switch]");
  await web.page.bringToFront();
  await marked(web.page);
});

test("switched off altogether, likewise", async () => {
  await popup.waitForSelector("#main-switch");
  await popup.click("label[for=main-switch]");
  await until("the marks to vanish", async () => (await marksOf(web.page)).length === 0);
  await popup.click("label[for=main-switch]");
  await web.page.bringToFront();
  await marked(web.page);
});
