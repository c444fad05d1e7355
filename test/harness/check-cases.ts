/**
 * `npm run check:cases -- FOLDER [--browser chromium|firefox] [--built]`: a folder of pages, each in a browser with the
 * extension and in one without, and what happens in them: what is marked and listed, on which marks in view a card opens and
 * whether Escape closes it, and what of the page and its errors is not as without the extension. Pictures of both go to `dist/cases/`, to be looked
 * at. What is in no mark's favour (a page without marks, a mark without a card) is told and is no failure: a case may mean it.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame } from "puppeteer-core";
import { browsers, cli } from "../../scripts/lib/cli.ts";
import { buildToUse } from "../../scripts/lib/extension.ts";
import { DIST } from "../../scripts/lib/paths.ts";
import { hasFadedIn } from "./demo-picture.ts";
import { cardCloses, cardIsOpen, cardText } from "./driver/card.ts";
import { hover, leave, spotsOf, textsOf } from "./driver/marks.ts";
import { inPage, until } from "./driver/shared.ts";
import type { WebPage } from "./driver/types.ts";
import { type Checked, checkPages, pagesIn } from "./hostile/check.ts";
import { openPair, type Sides } from "./hostile/pair.ts";
import { settled } from "./hostile/visit.ts";

/** How long both pages may take to be the same, and a card to come, ms. */
const REST = 5_000;
const CARD = 1_500;

/** So many marks of a page are pointed at. */
const POINTED = 6;

const USAGE = "check:cases -- FOLDER [--browser chromium|firefox] [--built]";
const { browser, built, words } = cli(USAGE, { browser: browsers, built: "flag" }, "some");
const { folder, names } = await pagesIn(USAGE, words[0]!);
// `--built`: with the build that is there.
if (!built) await buildToUse();
await checkPages(browser, folder, names, ["marks", "listed"], visit);
console.log(`pictures: ${join(DIST, "cases")}`);

async function visit(sides: Sides, name: string): Promise<Checked> {
  const { driver } = sides.ours;
  const notes: string[] = [];
  const pictures = join(DIST, "cases", driver.name);
  await mkdir(pictures, { recursive: true });
  const picture = join(pictures, name.replace(/\.\w+$/, ""));
  const pair = await openPair(sides, encodeURIComponent(name));
  const { page, alone } = pair;
  try {
    const summary = await until("the page to be read", async () => {
      const now = await driver.summary(page);
      return now && now.status !== "reading" ? now : null;
    });
    const frames = page.page.frames();
    // Nothing tells from outside when a frame was read.
    const areMarked = async () => (await Promise.all(frames.map(marksIn))).every((marks) => marks.length > 0);
    if (frames.length > 1) await until("marks in the frames", areMarked, REST).catch(() => {});
    const marks = (await Promise.all(frames.map(marksIn))).flat();
    if (marks.length > 0) notes.push(`marked: ${marks.slice(0, 4).join(", ")}`);
    await photograph(page, `${picture}.png`);
    await photograph(alone, `${picture}-without.png`);
    const flaws = await settled(() => pair.differences(true), REST);
    await tryCards(page, `${picture}-card.png`, notes, flaws);
    const after = await settled(() => pair.differences(true), REST);
    flaws.push(...after.map((flaw) => `after the cards: ${flaw}`));
    return { columns: [marks.length, summary.mentions.length].map(String), notes, flaws };
  } finally {
    await pair.close();
  }
}

function marksIn(frame: Frame): Promise<string[]> {
  return textsOf(frame).catch(() => []);
}

async function photograph({ page }: WebPage, path: string): Promise<void> {
  await writeFile(path, await page.screenshot());
}

/** Points at the first marks in view, one after the other, and presses Escape where a card has come. */
async function tryCards(web: WebPage, picture: string, notes: string[], flaws: string[]): Promise<void> {
  await web.page.bringToFront();
  const { width, height } = await inPage(web.page, () => ({ width: innerWidth, height: innerHeight }));
  const spots = (await spotsOf(web.page)).filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
  for (const spot of spots.slice(0, POINTED)) {
    await leave(web.page);
    await hover(web.page, spot);
    if (!(await until("a card", () => cardIsOpen(web), CARD).catch(() => false))) {
      notes.push(`no card on “${spot.text}”`);
      continue;
    }
    notes.push(`card on “${spot.text}” (${(await cardText(web))?.heading ?? "gone again"})`);
    await until("it to have appeared", () => web.inCard(hasFadedIn)).catch(() => {});
    await photograph(web, picture);
    await web.page.keyboard.press("Escape");
    await cardCloses(web).catch(() => flaws.push(`the card on “${spot.text}” stays open at Escape`));
  }
}
