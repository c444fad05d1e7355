/** What becomes of open pages when the extension is replaced, switched off and on, or loses a permission. */
import type { Frame, Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { cardIsOpen, cardOpens } from "../harness/driver/card.ts";
import { badgeOf } from "../harness/driver/desk.ts";
import { copiesListening } from "../harness/driver/listeners.ts";
import { hover, leave, marksOf, reachableMark, readsOn } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { useBrowser, wasRead } from "./session.ts";

const COUNCIL = "UN Security Council";

// A browser of its own: the extension goes and comes, and the background is stopped again and again.
const session = useBrowser({});
let web: WebPage;

beforeEach(async () => {
  web = await session.visit("sections.html");
  await wasRead(session.driver, web);
});

async function openCard(): Promise<void> {
  await web.page.bringToFront();
  await hover(web.page, await until("a mark", () => reachableMark(web.page, "UN Security Council")));
  await cardOpens(web, COUNCIL);
}

/** Waits until whoever is at work has read the page, which waits until it is in sight. */
async function readAgain(page: WebPage = web): Promise<void> {
  // After a replacement this opens a page of the extension, in front.
  await session.driver.summary(page);
  await page.page.bringToFront();
  await wasRead(session.driver, page);
}

/** Everything of ours that a reader can see: marks, whose look the sheet decides, and the card. */
function visible(frame: Page | Frame): Promise<string[]> {
  return inPage(frame, () => {
    const seen: string[] = [];
    for (const [name, highlight] of CSS.highlights)
      if (
        highlight.size > 0 &&
        getComputedStyle(document.body, `::highlight(${name})`).textDecorationLine !== "none"
      )
        seen.push(name);
    for (const host of document.querySelectorAll("[data-sidelight-card]"))
      if (host.getClientRects().length > 0) seen.push("card");
    return seen;
  });
}

async function worksAnew(): Promise<void> {
  await readsOn(web.page);
  await leave(web.page);
  await openCard();
  expect(await inPage(web.page, () => document.querySelectorAll("[data-sidelight-card]").length)).toBe(1);
  expect(web.errors).toEqual([]);
}

describe("replaced while pages are open", () => {
  test("the old copy goes with its card and marks, the new one works without a reload", async () => {
    await openCard();
    const before = await marksOf(web.page);
    await session.driver.extension.replace();
    await web.page.bringToFront();
    // The old copy is no longer there to read it.
    await readsOn(web.page);
    await readAgain();
    expect(await cardIsOpen(web)).toBe(false);
    expect((await marksOf(web.page)).slice(0, before.length)).toEqual(before);
    await worksAnew();
  });

  test("in every frame", async () => {
    const framed = await session.open("frames.html");
    const frames = await until("six frames", () => {
      const all = framed.page.frames();
      return all.length === 6 ? all : null;
    });
    for (const frame of frames) await readsOn(frame);
    await session.driver.extension.replace();
    await readAgain(framed);
    for (const frame of frames) await readsOn(frame);
    expect(framed.errors).toEqual([]);
    await framed.page.close();
  });

  // In Firefox nothing of the old copy is left that could listen.
  test.runIf(inject("browser") === "chromium")("one copy listens in a frame, never two", async () => {
    expect(await copiesListening(web.page)).toBe(1);
    await session.driver.extension.replace();
    await readAgain();
    expect(await copiesListening(web.page)).toBe(1);
  });
});

describe("switched off while pages are open", () => {
  test("marks go by themselves, with nothing stirring on the page", async () => {
    await web.page.bringToFront();
    await session.driver.extension.enable(false);
    await until("the marks to vanish", async () => (await visible(web.page)).length === 0);
    await session.driver.extension.enable(true);
    await readAgain();
  });

  test("nothing of it is seen; switched on again, it works without a reload", async () => {
    await openCard();
    expect(await visible(web.page)).toContain("card");
    await session.driver.extension.enable(false);
    await until("everything to vanish", async () => (await visible(web.page)).length === 0);
    await session.driver.extension.enable(true);
    await readAgain();
    await worksAnew();
  });
});

describe("the permission to read pages taken back", () => {
  afterEach(() => session.driver.extension.allowPages(true));

  test("nothing is seen; granted again, open pages are marked", async () => {
    await openCard();
    await session.driver.extension.allowPages(false);
    await until("everything to vanish", async () => (await visible(web.page)).length === 0);
    expect(await marksOf(web.page)).toEqual([]);
    await session.driver.extension.allowPages(true);
    await readAgain();
    await worksAnew();
  });
});

describe("the background stopped before every message", () => {
  const stop = () => session.driver.extension.stopBackground();
  let popup: Page;
  let options: Page;

  beforeEach(async () => {
    popup = await session.driver.openOwn(`popup.html#tab=${web.tab}`);
    options = await session.driver.openOwn("options.html");
    await options.waitForSelector('input[name="mark-style"]');
  });
  afterEach(async () => {
    await popup.close();
    await options.close();
  });

  test("names are there, the popup lists and switches, settings are saved, the count is shown", async () => {
    await stop();
    const other = await session.open("sections.html");
    await wasRead(session.driver, other);
    expect((await marksOf(other.page)).length).toBeGreaterThan(0);
    await other.page.close();

    await stop();
    await popup.close();
    popup = await session.driver.openOwn(`popup.html#tab=${web.tab}`);
    await popup.waitForSelector('.page-entity[data-entity="daesh"]');
    for (const gone of [true, false]) {
      await stop();
      await popup.bringToFront();
      await popup.click("label[for=site-switch]");
      await web.page.bringToFront();
      await until(
        `marks ${gone ? "gone" : "back"}`,
        async () => ((await marksOf(web.page)).length === 0) === gone,
      );
    }

    await stop();
    await options.bringToFront();
    await inPage(
      options,
      (label: string) => {
        const labels = [...document.querySelectorAll("label")];
        labels.find((each) => each.textContent?.trim() === label)!.click();
      },
      "Show on the toolbar button how many names a page has",
    );
    await until("the setting to be saved", () =>
      inPage(options, () => document.querySelector("#report")?.textContent === "Saved"),
    );
    // Stopped before it has told the pages, it tells them nothing: no browser stops one that is at work.
    await until("a count", async () => (await badgeOf(options, web.tab)) !== "");
    await stop();
    await web.page.bringToFront();
    await readsOn(web.page);
    await until("the count", async () => (await badgeOf(options, web.tab)) === "5");
    expect(web.errors).toEqual([]);
  });
});
