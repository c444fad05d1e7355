/**
 * The whole way of an analysis: made in the page from a pasted article, saved, and that very file installed in a browser that has never
 * seen it; marked, on a card beside what the bundled analysis says of the same entity, found by search, removed, and brought back.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterEach, expect, test } from "vitest";
import { readPackFile } from "../../src/pack/format/read-pack.ts";
import { cardIsOpen, cardText } from "../harness/driver/card.ts";
import { hover, leave, reachableMark, textsOf } from "../harness/driver/marks.ts";
import { listPacks, removePacks } from "../harness/driver/packs.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { Driver, WebPage } from "../harness/driver/types.ts";
import { exportedBy, hasFocus, tabAndPress } from "./keys.ts";
import { ABOUT, beginAnew, fill, fillAbout, pasteArticle, press, tickIn } from "./maker-page.ts";
import { useBrowser, useShortDwell, wasRead } from "./session.ts";

const editor = useBrowser();
/** One of its own: its profile has never had an analysis but the bundled one. */
const reader = useBrowser({});
useShortDwell(reader);

const ARTICLE = `Who keeps the lamps?

The Lantern Guild is shut. Its keeper, Ida Quell, wrote to the Lantern Guild in March.

“We wrote to the Wall Street Journal as well,” said Quell, who paid for the oil of lamps herself. The Wall Street Journal has not answered.`;

const GUILD = '[data-entity="lantern-guild"]';
const JOURNAL = '[data-entity="wall-street-journal"]';
const ID = "the-lamps-of-harrowmere";
const PACK = `.pack[data-pack="${ID}"]`;
/** As the bundled analysis has it. */
const WIKIDATA = "Q164746";
const CLAIM = "A letter to it was not answered.";

afterEach(async () => {
  await removePacks(editor.driver);
  await removePacks(reader.driver);
});

test("an analysis is made, saved, installed elsewhere, seen on a card beside the bundled one, found, removed and brought back", async () => {
  const file = await makeIn(await editor.visitOwn("maker.html"), editor.driver);
  await installIn(reader.driver, file);
  const web = await reader.visit("packs.html");
  await wasRead(reader.driver, web);
  await inPage(web.page, () => {
    document.querySelector("h1")!.textContent = "What Wall Street Journal readers were told";
  });
  await marksAre(web, "Wall Street Journal", "Lantern Guild", "Daesh");
  const parts = await partsOnCard(web);
  expect(parts).toHaveLength(2);
  const own = parts.find((part) => part.startsWith(ABOUT.title))!;
  expect(own).toContain(CLAIM);
  expect(own).toContain(ABOUT.author);
  expect(parts.find((part) => part !== own)).not.toContain(CLAIM);

  const popup = await reader.driver.openOwn(`popup.html#tab=${web.tab}`);
  await popup.waitForSelector("#search");
  await popup.type("#search", "wall street");
  await popup.waitForSelector('.result[data-entity="wall-street-journal"]');
  await popup.keyboard.press("Enter");
  await until("both parts in the popup", async () => {
    const shown = await inPage(popup, () =>
      [...document.querySelectorAll(".sl-part")].map(({ textContent }) => textContent ?? ""),
    );
    return shown.length === 2 && shown.some((part) => part.includes(CLAIM));
  });
  // What it alone has is found as well.
  await popup.click("#back");
  await popup.waitForSelector("#search");
  await fill(popup, "#search", "");
  await popup.type("#search", "lantern guild");
  await popup.waitForSelector(`.result[data-entity="${ID}/lantern-guild"]`);
  await popup.close();

  const options = await openOptions(reader.driver);
  await options.waitForSelector(PACK);
  await tabAndPress(options, `${PACK} .pack-tools button:last-child`, "Enter", "back");
  await until("it to be gone", async () => !(await options.$(PACK)));
  // The row had the focus, and is gone.
  await until("Undo to have the focus", () => hasFocus(options, "#pack-restore"));
  await web.page.bringToFront();
  await marksAre(web, "Wall Street Journal", "Daesh");
  expect(await partsOnCard(web)).toEqual([expect.not.stringContaining(CLAIM)]);

  await options.bringToFront();
  await options.keyboard.press("Enter");
  await options.waitForSelector(PACK);
  await until("the row to have the focus", () => hasFocus(options, `${PACK} input`));
  await web.page.bringToFront();
  await marksAre(web, "Wall Street Journal", "Lantern Guild", "Daesh");
  expect((await partsOnCard(web)).some((part) => part.includes(CLAIM))).toBe(true);
  await options.close();
});

