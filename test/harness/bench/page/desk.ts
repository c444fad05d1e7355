/** A browser to measure in: one with the probed build, its storage, and questions to the probe. */
import type { Page } from "puppeteer-core";
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { PACK_KEYS } from "../../../../src/pack/stored.ts";
import { writeBackup } from "../../../../src/settings/file/backup.ts";
import type { SparseSettings } from "../../../../src/settings/parse.ts";
import { changeSettings } from "../../driver/extension-api.ts";
import { launch } from "../../driver/launch.ts";
import { inPage, until } from "../../driver/shared.ts";
import type { Driver, WebPage } from "../../driver/types.ts";
import type { Command } from "./contenders.ts";
import { BENCH_NAMES } from "./extension.ts";

/** A long page with 100,000 names takes a while, ms; so does mark.js. */
const PATIENCE = 120_000;

interface ExtensionApi {
  storage: {
    local: { set(items: object): Promise<void>; get(key: string): Promise<Record<string, unknown>> };
  };
}
declare const chrome: ExtensionApi;
declare const browser: ExtensionApi | undefined;

export class Desk {
  readonly driver: Driver;
  readonly #own: Page;
  /** Marked by the analysis's own names. */
  readonly shippedNames: string;

  static async open(name: BrowserName, extension: string): Promise<Desk> {
    const driver = await launch(name, { offline: true, extension });
    const own = await driver.openOwn("options.html");
    await useExactClock(own);
    const names = await until("the names in storage", () => read(own, PACK_KEYS.text));
    return new Desk(driver, own, names as string);
  }

  private constructor(driver: Driver, own: Page, names: string) {
    this.driver = driver;
    this.#own = own;
    this.shippedNames = names;
  }

  /** Has the background hand out other names than the analysis's (`extension.ts`); pages opened from now on are read for these. */
  setNames(text: string): Promise<void> {
    return write(this.#own, { [BENCH_NAMES]: text });
  }

  setSettings(values: SparseSettings): Promise<void> {
    return changeSettings(this.#own, { type: "import", file: writeBackup(values) });
  }

  /** Waits until the page has been read, or, with `off`, is no more. */
  async settled(web: WebPage, status: "marked" | "off" = "marked"): Promise<number> {
    const end = performance.now() + PATIENCE;
    for (;;) {
      const summary = await this.driver.summary(web);
      if (summary?.status === status) return summary.entities.reduce((sum, { count }) => sum + count, 0);
      if (performance.now() > end) throw new Error(`waited ${PATIENCE} ms for the page to be ${status}`);
      // Answering is work for the page as well: not too often.
      await new Promise((later) => setTimeout(later, 200));
    }
  }

  close(): Promise<void> {
    return this.driver.close();
  }
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

function write(own: Page, items: object): Promise<void> {
  return inPage(
    own,
    (what: object) => (typeof browser === "undefined" ? chrome : browser).storage.local.set(what),
    items,
  );
}

async function read(own: Page, key: string): Promise<unknown> {
  return inPage(
    own,
    async (name: string) =>
      (await (typeof browser === "undefined" ? chrome : browser).storage.local.get(name))[name],
    key,
  );
}

/** Firefox shows times in whole milliseconds; here it is told not to. */
async function useExactClock(page: Page): Promise<void> {
  const { connection } = page.browser() as unknown as {
    connection?: { send(method: string, params: object): Promise<{ result: unknown }> };
  };
  if (!connection?.send || !(await page.browser().version()).toLowerCase().includes("firefox")) return;
  const tree = (await connection.send("browsingContext.getTree", { "moz:scope": "chrome" })) as {
    result: { contexts: Array<{ context: string }> };
  };
  await connection.send("script.evaluate", {
    expression: 'Services.prefs.setBoolPref("privacy.reduceTimerPrecision", false)',
    target: { context: tree.result.contexts[0]!.context },
    awaitPromise: false,
  });
}
