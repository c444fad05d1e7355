/** The popup over a page: search, what is on the page, and the switch for the site. */
import type { Page } from "puppeteer-core";
import { beforeEach, expect, test } from "vitest";
import { marked, marksOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { useBrowser, wasRead } from "./session.ts";

const session = useBrowser();
let web: WebPage;
let popup: Page;

beforeEach(async () => {
  await session.driver.change({ type: "reset" });
  web = await session.visit("sections.html");
  await wasRead(session.driver, web);
  popup = await session.visitOwn(`popup.html#tab=${web.tab}`);
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
  await popup.keyboard.press("Escape");
  await popup.type("#search", "unrecognised");
  await popup.waitForSelector("#results-passage ~ .result");
  expect(await saysIn("#results-passage ~ .result .result-paragraph")).toMatch(/^¶\d+$/);
});

test("in a window as low as at 400 % nothing lies over the list", async () => {
  await popup.setViewport({ width: 320, height: 256 });
  await popup.waitForSelector(".page-entity-row");
  expect(
    await inPage(popup, () => {
      const row = document.querySelector(".page-entity-row")!;
      return (["start", "end"] as const).map((block) => {
        row.scrollIntoView({ block });
        const { left, top, width, height } = row.getBoundingClientRect();
        return row.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      });
    }),
  ).toEqual([true, true]);
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

test("of two clicks at once on the site's switch the last holds", async () => {
  const stored = () =>
    session.driver.inExtension(async ({ storage }) => {
      const { settings } = (await storage.local.get("settings")) as {
        settings: { revision: number; values: object };
      };
      return settings;
    });
  const { revision } = await stored();
  await popup.bringToFront();
  await popup.waitForSelector("#site-switch");
  await inPage(popup, () => {
    const site = document.querySelector<HTMLInputElement>("#site-switch")!;
    site.click();
    site.click();
  });
  await until("both to be stored", async () => (await stored()).revision >= revision + 2);
  expect(JSON.stringify((await stored()).values)).not.toContain('"mark":false');
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

const PAUSED = /^Paused until \d/;
const statusSays = (line: RegExp) =>
  until(`the popup to say ${line}`, async () => line.test((await saysIn("#status")) ?? ""));

test("paused for an hour: no marks here or on a page that is opened meanwhile, and the popup says until when", async () => {
  await popup.waitForSelector("#pause-switch");
  await popup.click("label[for=pause-switch]");
  await until("the marks to vanish", async () => (await marksOf(web.page)).length === 0);
  await statusSays(PAUSED);
  const other = await session.open("sections.html");
  await until("the new page to be told", async () => (await session.driver.summary(other))?.status === "off");
  expect(await marksOf(other.page)).toEqual([]);
  await other.page.close();

  // What is stored is the moment at which it ends: it is known to whoever opens later.
  await session.driver.extension.stopBackground();
  const later = await session.driver.openOwn(`popup.html#tab=${web.tab}`);
  await until("the switch to be on", () =>
    inPage(later, () => document.querySelector<HTMLInputElement>("#pause-switch")?.checked),
  );
  await later.close();

  await popup.bringToFront();
  await popup.click("label[for=pause-switch]");
  await web.page.bringToFront();
  await marked(web.page);
  await statusSays(/^\d+ known names/);
});

/** How long a pause lasts that is to end while the test waits, ms. */
const SHORT = 2_000;

test("a pause ends by itself: the open page is marked again, and the popup says so", async () => {
  await statusSays(/^\d+ known names/);
  await web.page.bringToFront();
  // What is seen is noted as it comes: on a busy machine the pause is over before one has asked.
  await inPage(web.page, () => {
    const seen: Array<[marked: boolean, at: number]> = [];
    Object.assign(window, { seen });
    const look = () => {
      const marked = CSS.highlights.has("sidelight-dotted");
      if (marked !== seen.at(-1)?.[0]) seen.push([marked, Date.now()]);
      setTimeout(look, 5);
    };
    look();
  });
  await inPage(popup, () => {
    const said: string[] = [];
    Object.assign(window, { said });
    const hear = () => {
      const words = document.querySelector("#status")?.textContent ?? "";
      if (words !== said.at(-1)) said.push(words);
    };
    hear();
    new MutationObserver(hear).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  const end = Date.now() + SHORT;
  await session.driver.change({ type: "set", key: "pausedUntil", value: end });
  // From here on nothing but the clock tells the page.
  const seen = await until("the marks to go and to come back", () =>
    inPage(web.page, () => {
      const { seen } = window as unknown as { seen: Array<[boolean, number]> };
      return seen.length > 2 ? seen : null;
    }),
  );
  expect(seen.map(([marked]) => marked)).toEqual([true, false, true]);
  expect(seen[2]![1]).toBeGreaterThanOrEqual(end);
  await popup.bringToFront();
  await statusSays(/^\d+ known names/);
  expect(await inPage(popup, () => (window as unknown as { said: string[] }).said)).toContainEqual(
    expect.stringMatching(PAUSED),
  );
});

test("an entity has an address, and so has a search; another one in the same tab is followed", async () => {
  const own = await session.visitOwn("popup.html#entity=daesh");
  const heading = () => inPage(own, () => document.querySelector("#entity-heading")?.textContent ?? "");
  await until("the entity", async () => (await heading()).includes("Daesh"));
  await inPage(own, () => location.assign("#entity=al-qaeda"));
  await until("the other", async () => /qaeda/i.test(await heading()));
  await inPage(own, () => location.assign("#entity=not-there"));
  await own.keyboard.press("Escape");
  await own.waitForSelector("#status");
  expect(await inPage(own, () => document.querySelector("#status")?.textContent)).toContain("tab of its own");
  expect(await inPage(own, () => document.querySelector("#site-switch"))).toBeNull();
  await inPage(own, () => location.assign("#query=security%20council"));
  await own.waitForSelector('.result[data-entity="un-security-council"]');
});