/** Makes the analysis from the article; the file that the page hands to the downloads. */
async function makeIn(page: Page, driver: Driver): Promise<string> {
  await beginAnew(page);
  await pasteArticle(page, ARTICLE, "Lantern Guild");
  // By keys: the box has the focus, Space ticks it.
  for (const [name, form] of [
    ["Lantern Guild", GUILD],
    ["Wall Street Journal", JOURNAL],
  ] as const) {
    await page.focus(`#names input[value="${name}"]`);
    await page.keyboard.press(" ");
    await page.waitForSelector(`${form} [name="summary"]`);
  }
  await page.focus(`${GUILD} [name="summary"]`);
  await page.keyboard.type("An old guild.");
  await fill(page, `${JOURNAL} [name="summary"]`, "Who was written to.");
  await press(page, `${JOURNAL} [name="add-claim"]`);
  await page.waitForSelector(`${JOURNAL} .claim`);
  await fill(page, `${JOURNAL} [name="claim"]`, CLAIM);
  await fill(page, `${JOURNAL} [name="by"]`, "Ida Quell");
  await page.select(`${JOURNAL} [name="stance"]`, "official");
  await tickIn(page, `${JOURNAL} [data-more="passage"]`, "p2");
  await fill(page, `${JOURNAL} [name="wikidata"]`, "seven");
  await fillAbout(page);
  // What is missing is said beside its field, and the file is not to be had.
  await until("the paragraph's gist to be asked for", () =>
    inPage(page, () => document.querySelector('[name="gist-p2"]')?.getAttribute("aria-invalid") === "true"),
  );
  const note = await inPage(
    page,
    (at: string) => {
      const box = document.querySelector(at)!;
      return document.getElementById(box.getAttribute("aria-describedby") ?? "")?.textContent ?? "";
    },
    `${JOURNAL} [name="wikidata"]`,
  );
  expect(note).toContain("Q42");
  expect(await inPage(page, () => document.querySelector<HTMLButtonElement>("#save")!.disabled)).toBe(true);
  await fill(page, `${JOURNAL} [name="wikidata"]`, WIKIDATA);
  await fill(page, '[name="gist-p2"]', "Two letters were written.");
  await page.waitForSelector("#save:not([disabled])");
  await fill(page, '[name="try"]', "Nobody of the Lantern Guild reads the Wall Street Journal.");
  await until("both to be marked", () =>
    inPage(
      page,
      () =>
        [...document.querySelectorAll("#sample .mark")].map((mark) => mark.textContent).join() ===
        "Lantern Guild,Wall Street Journal",
    ),
  );
  await page.click("#sample .mark:last-of-type");
  await until("its card", () =>
    inPage(
      page,
      (claim: string) => document.querySelector("#opened")?.textContent?.includes(claim) === true,
      CLAIM,
    ),
  );
  const file = await exportedBy(page, () => press(page, "#save"));
  const result = readPackFile(file);
  expect(result).toMatchObject({
    ok: true,
    pack: {
      id: ID,
      title: ABOUT.title,
      source: { title: ABOUT.sourceTitle, date: ABOUT.date },
      passages: [{ id: "p2", gist: "Two letters were written." }],
      entities: [
        { id: "lantern-guild" },
        {
          id: "wall-street-journal",
          sameAs: [WIKIDATA],
          claims: [{ stance: "official", by: "Ida Quell", passages: ["p2"] }],
        },
      ],
    },
  });
  for (const sentence of ["is shut", "paid for the oil"]) expect(file).not.toContain(sentence);
  // The editor's own browser has it without a file.
  await page.click("#install");
  await until("it to be added here", async () =>
    (await listPacks(driver))?.packs.some(({ id }) => id === ID),
  );
  return file;
}

async function openOptions(driver: Driver): Promise<Page> {
  const page = await driver.openOwn("options.html");
  await page.bringToFront();
  await page.waitForSelector(".pack");
  return page;
}

async function installIn(driver: Driver, file: string): Promise<void> {
  const options = await openOptions(driver);
  const folder = await mkdtemp(join(tmpdir(), "sidelight-journey-"));
  try {
    const path = join(folder, `${ID}.sidelight.json`);
    await writeFile(path, file);
    const box = (await options.waitForSelector('input[name="pack-file"]')) as ElementHandle<HTMLInputElement>;
    await box.uploadFile(path);
    await options.waitForSelector("#pack-preview");
    expect(await options.$(PACK)).toBeNull();
    await tabAndPress(options, "#pack-yes");
    await options.waitForSelector(PACK);
  } finally {
    await rm(folder, { recursive: true });
    await options.close();
  }
}

/** Waits until these are marked, in the order of the page, and nothing else. */
const marksAre = (web: WebPage, ...texts: string[]) =>
  until(`marks on ${texts.join(", ")}`, async () => (await textsOf(web.page)).join() === texts.join());

/** Opens the card of the entity that both know; what each pack says on it. */
async function partsOnCard(web: WebPage): Promise<string[]> {
  await web.page.bringToFront();
  await until("a card", async () => {
    const spot = await reachableMark(web.page, "Wall Street Journal");
    if (!spot) return false;
    await leave(web.page);
    await hover(web.page, spot);
    return until("it", () => cardIsOpen(web)).catch(() => false);
  });
  await until("its words", async () => (await cardText(web))?.text);
  const parts = await web.inCard((root) =>
    [...root.querySelectorAll(".sl-part")].map(({ textContent }) => textContent ?? ""),
  );
  await web.page.keyboard.press("Escape");
  return parts ?? [];
}
