/** Every setting, changed in the options by a real pointer, and seen on a page that is open meanwhile. */
import type { Page } from "puppeteer-core";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { defaults } from "../../src/settings/defaults.ts";
import { cardCloses, cardOpens, cardsInTime, cardsSoFar } from "../harness/driver/card.ts";
import { badgeOf } from "../harness/driver/desk.ts";
import { hover, leave, marked, marksOf, reachableMark, type Spot, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { saved } from "./keys.ts";
import { useBrowser, wasRead } from "./session.ts";

const COUNCIL = "UN Security Council";

const session = useBrowser();
let web: WebPage;
let options: Page;

beforeEach(async () => {
  await session.driver.change({ type: "reset" });
  options = await session.visitOwn("options.html");
  web = await session.visit("sections.html");
  await wasRead(session.driver, web);
  await marked(web.page);
});

/** Chooses in a group of radio buttons. */
async function choose(name: string, value: string): Promise<void> {
  await options.bringToFront();
  await options.click(`label:has(input[name="${name}"][value="${value}"])`);
  await saved(options);
  await web.page.bringToFront();
}

/** Clicks the check box that is labelled so. */
async function tick(label: string): Promise<void> {
  await options.bringToFront();
  const id = await until(`a check box “${label}”`, () =>
    inPage(
      options,
      (wanted: string) =>
        [...document.querySelectorAll("label")].find((each) => each.textContent?.trim() === wanted)?.htmlFor,
      label,
    ),
  );
  await options.click(`label[for="${id}"]`);
  await saved(options);
  await web.page.bringToFront();
}

async function spotOf(text: string) {
  return until(`a mark “${text}”`, () => reachableMark(web.page, text));
}

/** The dwell that is set where none is tested, ms. */
const { hoverDelay } = defaults;

const noCardComes = async () => expect(await cardsInTime(web, hoverDelay)).toBe(0);

/** Until the card of the Council is up. */
async function cardOfCouncil(): Promise<void> {
  await hover(web.page, await spotOf(COUNCIL));
  await cardOpens(web, COUNCIL);
}

test("density: every mention instead of the first", async () => {
  const first = (await marksOf(web.page)).length;
  await choose("density", "all");
  await until("more marks", async () => (await marksOf(web.page)).length > first);
  expect((await textsOf(web.page)).filter((text) => text === "Daesh")).toHaveLength(3);
});

test("mark styles: line, wavy, double, tint", async () => {
  for (const style of ["line", "wavy", "double", "tint"]) {
    await choose("mark-style", style);
    await until(`marks in the style ${style}`, async () => {
      const marks = await marksOf(web.page);
      return marks.length > 0 && marks.every((mark) => mark.style === style);
    });
  }
});

test("single names: one taken out", async () => {
  await tick("Wilson Center");
  await until("the name to lose its mark", async () => !(await textsOf(web.page)).includes("Wilson Center"));
  expect(await textsOf(web.page)).toContain(COUNCIL);
});

test("kinds: institutions off, places on", async () => {
  await tick("Institutions");
  await until("institutions to lose their marks", async () => !(await textsOf(web.page)).includes(COUNCIL));
  await tick("Places");
  await until("places to be marked", async () => (await textsOf(web.page)).includes("Kabul"));
});

test("marking at all: off", async () => {
  await tick("Mark names on pages");
  await until("the marks to vanish", async () => (await marksOf(web.page)).length === 0);
});

test("the dwell: a card waits for as long as is set", async () => {
  await options.bringToFront();
  const box = await options.waitForSelector(".number-box input");
  await box!.click({ count: 3 });
  await options.keyboard.type("2000");
  await options.keyboard.press("Enter");
  await saved(options);
  await web.page.bringToFront();
  const spot = await spotOf(COUNCIL);
  // By the page's own timers, whatever the machine has to do: one of nearly as long a delay, begun no later than the dwell.
  await inPage(
    web.page,
    ({ x, y }: Spot, nearly: number) => {
      const note = () => setTimeout(() => Object.assign(window, { seenBefore: cardsSeen }), nearly);
      document.elementFromPoint(x, y)!.addEventListener("pointermove", note, { once: true });
    },
    spot,
    1_900,
  );
  await hover(web.page, spot);
  await cardOpens(web, COUNCIL);
  const seenBefore = () => inPage(web.page, () => (window as unknown as { seenBefore?: number }).seenBefore);
  expect([await seenBefore(), await cardsSoFar(web)]).toEqual([0, 1]);
});

test("the modifier: no card without the key, a card with it", async () => {
  await choose("modifier", "shift");
  await hover(web.page, await spotOf(COUNCIL));
  await noCardComes();
  await web.page.keyboard.down("Shift");
  await cardOpens(web, COUNCIL);
  await web.page.keyboard.up("Shift");
  await leave(web.page);
  await cardCloses(web);
});

test("opening by click: hovering opens nothing, a click does", async () => {
  await choose("open-by", "click");
  const spot = await spotOf(COUNCIL);
  await hover(web.page, spot);
  await noCardComes();
  await web.page.mouse.click(spot.x, spot.y);
  await cardOpens(web, COUNCIL);
});

test("theme: an open card turns dark", async () => {
  await cardOfCouncil();
  const background = () =>
    web.inCard((root) => getComputedStyle(root.querySelector("[role=dialog]") as Element).backgroundColor);
  const light = await background();
  await leave(web.page);
  await cardCloses(web);
  await choose("theme", "dark");
  await cardOfCouncil();
  expect(await background()).not.toBe(light);
});

test("the count on the toolbar button: none at first, then kept up with the page, and gone when switched off", async () => {
  const badge = (text: string) =>
    until(`the badge to say “${text}”`, async () => (await badgeOf(options, web.tab)) === text);
  expect(await badgeOf(options, web.tab)).toBe("");
  await tick("Show on the toolbar button how many names a page has");
  await badge("4");
  await web.page.click("#more");
  await badge("5");
  await tick("Show on the toolbar button how many names a page has");
  await badge("");
});

test("sites: only where a rule says so, and a rule for this site", async () => {
  // In Firefox the options hand back what is not to be read any more.
  onTestFinished(() => session.driver.extension.allowPages(true));
  await choose("reading", "chosen");
  await until("the marks to vanish", async () => (await marksOf(web.page)).length === 0);
  await options.bringToFront();
  await options.type('input[name="site"]', "127.0.0.1");
  await options.keyboard.press("Enter");
  await options.waitForSelector('.rule[data-pattern="127.0.0.1"]');
  await web.page.bringToFront();
  await marked(web.page);
});

test("settings outlive the pages: opened anew, they are kept", async () => {
  await choose("mark-style", "tint");
  await web.visit(session.addressOf("sections.html"));
  await wasRead(session.driver, web);
  expect(new Set((await marked(web.page)).map(({ style }) => style))).toEqual(new Set(["tint"]));
  options = await session.visitOwn("options.html");
  await options.waitForSelector('input[name="mark-style"][value="tint"]:checked');
});

test("a pause is shown with its end, and ended here", async () => {
  expect(await inPage(options, () => document.querySelector("#paused"))).toBeNull();
  await session.driver.change({ type: "set", key: "pausedUntil", value: Date.now() + 3_600_000 });
  await until("the marks to vanish", async () => (await marksOf(web.page)).length === 0);
  await options.bringToFront();
  await options.waitForSelector("#end-pause");
  expect(await inPage(options, () => document.querySelector("#paused p")?.textContent)).toMatch(
    /^Paused until \d/,
  );
  await options.click("#end-pause");
  await saved(options);
  expect(
    await inPage(options, () => [document.querySelector("#paused"), document.activeElement?.id]),
  ).toEqual([null, "what-title"]);
  await web.page.bringToFront();
  await marked(web.page);
});
