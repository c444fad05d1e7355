/** The page on which an analysis is made: what is kept between visits, and how it keeps to the rules. Its whole way: journey.spec.ts. */
import type { Page } from "puppeteer-core";
import { beforeEach, expect, test } from "vitest";
import { inPage, until } from "../harness/driver/shared.ts";
import { beginAnew, fill, kept, pasteArticle } from "./maker-page.ts";
import { expectRulesKept } from "./page-rules.ts";
import { useBrowser } from "./session.ts";

const session = useBrowser();
let page: Page;

const ARTICLE = `Who keeps the lamps?

The Tollgate Museum is shut. Its keeper, Ida Quell, wrote to the Lamp Society (LS) in March.

“We wrote twice,” said Quell, who paid for the oil of lamps herself.`;
const IDA = '[data-entity="Ida Quell"]';

beforeEach(async () => {
  page = await session.visitOwn("maker.html");
  await beginAnew(page);
});

const pasted = () => pasteArticle(page, ARTICLE, "Ida Quell");

test("the work is kept between visits; what was ticked off comes back with what was written; beginning anew deletes it", async () => {
  await pasted();
  await page.click('#names input[value="Ida Quell"]');
  await page.waitForSelector(IDA);
  await fill(page, `${IDA} [name="summary"]`, "Keeper.");
  await kept(page);
  page = await session.visitOwn("maker.html");
  await page.waitForSelector(IDA);
  const summary = () =>
    inPage(
      page,
      (at: string) => document.querySelector<HTMLTextAreaElement>(at)?.value,
      `${IDA} [name="summary"]`,
    );
  expect(await summary()).toBe("Keeper.");
  await page.click('#names input[value="Ida Quell"]');
  await until("it to be off", () => inPage(page, (at: string) => !document.querySelector(at), IDA));
  await page.click('#names input[value="Ida Quell"]');
  await page.waitForSelector(IDA);
  expect(await summary()).toBe("Keeper.");
  await beginAnew(page);
  page = await session.visitOwn("maker.html");
  await page.waitForSelector("#find");
  expect(
    await inPage(page, () => document.querySelector<HTMLTextAreaElement>('[name="article"]')!.value),
  ).toBe("");
  expect(await inPage(page, () => document.querySelector("#names"))).toBeNull();
});

test("it keeps to the rules with everything open, light and dark, in both directions, and fits a narrow window", async () => {
  await pasted();
  await page.click('#names input[value="Ida Quell"]');
  await page.click(`${IDA} [name="add-claim"]`);
  await fill(page, '[name="try"]', "Ida Quell left.");
  await page.waitForSelector("#sample .mark");
  await page.click("#sample .mark");
  await page.waitForSelector("#opened");
  await expectRulesKept(page);
  // 1280 CSS px at 400 %.
  await page.setViewport({ width: 320, height: 800 });
  await until("no scrolling sideways", () => inPage(page, () => document.documentElement.scrollWidth <= 320));
});
