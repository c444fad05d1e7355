/**
 * `npm run check:cases -- FOLDER [--browser chromium|firefox] [--built]`: a folder of pages, each in a browser with the
 * extension and in one without, and what happens in them: what is marked and listed, whether a card opens on the first
 * mark and closes by Escape, errors, and whether the markup is the same. Pictures of both go to `dist/cases/`, to be looked
 * at. What is in no mark's favour (a page without marks, a mark without a card) is told and is no failure: a case may mean it.
 */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { BROWSERS, type BrowserName } from "../../scripts/lib/browsers.ts";
import { buildExtension } from "../../scripts/lib/extension.ts";
import { DIST } from "../../scripts/lib/paths.ts";
import { cardCloses, cardIsOpen, cardText } from "./driver/card.ts";
import { hover, leave, reachableMark, textsOf } from "./driver/marks.ts";
import { inPage, until } from "./driver/shared.ts";
import type { WebPage } from "./driver/types.ts";
import { closePage, closeSides, openSides, type Sides } from "./hostile/pair.ts";

/** How long a page may take to be read, and a card to come, ms. */
const READING = 15_000;
const CARD = 3_000;

const { values, positionals } = parseArgs({
  options: { browser: { type: "string" }, built: { type: "boolean" } },
  allowPositionals: true,
});
const browsers = BROWSERS.filter((name) => values.browser === undefined || name === values.browser);
const folder = positionals[0] && resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0]);
const names = folder ? (await readdir(folder)).filter((name) => /\.x?html?$/i.test(name)).sort() : [];
if (!folder || names.length === 0 || browsers.length === 0) {
  console.error("Name a folder of HTML files: npm run check:cases -- FOLDER [--browser chromium|firefox]");
  process.exit(1);
}
// `--built`: with the build that is there.
const problems = values.built ? [] : (await buildExtension({ minify: true })).problems;
for (const problem of problems) console.error(problem);

let failed = problems.length;
for (const browser of browsers) failed += await checkIn(browser, folder);
console.log(`\n${names.length * browsers.length} pages, ${failed} with errors or other markup`);
console.log(`pictures: ${join(DIST, "cases")}`);
process.exitCode = failed === 0 ? 0 : 1;

async function checkIn(browser: BrowserName, folder: string): Promise<number> {
  const pictures = join(DIST, "cases", browser);
  await mkdir(pictures, { recursive: true });
  const sides = await openSides(browser, folder);
  console.log(`\n${browser}`);
  let failed = 0;
  try {
    for (const name of names) {
      const { told, flaws } = await visit(sides, name, join(pictures, name.replace(/\.\w+$/, "")));
      console.log(`${name.padEnd(26)} ${told.join(" · ")}`);
      for (const flaw of flaws) console.log(`    FAILED ${flaw}`);
      failed += flaws.length > 0 ? 1 : 0;
    }
  } finally {
    await closeSides(sides);
  }
  return failed;
}

interface Outcome {
  told: string[];
  flaws: string[];
}

async function visit({ ours, bare }: Sides, name: string, picture: string): Promise<Outcome> {
  const told: string[] = [];
  const flaws: string[] = [];
  const address = `pages/${encodeURIComponent(name)}`;
  const [page, alone] = await Promise.all(
    [ours, bare].map(({ driver, server }) => driver.open(`${server.address}${address}`)),
  );
  try {
    const summary = await until(
      "the page to be read",
      async () => {
        const now = await ours.driver.summary(page!);
        return now && now.status !== "reading" ? now : null;
      },
      READING,
    );
    const marks = await textsOf(page!.page);
    told.push(`marks ${marks.length}${marks.length > 0 ? ` (${marks.slice(0, 4).join(", ")})` : ""}`);
    told.push(`listed ${summary.mentions.length}`);
    const [withUs, without] = await Promise.all([page!, alone!].map(markup));
    if (withUs !== without) flaws.push(`markup: ${differenceOf(withUs!, without!)}`);
    await photograph(page!, `${picture}.png`);
    await photograph(alone!, `${picture}-without.png`);
    if (marks.length > 0) told.push(await tryCard(page!, `${picture}-card.png`));
    for (const error of page!.errors) if (!alone!.errors.includes(error)) flaws.push(`error: ${error}`);
  } catch (error) {
    flaws.push(String(error));
  } finally {
    await Promise.all([page!, alone!].map(closePage));
  }
  return { told, flaws };
}

const markup = ({ page }: WebPage) => inPage(page, () => document.documentElement.outerHTML);

const photograph = async ({ page }: WebPage, path: string) => writeFile(path, await page.screenshot());

/** The first place at which two texts differ, from both. */
function differenceOf(a: string, b: string): string {
  let at = 0;
  while (a[at] === b[at]) at++;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(at - 20, 0), at + 60));
  return `${around(a)} and without ${around(b)}`;
}

/** Points at the first mark and presses Escape, and says what came of it. */
async function tryCard(web: WebPage, picture: string): Promise<string> {
  const spot = await reachableMark(web.page);
  if (!spot) return "no mark that a pointer reaches";
  await web.page.bringToFront();
  await leave(web.page);
  await hover(web.page, spot);
  const opened = await until("a card", () => cardIsOpen(web), CARD).catch(() => false);
  if (!opened) return `no card on “${spot.text}”`;
  const heading = (await cardText(web))?.heading ?? "";
  await photograph(web, picture);
  await web.page.keyboard.press("Escape");
  const closed = await cardCloses(web).then(
    () => "closed by Escape",
    () => "STAYS OPEN at Escape",
  );
  return `card “${heading}” on “${spot.text}”, ${closed}`;
}
