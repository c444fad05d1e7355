/**
 * `npm run check:cases -- FOLDER [--browser chromium|firefox] [--built]`: a folder of pages, each in a browser with the
 * extension and in one without, and what happens in them: what is marked and listed, on which marks in view a card opens and
 * whether Escape closes it, errors, and whether the markup is the same. Pictures of both go to `dist/cases/`, to be looked
 * at. What is in no mark's favour (a page without marks, a mark without a card) is told and is no failure: a case may mean it.
 */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Frame } from "puppeteer-core";
import { BROWSERS, type BrowserName } from "../../scripts/lib/browsers.ts";
import { buildExtension } from "../../scripts/lib/extension.ts";
import { DIST } from "../../scripts/lib/paths.ts";
import { cardCloses, cardIsOpen, cardText } from "./driver/card.ts";
import { hover, leave, spotsOf, textsOf } from "./driver/marks.ts";
import { inPage, until } from "./driver/shared.ts";
import type { WebPage } from "./driver/types.ts";
import { closePage, closeSides, openSides, type Sides } from "./hostile/pair.ts";

/** How long a page may take to be read, to be the same with and without, and a card to come, ms. */
const READING = 15_000;
const REST = 5_000;
const CARD = 1_500;

/** So many marks of a page are pointed at. */
const POINTED = 6;

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
    const frames = page!.page.frames();
    // Nothing tells from outside when a frame was read.
    const areMarked = async () => (await Promise.all(frames.map(marksIn))).every((marks) => marks.length > 0);
    if (frames.length > 1) await until("marks in the frames", areMarked, REST).catch(() => {});
    const marks = (await Promise.all(frames.map(marksIn))).flat();
    told.push(`marks ${marks.length}${marks.length > 0 ? ` (${marks.slice(0, 4).join(", ")})` : ""}`);
    told.push(`listed ${summary.mentions.length}`);
    await photograph(page!, `${picture}.png`);
    await photograph(alone!, `${picture}-without.png`);
    const difference = await differenceOf(page!, alone!);
    if (difference) flaws.push(difference);
    await tryCards(page!, `${picture}-card.png`, told, flaws);
    const theirs = alone!.errors.map(withoutNumbers);
    for (const error of page!.errors)
      if (!theirs.includes(withoutNumbers(error))) flaws.push(`error: ${error}`);
  } catch (error) {
    flaws.push(String(error));
  } finally {
    await Promise.all([page!, alone!].map(closePage));
  }
  return { told, flaws };
}

const marksIn = (frame: Frame): Promise<string[]> => textsOf(frame).catch(() => []);

/** Two visits never have ports and counters in common. */
const withoutNumbers = (text: string): string => text.replace(/\d+/g, "0");

async function markup({ page }: WebPage): Promise<string> {
  const text = await inPage(page, () => document.documentElement.outerHTML);
  return withoutNumbers(text.replace(/blob:[^"]+/g, "blob:"));
}

async function photograph({ page }: WebPage, path: string): Promise<void> {
  await writeFile(path, await page.screenshot());
}

/** The first place at which the markup differs; null where it comes to be the same. Pages go on changing themselves. */
async function differenceOf(page: WebPage, alone: WebPage): Promise<string | null> {
  let difference: string | null = null;
  const agree = async () => {
    const [a, b] = await Promise.all([markup(page), markup(alone)]);
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    const around = (text: string) => JSON.stringify(text.slice(Math.max(at - 20, 0), at + 60));
    difference = a === b ? null : `markup: ${around(a)}, and without ${around(b)}`;
    return difference === null;
  };
  await until("the same markup", agree, REST).catch(() => {});
  return difference;
}

const hasAppeared = (root: ShadowRoot): boolean =>
  getComputedStyle(root.querySelector(".sl-card")!).opacity === "1";

/** Points at the first marks in view, one after the other, and presses Escape where a card has come. */
async function tryCards(web: WebPage, picture: string, told: string[], flaws: string[]): Promise<void> {
  await web.page.bringToFront();
  const { width, height } = await inPage(web.page, () => ({ width: innerWidth, height: innerHeight }));
  const spots = (await spotsOf(web.page)).filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
  for (const spot of spots.slice(0, POINTED)) {
    await leave(web.page);
    await hover(web.page, spot);
    if (!(await until("a card", () => cardIsOpen(web), CARD).catch(() => false))) {
      told.push(`no card on “${spot.text}”`);
      continue;
    }
    told.push(`card on “${spot.text}” (${(await cardText(web))?.heading ?? "gone again"})`);
    await until("it to have appeared", () => web.inCard(hasAppeared)).catch(() => {});
    await photograph(web, picture);
    await web.page.keyboard.press("Escape");
    await cardCloses(web).catch(() => flaws.push(`the card on “${spot.text}” stays open at Escape`));
  }
}
