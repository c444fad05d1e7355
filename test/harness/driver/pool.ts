/** Browsers that one test file hands on to the next where they start alike: starting one takes longer than most tests. */
import type { BrowserName } from "../../../scripts/lib/browsers.ts";
import { LeftBehind } from "./desk.ts";
import { launch } from "./launch.ts";
import type { Driver, LaunchOptions } from "./types.ts";

/** How long a browser may take to be as it was after its start, ms. */
const TIDYING = 10_000;

export class BrowserPool {
  /** Those that nobody has now, by what they were started with. */
  readonly #free = new Map<string, Driver[]>();
  readonly #taken = new Map<Driver, string>();

  /** One without pages, at the default settings. */
  async take(name: BrowserName, options: LaunchOptions): Promise<Driver> {
    const key = JSON.stringify([name, options]);
    const driver = this.#free.get(key)?.pop() ?? (await launch(name, options));
    this.#taken.set(driver, key);
    return driver;
  }

  /**
   * @param sound whether it did all that it should: only such a one is handed on, if it can be tidied up in time
   * @throws LeftBehind: a fault of the file that had it. A page that will not close is none
   */
  async giveBack(driver: Driver, sound: boolean): Promise<void> {
    const key = this.#taken.get(driver)!;
    this.#taken.delete(driver);
    if (!sound) return driver.close();
    let tidy = false;
    try {
      tidy = await inTime(driver.tidy());
    } finally {
      if (!tidy) await driver.kill();
    }
    if (tidy) this.#free.set(key, [...(this.#free.get(key) ?? []), driver]);
  }

  async close(): Promise<void> {
    const drivers = [...this.#taken.keys(), ...[...this.#free.values()].flat()];
    this.#taken.clear();
    this.#free.clear();
    await Promise.all(drivers.map((driver) => driver.close()));
  }
}

/** Whether a promise is kept in time. */
async function inTime(promise: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, TIDYING, false);
  });
  const kept = promise.then(
    () => true,
    (error: unknown) => {
      if (error instanceof LeftBehind) throw error;
      return false;
    },
  );
  return Promise.race([kept, late]).finally(() => clearTimeout(timer));
}
