/** Starts a browser with the built extension. */
import type { BrowserName } from "../../../scripts/lib/browsers.ts";
import { extensionFolder } from "../../../scripts/lib/paths.ts";
import { launchChromium } from "./chromium.ts";
import { launchFirefox } from "./firefox.ts";
import type { Driver, LaunchOptions } from "./types.ts";

export function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Driver> {
  const folder = options.extension === undefined ? extensionFolder(name) : options.extension;
  return name === "chromium" ? launchChromium(folder, options) : launchFirefox(folder, options);
}
