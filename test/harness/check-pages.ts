/**
 * `npm run check:pages -- FOLDER [--cards] [--browser chromium|firefox]`: a folder of pages, each in a browser with the extension
 * and in one without. Each page must be the same in both: its markup, globals, style sheets, listeners, highlights and
 * errors, and what is asked for. With `--cards`, the first marks in view are pointed at as well: a card that opens has to close at
 * Escape and to leave nothing; and pictures of both go to `dist/pages/`, to be looked at. What is in no mark's favour (a page
 * without marks, a mark without a card) is told and is no failure: a page may mean it.
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
import { asFlaw, type Checked, checkPages, pagesIn } from "./hostile/check.ts";
import { ask, openPair, type Side, type Sides } from "./hostile/pair.ts";
import { settled } from "./hostile/visit.ts";

/** How long a page may take to be read, ms: five megabytes of it take seconds, and on a busy machine more. */
const READING = 60_000;
/** How long both visits may take to come to the same, ms: pages go on changing themselves after they have loaded. */
const REST = 12_000;
/** How long a card may take to come, and marks in frames, ms. */
const CARD = 1_500;
const FRAMES = 5_000;
/** So many marks of a page are pointed at. */
const POINTED = 6;
/** How often a page that differs is visited again: pages race with themselves, but what differs every time is ours. */
const VISITS = 3;

const USAGE = "check:pages -- FOLDER [--cards] [--browser chromium|firefox]";
const { browser, cards, words } = cli(USAGE, { browser: browsers, cards: "flag" }, "some");
const { folder, names } = await pagesIn(USAGE, words[0]!);
if ((await buildToUse()).problems.length > 0) process.exitCode = 1;
await checkPages(browser, folder, names, ["marks", "listed"], async (sides, name) => {
  let last: Checked = { columns: [], flaws: [] };
  for (let visit = 0; visit === 0 || (last.flaws.length > 0 && visit < VISITS); visit++)
    last = await compare(sides, name).catch(asFlaw);
  return last;
});

function hasLeft({ server }: Side, { page }: WebPage): boolean {
  return !page.url().startsWith(server.address);
}

async function compare({ ours, bare }: Sides, name: string): Promise<Checked> {
  const pair = await openPair({ ours, bare }, encodeURIComponent(name), { repeatable: true });
  const { page, alone } = pair;
  try {
    // First, for asking for all of a large page's markup keeps it from being read.
    const summary = await until(
      "the page to be read",
      async () => {
        if (hasLeft(ours, page)) return "left";
        const now = await ours.driver.summary(page);
        return now && now.status !== "reading" ? now : null;
      },
      READING,
    );
    // Some pages go elsewhere by themselves; offline, they end at the browser's page of errors.
    if (summary === "left") {
      await until("the page to leave without us, too", () => hasLeft(bare, alone));
      return { flaws: [], columns: ["leaves"] };
    }
    const listed = String(summary.mentions.length);
    if (!cards) {
      const flaws = await settled(() => pair.differences(true), REST);
      return { flaws, columns: [String((await ask<string[]>(page, "marks")).length), listed] };
    }
    const marks = await marksIn(page.page.frames());
    const pictures = join(DIST, "pages", ours.driver.name);
    await mkdir(pictures, { recursive: true });
    const picture = join(pictures, name.replace(/\.\w+$/, ""));
    await photograph(page, `${picture}.png`);
    await photograph(alone, `${picture}-without.png`);
    const flaws = await settled(() => pair.differences(true), REST);
    const notes =
      marks.length > 0 ? [`marked: ${marks.slice(0, 4).join(", ")}`, `pictures: ${picture}…`] : [];
    await tryCards(page, `${picture}-card.png`, notes, flaws);
    const after = await settled(() => pair.differences(true), REST);
    flaws.push(...after.map((flaw) => `after the cards: ${flaw}`));
    return { flaws, notes, columns: [String(marks.length), listed] };
  } finally {
    await pair.close();
  }
}

/** Nothing tells from outside when a frame was read: frames get some time. */
async function marksIn(frames: readonly Frame[]): Promise<string[]> {
  let marks: string[][] = [];
  const areMarked = async () => {
    marks = await Promise.all(frames.map((frame) => textsOf(frame).catch(() => [])));
    return frames.length === 1 || marks.every(({ length }) => length > 0);
  };
  await until("marks in the frames", areMarked, FRAMES).catch(() => {});
  return marks.flat();
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
    await until("it to have faded in", () => web.inCard(hasFadedIn)).catch(() => {});
    await photograph(web, picture);
    await web.page.keyboard.press("Escape");
    await cardCloses(web).catch(() => flaws.push(`the card on “${spot.text}” stays open at Escape`));
  }
}
