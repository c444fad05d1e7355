/**
 * Browsers to compare, one at a time, for two would take turns on the processor in a way of their own: without any extension,
 * with one whose content script does nothing, and with the shipped build.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { readManifest } from "../../../../scripts/lib/manifest.ts";
import { inBrowser } from "../../driver/launch.ts";
import type { Driver } from "../../driver/types.ts";
import { temporaryFolder } from "../../temporary.ts";
import { inTurn } from "../turns.ts";

export const SIDES = ["none", "empty", "ours"] as const;
export type Side = (typeof SIDES)[number];

/** A browser that has just been started, and an extension that has just been installed, have things to do, ms. */
const FIRST_THINGS = 4_000;

/**
 * Starts a browser for each side, once a turn, in an order that shifts. Answers what was measured in each, a list of turns a side.
 * @param sides some of them, where a difference to the others means nothing
 */
export async function byTurns<T>(
  name: BrowserName,
  turns: number,
  measure: (driver: Driver, side: Side) => Promise<T>,
  sides: readonly Side[] = SIDES,
): Promise<Record<Side, T[]>> {
  const empty = await emptyExtension();
  const measured: Record<Side, T[]> = { none: [], empty: [], ours: [] };
  for (let turn = 0; turn < turns; turn++)
    for (const side of inTurn(sides, turn)) {
      console.error(`turn ${turn + 1} of ${turns}: ${side}`);
      const options = { offline: true, ...(side !== "ours" && { extension: null }) };
      await inBrowser(name, options, async (driver) => {
        if (side === "empty") await installBeside(driver, empty);
        await pause(FIRST_THINGS);
        measured[side].push(await measure(driver, side));
      });
    }
  return measured;
}

/** The driver knows only ours: another one is none that it could ask. */
async function installBeside(driver: Driver, folder: string): Promise<void> {
  const { page } = await driver.open("about:blank");
  await page.browser().installExtension(folder);
  await page.close();
}

/** An extension that is nothing but an empty content script, in every frame that ours is in. */
async function emptyExtension(): Promise<string> {
  const folder = await temporaryFolder();
  const { content_scripts } = (await readManifest()) as { content_scripts: object[] };
  const manifest = {
    ...{ manifest_version: 3, name: "Empty", version: "1" },
    browser_specific_settings: { gecko: { id: "empty@example.invalid" } },
    content_scripts: content_scripts.map((script) => ({ ...script, css: undefined, js: ["empty.js"] })),
  };
  await writeFile(join(folder, "empty.js"), "(() => {})();\n");
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
  return folder;
}
