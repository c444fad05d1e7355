/** Where things are. Every script works from the project's root, wherever it was called from. */
import { readdir } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import type { BrowserName } from "./browsers.ts";

export const ROOT = join(import.meta.dirname, "..", "..");
export const DIST = join(ROOT, "dist");

export function inRoot(...parts: string[]): string {
  return join(ROOT, ...parts);
}

/** The pages of the extension: each a room of that name, with a script, a style sheet and a document. */
export const PAGES = ["popup", "options", "atlas", "welcome", "maker"] as const;

/** A path that somebody named on the command line: npm runs scripts in the project, and they stand somewhere else. */
export function here(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** The files in a folder and in those below it, relative to it, with forward slashes, sorted. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => slashed(relative(folder, join(parentPath, name)))).sort();
}

/** A path as messages name it: relative to the project, with forward slashes on every system. */
export function named(path: string): string {
  return slashed(relative(ROOT, path));
}

const slashed = (path: string): string => path.split(sep).join("/");

/** Where the build puts the extension for a browser. */
export function extensionFolder(browser: BrowserName): string {
  return join(DIST, browser);
}
