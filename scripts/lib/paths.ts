/** Where things are. Every script works from the project's root, wherever it was called from. */
import { join, relative, sep } from "node:path";
import type { BrowserName } from "./browsers.ts";

export const ROOT = join(import.meta.dirname, "..", "..");
export const DIST = join(ROOT, "dist");

export function inRoot(...parts: string[]): string {
  return join(ROOT, ...parts);
}

/** A path as messages name it: relative to the project, with forward slashes on every system. */
export function named(path: string): string {
  return relative(ROOT, path).split(sep).join("/");
}

/** Where the build puts the extension for a browser. */
export function extensionFolder(browser: BrowserName): string {
  return join(DIST, browser);
}
