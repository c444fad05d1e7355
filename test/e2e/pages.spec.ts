/** What is painted, and that nothing else of the page is touched. Each page in `test/pages` carries its expectation. */
import { describe, expect, test } from "vitest";
import { inRoot } from "../../scripts/lib/paths.ts";
import { marked, marksOf, textsOf } from "../harness/driver/marks.ts";
import { until } from "../harness/driver/shared.ts";
import { readCases } from "../harness/hostile/cases.ts";
import { openPair } from "../harness/hostile/pair.ts";
import { flawsOf } from "../harness/hostile/visit.ts";
import { PAGES, useBrowser, wasRead } from "./session.ts";
import { useSides } from "./sides.ts";

const cases = await readCases(PAGES);

describe("marked as it expects, and otherwise as in a browser without the extension", () => {
  const sides = useSides(PAGES);

  test.each(cases)("$name", async (page) => {
    expect((await flawsOf(sides, page, "small")).join("\n")).toBe("");
  });
});

describe("the reading page", () => {
  const sides = useSides(inRoot("scripts/reading"));

  test("is marked in every section, and otherwise as in a browser without the extension", async () => {
    const { page, differences, letGo } = await openPair(sides, "index.html");
    await wasRead(sides.ours.driver, page);
    expect((await marksOf(page.page)).length).toBeGreaterThan(5);
    await expect.poll(() => differences(false), { timeout: 5_000 }).toEqual([]);
    letGo();
  });
});

describe("what comes later, and elsewhere", () => {
  const session = useBrowser();

  test("text that comes late is marked, and leaves no mark behind when it goes", async () => {
    const { page } = await session.visit("sections.html");
    await marked(page);
    await page.click("#more");
    await until("a mark in the late paragraph", async () => (await textsOf(page)).includes("al-Qaeda"));
    await page.evaluate(() => document.body.lastElementChild!.remove());
    await until("the mark to go", async () => !(await textsOf(page)).includes("al-Qaeda"));
  });

  test("frames are read by a copy of their own", async () => {
    const { page } = await session.visit("frame.html");
    const inner = await until("the inner frame", () =>
      page.frames().find((frame) => frame !== page.mainFrame()),
    );
    expect((await marked(inner)).map(({ text }) => text)).toEqual(["al-Qaeda"]);
  });
});
