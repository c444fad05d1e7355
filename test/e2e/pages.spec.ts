/** What is painted, and that nothing else of the page is touched. Each page in `test/pages` carries its expectation. */
import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launch } from "../harness/driver/launch.ts";
import { marked, marksOf, textsOf } from "../harness/driver/marks.ts";
import { until } from "../harness/driver/shared.ts";
import type { Driver, WebPage } from "../harness/driver/types.ts";
import { expectationOf, markupOf, PAGES, useBrowser, wasRead } from "./session.ts";

const session = useBrowser();
const names = readdirSync(PAGES).filter((name) => name.endsWith(".html"));

/** Browsers ask for an icon when it suits them, once for all pages of a site. */
function askedFor({ requests }: WebPage): string[] {
  const urls = requests.map(({ url }) => url).filter((url) => !url.endsWith("/favicon.ico"));
  return [...new Set(urls)].sort();
}

describe.each(names)("%s", (name) => {
  let page: WebPage;
  beforeAll(async () => {
    page = await session.open(name);
    await wasRead(session.driver, page);
  });
  afterAll(() => page.page.close());

  test("is marked as it expects", async () => {
    const { marks } = await expectationOf(page);
    expect(await textsOf(page.page)).toEqual(marks);
  });

  test("tells the extension's own pages of the mentions it expects", async () => {
    const { mentions } = await expectationOf(page);
    const summary = await session.driver.summary(page);
    expect(summary?.mentions.map(({ entity, text }) => [entity, text])).toEqual(mentions);
  });
});

describe("beside a browser without the extension", () => {
  let bare: Driver;
  beforeAll(async () => {
    bare = await launch(inject("browser"), { offline: true, extension: null });
  });
  afterAll(() => bare?.close());

  test.each([...names, "reading"])(
    "%s has the same markup, no error and no request of ours",
    async (name) => {
      const page = await session.open(name);
      await wasRead(session.driver, page);
      const alone = await bare.open(page.page.url());
      expect(await markupOf(page)).toBe(await markupOf(alone));
      expect(page.errors).toEqual([]);
      expect(page.requests.filter(({ own }) => own)).toEqual([]);
      expect(askedFor(page)).toEqual(askedFor(alone));
      await Promise.all([page.page.close(), alone.page.close()]);
    },
  );
});

test("the reading page is marked in every section", async () => {
  const page = await session.open("reading");
  await wasRead(session.driver, page);
  expect((await marksOf(page.page)).length).toBeGreaterThan(5);
});

test("text that comes late is marked, and leaves no mark behind when it goes", async () => {
  const { page } = await session.open("sections.html");
  await marked(page);
  await page.click("#more");
  await until("a mark in the late paragraph", async () => (await textsOf(page)).includes("al-Qaeda"));
  await page.evaluate(() => document.body.lastElementChild!.remove());
  await until("the mark to go", async () => !(await textsOf(page)).includes("al-Qaeda"));
});

test("frames are read by a copy of their own", async () => {
  const { page } = await session.open("frame.html");
  const inner = await until("the inner frame", () =>
    page.frames().find((frame) => frame !== page.mainFrame()),
  );
  expect((await marked(inner)).map(({ text }) => text)).toEqual(["al-Qaeda"]);
});
