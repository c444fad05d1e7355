/** A table of pages, each opened with the extension and without, and what is wrong with each. */
import type { BrowserName } from "../../../scripts/lib/browsers.ts";
import { closeSides, openSides, type Sides } from "./pair.ts";

export interface Checked {
  /** What stands behind the page's name, a column each. */
  columns: string[];
  flaws: string[];
}

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
        const { columns, flaws } = await check(sides, name).catch((error: unknown) => ({
          columns: [],
          flaws: [String(error)],
        }));
        if (flaws.length > 0) failed += 1;
        row(name, columns);
        for (const flaw of flaws) console.log(`    ${flaw}`);
      }
    } finally {
      await closeSides(sides);
    }
  }
  console.log(`\n${names.length * browsers.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}
