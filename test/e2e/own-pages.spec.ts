/** Options, popup and the page after installation, as built: no violation of the accessibility rules that can be checked. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { inPage } from "../harness/driver/shared.ts";
import { samplePack } from "../pack/format/samples.ts";
import { pastePack } from "./keys.ts";
import { useBrowser } from "./session.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  run(
    context: Document,
    options: object,
  ): Promise<{ violations: Array<{ id: string; help: string; nodes: Array<{ html: string }> }> }>;
}
declare const axe: Axe;

const session = useBrowser();

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return inPage(page, async () => {
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
    );
  });
}

const LOOKS = [
  ["light", "ltr"],
  ["dark", "ltr"],
  ["light", "rtl"],
  ["dark", "rtl"],
] as const;

test.each([
  ["options.html", "#export"],
  ["welcome.html", "#sample"],
  ["popup.html", "#main-switch"],
])("%s keeps to the rules, light and dark, in both directions", async (name, ready) => {
  const page = await session.visitOwn(name);
  await page.waitForSelector(ready);
  for (const [theme, dir] of LOOKS) {
    await inPage(
      page,
      (data: readonly string[]) => {
        document.documentElement.dataset.theme = data[0]!;
        document.documentElement.dir = data[1]!;
      },
      [theme, dir],
    );
    expect(await violations(page), `${theme} ${dir}`).toEqual([]);
  }
});

test("the options keep to them with an analysis to look at, with its card open, and with one that was refused", async () => {
  const page = await session.visitOwn("options.html");
  await page.waitForSelector(".pack");
  await pastePack(page, JSON.stringify(samplePack()));
  await page.waitForSelector("#pack-preview");
  await page.waitForSelector("#pack-doubts details");
  await page.click("#pack-cards .cards button");
  await page.waitForSelector("#pack-preview .sl-entity");
  for (const [theme, dir] of LOOKS) {
    await inPage(
      page,
      (theme: string, dir: string) => {
        document.documentElement.dataset.theme = theme;
        document.documentElement.dir = dir;
      },
      theme,
      dir,
    );
    expect(await violations(page), `${theme} ${dir}`).toEqual([]);
  }
  await pastePack(page, "{");
  await page.waitForSelector("#pack-refused");
  expect(await violations(page)).toEqual([]);
});
