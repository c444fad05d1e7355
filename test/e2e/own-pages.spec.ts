/** Options, popup and the page after installation, as built: no violation of the accessibility rules that can be checked. */
import { expect, test } from "vitest";
import { samplePack } from "../pack/format/samples.ts";
import { pastePack } from "./keys.ts";
import { expectRulesKept, violations } from "./page-rules.ts";
import { useBrowser } from "./session.ts";

const session = useBrowser();

test.each([
  ["options.html", "#export"],
  ["welcome.html", "#sample"],
  ["popup.html", "#main-switch"],
])("%s keeps to the rules, light and dark, in both directions", async (name, ready) => {
  const page = await session.visitOwn(name);
  await page.waitForSelector(ready);
  await expectRulesKept(page);
});

test("the options keep to them with an analysis to look at, with its card open, and with one that was refused", async () => {
  const page = await session.visitOwn("options.html");
  await page.waitForSelector(".pack");
  await pastePack(page, JSON.stringify(samplePack()));
  await page.waitForSelector("#pack-preview");
  await page.waitForSelector("#pack-doubts details");
  await page.click("#pack-cards .cards button");
  await page.waitForSelector("#pack-preview .sl-entity");
  await expectRulesKept(page);
  await pastePack(page, "{");
  await page.waitForSelector("#pack-refused");
  expect(await violations(page)).toEqual([]);
});
