/**
 * `npm run check:pages [-- FOLDER] [-- --browser chromium|firefox]`: a folder of saved pages, each in a browser with the
 * extension and in one without. Each page must be the same in both: its markup, globals, style sheets, listeners, highlights
 * and errors, and what is asked for.
 */
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { BROWSERS, type BrowserName } from "../../scripts/lib/browsers.ts";
import { buildExtension } from "../../scripts/lib/extension.ts";
import { until } from "./driver/shared.ts";
import type { WebPage } from "./driver/types.ts";
import { ask, closeSides, openPair, openSides, type Side, type Sides } from "./hostile/pair.ts";

/** How long a page may take to be read, ms: five megabytes of it take seconds, and on a busy machine more. */
const READING = 60_000;

/** How long both visits may take to come to the same, ms: pages go on changing themselves after they have loaded. */
const REST = 12_000;

/** How often a page that differs is visited again. */
const VISITS = 3;

const { values, positionals } = parseArgs({
  options: { browser: { type: "string" }, built: { type: "boolean" } },
  allowPositionals: true,
});
const browsers = BROWSERS.filter((name) => values.browser === undefined || name === values.browser);
const folder = positionals[0] && resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0]);
const names = folder ? await pagesIn(folder) : [];
if (!folder || names.length === 0 || browsers.length === 0) {
  console.error(
    "Name a folder of saved HTML files: npm run check:pages -- FOLDER [--browser chromium|firefox]",
  );
  process.exit(1);
}
// `--built`: with the build that is there.
const problems = values.built ? [] : (await buildExtension({ minify: true })).problems;
for (const problem of problems) console.error(problem);

let failed = 0;
for (const browser of browsers) failed += await checkIn(browser, folder);
console.log(`\n${names.length * browsers.length - failed} pages passed, ${failed} failed`);
process.exitCode = failed === 0 && problems.length === 0 ? 0 : 1;

async function pagesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch(() => []);
  return entries.filter((name) => /\.x?html?$/i.test(name)).sort();
}

async function checkIn(browser: BrowserName, folder: string): Promise<number> {
  const sides = await openSides(browser, folder);
  console.log(`\n${browser.padEnd(32)}  marks`);
  let failed = 0;
  try {
    for (const name of names) {
      const { flaws, marks } = await compareUntilSame(sides, name);
      const outcome = flaws.length > 0 ? "DIFFERS" : marks === null ? "leaves, with us and without" : "same";
      console.log(`${name.padEnd(32)}  ${String(marks ?? "–").padStart(5)}  ${outcome}`);
      for (const flaw of flaws) console.log(`    ${flaw}`);
      if (flaws.length > 0) failed += 1;
    }
  } finally {
    await closeSides(sides);
  }
  console.log(`${browser}: ${names.length - failed} passed, ${failed} failed`);
  return failed;
}

interface Comparison {
  flaws: string[];
  /** `null`: the page has gone elsewhere, and there was nothing to compare. */
  marks: number | null;
}

function hasLeft({ server }: Side, { page }: WebPage): boolean {
  return !page.url().startsWith(server.address);
}

/** Pages race with themselves, too. What differs once may be theirs; what differs every time is ours. */
async function compareUntilSame(sides: Sides, name: string): Promise<Comparison> {
  let last: Comparison = { flaws: [], marks: 0 };
  for (let visit = 0; visit < VISITS; visit += 1) {
    last = await compare(sides, name).catch((error: unknown) => ({ flaws: [String(error)], marks: 0 }));
    if (last.flaws.length === 0) break;
  }
  return last;
}

async function compare(sides: Sides, name: string): Promise<Comparison> {
  const pair = await openPair(sides, encodeURIComponent(name), { repeatable: true });
  try {
    // First, for asking for all of a large page's markup keeps it from being read.
    await until(
      "the page to be read",
      async () =>
        hasLeft(sides.ours, pair.page) || (await sides.ours.driver.summary(pair.page))?.status === "marked",
      READING,
    );
    // Some pages go elsewhere by themselves; offline, they end at the browser's page of errors.
    if (hasLeft(sides.ours, pair.page)) {
      await until("the page to leave without us, too", () => hasLeft(sides.bare, pair.alone));
      return { flaws: [], marks: null };
    }
    let flaws: string[] = [];
    const agree = async () => {
      flaws = await pair.differences(true);
      return flaws.length === 0;
    };
    await until("both to agree", agree, REST).catch(() => {});
    return { flaws, marks: (await ask<string[]>(pair.page, "marks")).length };
  } finally {
    await pair.close();
  }
}
