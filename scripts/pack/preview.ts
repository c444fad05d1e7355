/**
 * `pack preview FILE [ADDRESS|FILE.html]`: the pack in a browser, on a page. It is handed on to a program of `test/harness`, for what
 * drives a browser lives there, and nothing here imports it: whoever only checks packs needs no browser.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type BrowserName, hasDisplay } from "../lib/browsers.ts";
import { here, inRoot } from "../lib/paths.ts";

export async function previewFile(
  file: string,
  page: string | undefined,
  browser: BrowserName,
): Promise<boolean> {
  const isAddress = page !== undefined && /^https?:\/\//i.test(page);
  for (const path of [file, ...(page === undefined || isAddress ? [] : [page])])
    if (!(await stat(here(path)).catch(() => null))?.isFile()) throw new Error(`${path} is not there.`);
  if (!hasDisplay()) throw new Error("There is no display to show a window on.");
  // A terminal tells all of its programs of Ctrl+C; this one ends when the other has.
  process.on("SIGINT", () => {});
  const shown = page === undefined ? [] : [isAddress ? page : here(page)];
  return (
    (await ended(inRoot("scripts/setup.mjs"))) &&
    (await ended(inRoot("test/harness/preview.ts"), here(file), ...shown, "--browser", browser))
  );
}

/** Runs a program as this one is run; whether it ended well. */
async function ended(program: string, ...given: string[]): Promise<boolean> {
  const child = fork(resolve(program), given, { cwd: inRoot() });
  const [code] = (await once(child, "exit")) as [number | null];
  return code === 0;
}
