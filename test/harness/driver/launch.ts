/** Starts a browser with the built extension. */
import type { BrowserName } from "../../../scripts/lib/browsers.ts";
import { extensionFolder } from "../../../scripts/lib/paths.ts";
import { launchChromium } from "./chromium.ts";
import { launchFirefox } from "./firefox.ts";
import type { Driver, LaunchOptions } from "./types.ts";

/** Starts one, and closes it when `act` has ended. */
export async function inBrowser<T>(
  name: BrowserName,
  options: LaunchOptions,
  act: (driver: Driver) => Promise<T>,
): Promise<T> {
  const driver = await launch(name, options);
  return act(driver).finally(() => driver.close());
}

export function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Driver> {
  const folder = options.extension === undefined ? extensionFolder(name) : options.extension;
  return name === "chromium" ? launchChromium(folder, options) : launchFirefox(folder, options);
}
