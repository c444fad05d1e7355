/** A browser to measure in: one with the probed build, its storage, and questions to the probe. */
import type { Page } from "puppeteer-core";
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { PACK_KEYS } from "../../../../src/pack/stored.ts";
import { writeBackup } from "../../../../src/settings/file/backup.ts";
import type { SparseSettings } from "../../../../src/settings/parse.ts";
import { changeSettings, inExtension } from "../../driver/extension-api.ts";
import { launch } from "../../driver/launch.ts";
import { inPage, until } from "../../driver/shared.ts";
import type { Driver, WebPage } from "../../driver/types.ts";
import type { Command } from "./contenders.ts";
import { BENCH_NAMES } from "./extension.ts";

/** A long page with 100,000 names takes a while, ms; so does mark.js. */
const PATIENCE = 120_000;

export class Desk {
  readonly driver: Driver;
  readonly #own: Page;
  /** Marked by the analysis's own names. */
  readonly shippedNames: string;

  static async open(name: BrowserName, extension: string): Promise<Desk> {
    const driver = await launch(name, { offline: true, extension });
    const own = await driver.openOwn("options.html");
    if (name === "firefox") await useExactClock(own);
    return new Desk(driver, own, await until("the names in storage", () => namesIn(own)));
  }

  private constructor(driver: Driver, own: Page, names: string) {
    this.driver = driver;
    this.#own = own;
    this.shippedNames = names;
  }

  /** Has the background hand out other names than the analysis's (`extension.ts`); pages opened from now on are read for these. */
  setNames(text: string): Promise<void> {
    return inExtension(this.#own, ({ storage }, what: object) => storage.local.set({ ...what }), {
      [BENCH_NAMES]: text,
    });
  }

  setSettings(values: SparseSettings): Promise<void> {
    return changeSettings(this.#own, { type: "import", file: writeBackup(values) });
  }

  /** Waits until the page has been read, or, with `off`, is no more; answers how many mentions it has. */
  async settled(web: WebPage, status: "marked" | "off" = "marked"): Promise<number> {
    const summary = await until(
      `the page to be ${status}`,
      async () => {
        // Answering is work for the page as well: not too often.
        await new Promise((later) => setTimeout(later, 175));
        const found = await this.driver.summary(web);
        return found?.status === status ? found : null;
      },
      PATIENCE,
    );
    return summary.entities.reduce((sum, { count }) => sum + count, 0);
  }
}

async function namesIn(own: Page): Promise<string | undefined> {
  const items = await inExtension(own, ({ storage }, key: string) => storage.local.get(key), PACK_KEYS.text);
  return items[PACK_KEYS.text] as string | undefined;
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

interface Bidi {
  connection: {
    send(method: string, params: object): Promise<{ result: { contexts: Array<{ context: string }> } }>;
  };
}

/** Firefox shows times in whole milliseconds; here it is told not to. */
async function useExactClock(page: Page): Promise<void> {
  const { connection } = page.browser() as unknown as Bidi;
  const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  await connection.send("script.evaluate", {
    expression: 'Services.prefs.setBoolPref("privacy.reduceTimerPrecision", false)',
    target: tree.result.contexts[0]!,
    awaitPromise: false,
  });
}
