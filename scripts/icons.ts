/** Draws the PNG icons from `assets/icons/icon.svg`, on a transparent ground. Run after the drawing was changed. */
import { readFile, writeFile } from "node:fs/promises";
import puppeteer from "puppeteer-core";
import { browserPath, sandboxless } from "./lib/browsers.ts";
import { cli } from "./lib/cli.ts";
import { inRoot } from "./lib/paths.ts";

/** px: the sizes that the manifest and the stores ask for. */
const SIZES = [16, 32, 48, 128];

cli("icons", {});
const svg = await readFile(inRoot("assets/icons/icon.svg"), "utf8");
const browser = await puppeteer.launch({ executablePath: browserPath("chromium"), args: sandboxless() });
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(inRoot(`assets/icons/icon-${size}.png`), png);
  }
} finally {
  await browser.close();
}
