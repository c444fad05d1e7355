/**
 * `npm run store:pictures`: the pictures for the stores' listings, of the real extension in Chromium, into `store/pictures/`.
 * An institution comes first, and no group has an emblem in them.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import { cli } from "../../scripts/lib/cli.ts";
import { buildToUse } from "../../scripts/lib/extension.ts";
import { inRoot, named } from "../../scripts/lib/paths.ts";
import { openCard, pictureOf } from "./demo-picture.ts";
import { launch } from "./driver/launch.ts";
import { leave } from "./driver/marks.ts";
import { inPage, until } from "./driver/shared.ts";
import type { Driver, WebPage } from "./driver/types.ts";
import { serve } from "./serve.ts";
import { popupOverPage, TILES, tile } from "./store/compose.ts";

/** What the stores ask of a screenshot, CSS px. */
const SCREEN = { width: 1280, height: 800, deviceScaleFactor: 1 };
const POPUP = { width: 380, height: 600, deviceScaleFactor: 1 };
const FOLDER = inRoot("store", "pictures");

cli("store:pictures", {});
if ((await buildToUse()).problems.length > 0) process.exit(1);
await mkdir(FOLDER, { recursive: true });
const server = await serve({ reading: inRoot("scripts/reading"), test: inRoot("store/test-page") });
// By a name, for the popup shows it. Browsers know that names under `localhost` are this machine.
const address = server.address.replace("127.0.0.1", "news.localhost");
const driver = await launch("chromium");
try {
  const reading = await driver.open(`${address}reading/index.html`);
  await reading.page.setViewport(SCREEN);
  // Its names can be written in the fonts of most machines.
  await cardAt(reading, "#two", "Government of Pakistan");
  const place = await until("the card's place", () => reading.inCard(rightOf));
  const card = await save("1-card.png", await pictureOf(reading.page));
  await cardAt(reading, "#two", "Pakistani Taliban");
  await save("2-which-one.png", await pictureOf(reading.page));
  const popup = await ownPage(driver, `popup.html#tab=${reading.tab}`, ".page-entity", POPUP);
  const page = await driver.open("about:blank");
  await page.page.setViewport(SCREEN);
  await leave(reading.page);
  await reading.page.bringToFront();
  await popupOverPage(page.page, await pictureOf(reading.page), popup);
  await save("3-popup.png", await page.page.screenshot());
  await save("4-atlas.png", await ownPage(driver, "atlas.html#entity=pakistan-government", "svg", SCREEN));
  await save("5-where-to-read.png", await ownPage(driver, "welcome.html", "#reading input:checked", SCREEN));
  const icon = await readFile(inRoot("assets/icons/icon.svg"), "utf8");
  for (const size of TILES) {
    await tile(page.page, size, icon, { card, right: place });
    await save(`tile-${size.width}x${size.height}.png`, await page.page.screenshot());
  }
} finally {
  await driver.close();
  await server.close();
}

async function save(name: string, png: Uint8Array): Promise<Uint8Array> {
  const path = `${FOLDER}/${name}`;
  await writeFile(path, png);
  console.log(named(path));
  return png;
}

/** Where the card ends, CSS px. */
function rightOf(root: ShadowRoot): number {
  return root.querySelector("[role=dialog]")!.getBoundingClientRect().right;
}

/** Scrolls to a place of the page, and opens the card of a mark there. */
async function cardAt(web: WebPage, place: string, words: string): Promise<void> {
  await web.page.bringToFront();
  await web.page.keyboard.press("Escape");
  await leave(web.page);
  await inPage(web.page, (place: string) => document.querySelector(place)!.scrollIntoView(), place);
  await openCard(web, words);
}

/** A page of the extension, when it shows what `ready` names. */
async function ownPage(
  driver: Driver,
  path: string,
  ready: string,
  viewport: typeof SCREEN,
): Promise<Uint8Array> {
  const own: Page = await driver.openOwn(path);
  await own.setViewport(viewport);
  await own.waitForSelector(ready);
  const png = await pictureOf(own);
  await own.close();
  return png;
}
