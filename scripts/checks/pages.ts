/**
 * `npm run check:pages [-- FOLDER]`: drives Chromium over a folder of saved pages, each with and without the extension,
 * and compares. The markup must be the same, nothing of ours may throw, and nothing of ours may be asked for.
 */
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { launch } from "../lib/driver/launch.ts";
import { marksOf } from "../lib/driver/marks.ts";
import { inPage, until } from "../lib/driver/shared.ts";
import type { Driver, WebPage } from "../lib/driver/types.ts";
import { buildExtension } from "../lib/extension.ts";
import { inRoot } from "../lib/paths.ts";
import { serve } from "../lib/serve.ts";

/** How long both visits may take to come to the same, ms: pages go on changing themselves after they have loaded. */
const REST = 12_000;

/** How often a page that differs is visited again. */
const VISITS = 3;

const folder = resolve(
  process.env.INIT_CWD ?? process.cwd(),
  process.argv[2] ?? inRoot("../shared/corpora/pages"),
);
const names = await readdir(folder).then(
  (entries) => entries.filter((name) => /\.x?html?$/i.test(name)).sort(),
  () => [],
);
if (names.length === 0) {
  console.error(`${folder} holds no pages. Name a folder of saved HTML files: npm run check:pages -- FOLDER`);
  process.exit(1);
}

const { problems } = await buildExtension({ minify: true });
for (const problem of problems) console.error(problem);

const server = await serve({ pages: folder });
const [ours, bare] = [
  await launch("chromium", { offline: true }),
  await launch("chromium", { offline: true, extension: null }),
];
let failed = 0;
try {
  console.log(`${"page".padEnd(32)}  ${"marks".padStart(5)}  markup  errors  requests`);
  for (const name of names) {
    const flaws = await compareUntilSame(name);
    if (flaws.length > 0) failed += 1;
    for (const flaw of flaws) console.log(`    ${flaw}`);
  }
} finally {
  await Promise.all([ours.close(), bare.close()]);
  await server.close();
}
console.log(`\n${names.length - failed} pages passed, ${failed} failed`);
process.exitCode = failed === 0 && problems.length === 0 ? 0 : 1;

/** Pages race with themselves, too. What differs once may be theirs; what differs every time is ours. */
async function compareUntilSame(name: string): Promise<string[]> {
  let flaws: string[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    flaws = await compare(name).catch((error: unknown) => [String(error)]);
    if (flaws.length === 0) break;
  }
  return flaws;
}

async function compare(name: string): Promise<string[]> {
  const address = `${server.address}pages/${encodeURIComponent(name)}`;
  const [withUs, alone] = await Promise.all([visit(ours, address), visit(bare, address)]);
  let flaws: string[] = [];
  let same = false;
  const agree = async () => {
    const [state, markup] = await stateOf(withUs);
    const [otherState, otherMarkup] = await stateOf(alone);
    same = markup === otherMarkup;
    flaws = same ? [] : [firstDifference(markup, otherMarkup)];
    flaws.push(...errorsOf(withUs, alone));
    const read = (await ours.summary(withUs))?.status === "marked";
    return read && state === "complete" && otherState === "complete" && flaws.length === 0;
  };
  await until("both to agree", agree, REST).catch(() => {});
  const marks = String((await marksOf(withUs.page)).length);
  const errors = withUs.errors.filter((error) => error.includes("chrome-extension:"));
  const requests = withUs.requests.filter(({ own }) => own);
  flaws.push(...errors, ...requests.map(({ url }) => `asked for ${url}`));
  const columns = [
    name.padEnd(32),
    marks.padStart(5),
    (same ? "same" : "DIFFERS").padEnd(7),
    String(errors.length).padStart(5),
    String(requests.length).padStart(8),
  ];
  console.log(columns.join("  "));
  await Promise.all([withUs.page.close(), alone.page.close()]);
  return flaws;
}

function visit(driver: Driver, address: string): Promise<WebPage> {
  return driver.open(address, { repeatable: true });
}

function stateOf({ page }: WebPage): Promise<readonly [state: string, markup: string]> {
  return inPage(page, () => [document.readyState, document.documentElement.outerHTML] as const);
}

/** Kinds, not counts: a page's own timer may throw the same thing again and again. */
function errorsOf(withUs: WebPage, alone: WebPage): string[] {
  const known = new Set(alone.errors.map(firstLine));
  const added = new Set(withUs.errors.map(firstLine).filter((error) => !known.has(error)));
  return [...added].map((error) => `throws only with the extension: ${error}`);
}

function firstLine(error: string): string {
  return error.split("\n", 1)[0]!;
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 80));
  return `markup differs at ${at}:\n      with    ${around(a)}\n      without ${around(b)}`;
}
