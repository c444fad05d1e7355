/** What opens the atlas, and at what. The way from a card is in atlas.spec.ts. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { until } from "../harness/driver/shared.ts";
import { atlasTabs, closeAtlasTabs } from "./atlas-tabs.ts";
import { useBrowser } from "./session.ts";

const session = useBrowser();
let page: Page;

test.each<[string, string, () => Promise<unknown>]>([
  [
    "the first-run page",
    "atlas.html",
    async () => {
      page = await session.visitOwn("welcome.html");
      await (await page.waitForSelector("#atlas-open"))!.click();
    },
  ],
  [
    "an entry of the popup",
    "atlas.html#entity=daesh",
    async () => {
      page = await session.visitOwn("popup.html#entity=daesh");
      await (await page.waitForSelector("#in-atlas"))!.click();
    },
  ],
  [
    "an event that the popup offers",
    "atlas.html#event=10",
    async () => {
      page = await session.visitOwn("popup.html#own");
      await (await page.waitForSelector('[data-event="10"]'))!.click();
    },
  ],
  [
    "the keyword in the address bar",
    "atlas.html#entity=ttp",
    async () => {
      page = await session.visitOwn("options.html");
      expect(await session.driver.extension.typeAfterKeyword("atlas ttp")).toEqual([]);
      await session.driver.extension.enterAfterKeyword("atlas ttp", "newForegroundTab");
    },
  ],
])("%s opens it", async (_, address, act) => {
  await act();
  await until("its tab", async () => (await atlasTabs(session.driver))[0] === address);
  await closeAtlasTabs(session.driver);
});

test("a page cannot have it opened at what the analysis does not hold", async () => {
  page = await session.visitOwn("options.html");
  const ask = (entity: string) =>
    session.driver.inExtension(
      ({ runtime }, entity: string) =>
        runtime.sendMessage({ type: "page.atlas", request: { entity, address: location.href } }),
      entity,
    );
  expect(await ask("nobody&view=time")).toBe(false);
  expect(await atlasTabs(session.driver)).toEqual([]);
  expect(await ask("daesh")).toBe(true);
  await until("its tab", async () => (await atlasTabs(session.driver))[0] === "atlas.html#entity=daesh");
  await closeAtlasTabs(session.driver);
});
