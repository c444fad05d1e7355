/** A table of pages, each opened with the extension and without, and what is wrong with each. */
import { readdir } from "node:fs/promises";
import type { BrowserName } from "../../../scripts/lib/browsers.ts";
import { refuse } from "../../../scripts/lib/cli.ts";
import { here } from "../../../scripts/lib/paths.ts";
import { closeSides, openSides, type Sides } from "./pair.ts";

export interface Checked {
  /** What stands behind the page's name, a column each. */
  columns: string[];
  /** What is worth telling and no failure. */
  notes?: string[];
  flaws: string[];
}

/** The HTML files of a folder that was named on the command line; without one, the command ends with its usage. */
export async function pagesIn(usage: string, named: string): Promise<{ folder: string; names: string[] }> {
  const folder = here(named);
  const names = (await readdir(folder).catch(() => [])).filter((name) => /\.x?html?$/i.test(name)).sort();
  return names.length > 0 ? { folder, names } : refuse(usage, `There is no HTML file in ${folder}`);
}

export const asFlaw = (error: unknown): Checked => ({ columns: [], flaws: [String(error)] });

/** Prints a row a page and how many passed; a failed page fails the command. */
export async function checkPages(
  browsers: readonly BrowserName[],
  folder: string,
  names: readonly string[],
  head: string[],
  check: (sides: Sides, name: string) => Promise<Checked>,
): Promise<void> {
  const row = (name: string, columns: readonly string[]) =>
    console.log(name.padEnd(44) + columns.map((column) => column.padStart(12)).join(""));
  let failed = 0;
  for (const browser of browsers) {
    const sides = await openSides(browser, folder);
    console.log("");
    row(browser, head);
    try {
      for (const name of names) {
        const { columns, notes = [], flaws } = await check(sides, name).catch(asFlaw);
        if (flaws.length > 0) failed += 1;
        row(name, columns);
        for (const note of notes) console.log(`    ${note}`);
        for (const flaw of flaws) console.log(`    FAILED ${flaw}`);
      }
    } finally {
      await closeSides(sides);
    }
  }
  console.log(`\n${names.length * browsers.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}
