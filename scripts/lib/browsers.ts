/** The browsers that the scripts and the end-to-end tests drive. */
import { ensureBrowsers, findBrowser } from "./browsers-install.mjs";

export const BROWSERS = ["chromium", "firefox"] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** The path of a browser's program, installing it through the system's package manager where it is missing. */
export function browserPath(name: BrowserName): string {
  return findBrowser(name) ?? ensureBrowsers([name])[name]!;
}

/** What Chromium has to be told when root runs it, as in containers: its sandbox cannot be set up then. */
export function sandboxless(): string[] {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}
