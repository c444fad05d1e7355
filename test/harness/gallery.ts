/**
 * `npm run gallery [-- WORDS …]`: every state of card, popup, options, atlas and first-run page (or those whose names hold one of the words) in
 * both browsers, light and dark, and from right to left, as pictures under `dist/gallery/`, with a contact sheet for each browser.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BROWSERS, type BrowserName } from "../../scripts/lib/browsers.ts";
import { cli } from "../../scripts/lib/cli.ts";
import { DIST, named } from "../../scripts/lib/paths.ts";
import { inBrowser } from "./driver/launch.ts";
import { buildGallery } from "./gallery/build.ts";
import { showState } from "./gallery/show.ts";
import { STATES } from "./gallery/states.ts";
import { serve } from "./serve.ts";

const HEAD = `<!doctype html><meta charset="utf-8"><title>Gallery</title>
<style>body{display:flex;flex-wrap:wrap;gap:12px;font:12px system-ui;background:#999}figure{margin:0}img{width:370px;display:block}</style>`;

const LOOKS = [
  ["light", "light", "ltr"],
  ["dark", "dark", "ltr"],
  ["light-rtl", "light", "rtl"],
] as const;

const { words } = cli("gallery -- [WORDS …]", {}, "any");
const states = STATES.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const folder = join(DIST, "gallery");
await rm(folder, { recursive: true, force: true });
await buildGallery(join(folder, "page"));
const server = await serve({ gallery: join(folder, "page") });
try {
  for (const browser of BROWSERS) console.log(await takePictures(browser));
} finally {
  await server.close();
}

/** Answers the contact sheet's path. */
async function takePictures(browser: BrowserName): Promise<string> {
  const into = join(folder, browser);
  await mkdir(into, { recursive: true });
  return inBrowser(browser, { extension: null, offline: true }, async (driver) => {
    const { page } = await driver.open(`${server.address}gallery/card.html`);
    const figures: string[] = [];
    for (const state of states)
      for (const [look, theme, direction] of LOOKS) {
        await showState(page, `${server.address}gallery/`, state, theme, direction);
        const picture = `${state.name}-${look}.png`;
        await writeFile(join(into, picture), await page.screenshot());
        figures.push(`<figure><img src="${picture}" alt=""><figcaption>${picture}</figcaption></figure>`);
      }
    const sheet = join(into, "index.html");
    await writeFile(sheet, `${HEAD}\n${figures.join("\n")}\n`);
    await page.setViewport({ width: 1600, height: 1200 });
    await page.goto(`file://${sheet}`);
    await writeFile(join(into, "contact-sheet.png"), await page.screenshot({ fullPage: true }));
    return named(sheet);
  });
}
