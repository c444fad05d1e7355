/** A browser to measure in: one with the probed build, its settings, and questions to the probe. */
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { writeBackup } from "../../../../src/settings/file/backup.ts";
import type { SparseSettings } from "../../../../src/settings/parse.ts";
import { changeSettings } from "../../driver/extension-api.ts";
import { inBrowserWindow } from "../../driver/firefox.ts";
import { launch } from "../../driver/launch.ts";
import { inPage, until } from "../../driver/shared.ts";
import type { Driver, WebPage } from "../../driver/types.ts";
import { sum } from "../turns.ts";
import type { Command } from "./contenders.ts";

/** A long page with 100,000 names takes a while, ms; so does mark.js. */
const PATIENCE = 120_000;

/** A browser with a probed build that is at work. */
export interface Desk {
  driver: Driver;
  /** A page of the extension, from which its settings are changed. */
  own: Page;
}

/** @param address of a page to read first: by then the names are where pages have them from */
export async function openDesk(name: BrowserName, extension: string, address: string): Promise<Desk> {
  const driver = await launch(name, { offline: true, extension });
  const own = await driver.openOwn("options.html");
  // Firefox shows times in whole milliseconds; here it is told not to.
  if (name === "firefox") await inBrowserWindow(own.browser(), EXACT_CLOCK, "");
  const web = await driver.open(address);
  await settled(driver, web);
  await web.page.close();
  return { driver, own };
}

const EXACT_CLOCK = 'Services.prefs.setBoolPref("privacy.reduceTimerPrecision", false);';

export function setSettings(own: Page, values: SparseSettings): Promise<void> {
  return changeSettings(own, { type: "import", file: writeBackup(values) });
}

/** Waits until the page has been read, or, with `off`, is no more; answers how many mentions it has. */
export async function settled(
  driver: Driver,
  web: WebPage,
  status: "marked" | "off" = "marked",
): Promise<number> {
  const summary = await until(
    `the page to be ${status}`,
    async () => {
      // Answering is work for the page as well: not too often.
      await pause(175);
      const found = await driver.summary(web);
      return found?.status === status ? found : null;
    },
    PATIENCE,
  );
  return sum(summary.entities.map(({ count }) => count));
}

/** Asks the probe in a page. */
export function askProbe<T>({ page }: WebPage, command: Command): Promise<T> {
  return inPage(
    page,
    (detail: string) => {
      let answer = "null";
      const listener = (event: Event) => {
        answer = (event as CustomEvent<string>).detail;
      };
      document.addEventListener("sidelight-bench-answer", listener, { once: true });
      document.dispatchEvent(new CustomEvent("sidelight-bench", { detail }));
      return JSON.parse(answer) as T;
    },
    JSON.stringify(command),
  ) as Promise<T>;
}
