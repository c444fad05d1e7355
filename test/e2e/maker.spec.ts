/** The page on which an analysis is made: from a pasted article to a file that comes in by the door, kept between visits, by keys. */
import type { Page } from "puppeteer-core";
import { beforeEach, expect, test } from "vitest";
import { readPackFile } from "../../src/pack/format/read-pack.ts";
import { textsOf } from "../harness/driver/marks.ts";
import { askPacks, removePacks } from "../harness/driver/packs.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { exportedBy } from "./keys.ts";
import { expectRulesKept } from "./page-rules.ts";
import { useBrowser } from "./session.ts";

const session = useBrowser();
let page: Page;

const ARTICLE = `Who keeps the lamps?

The Tollgate Museum is shut. Its keeper, Ida Quell, wrote to the Lamp Society (LS) in March.

“We wrote twice,” said Quell, who paid for the oil of lamps herself.`;

const ABOUT = {
  title: "The lamps of Harrowmere",
  editor: "A. Reader",
  licence: "CC0 1.0",
  sourceTitle: "Who keeps the lamps?",
  author: "Bo Reed",
  publisher: "The Observer",
  date: "2025-03",
  genre: "report",
};

beforeEach(async () => {
  page = await session.visitOwn("maker.html");
  await page.waitForSelector("#find");
  await page.click("#start-over");
  await page.waitForSelector("#start-over.danger");
  await page.click("#start-over");
  await until("the page of a beginning", () => inPage(page, () => !document.querySelector("#names")));
  await kept();
});

const kept = () =>
  until("the work to be kept", () =>
    inPage(page, () => document.querySelector("#kept")?.textContent?.endsWith("this browser.")),
  );

/** As pasting does: the whole text at once. */
const fill = (selector: string, text: string) =>
  inPage(
    page,
    (selector: string, text: string) => {
      const box = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)!;
      const prototype =
        box instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
      Object.getOwnPropertyDescriptor(prototype, "value")!.set!.call(box, text);
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    selector,
    text,
  );
const textOf = (selector: string) =>
  inPage(page, (at: string) => document.querySelector(at)?.textContent ?? "", selector);
const IDA = '[data-entity="Ida Quell"]';

async function pasted(): Promise<void> {
  await fill('[name="article"]', ARTICLE);
  await page.click("#find");
  await page.waitForSelector('#names input[value="Ida Quell"]');
}

test("paste, tick, write, try, save: the file comes in by the door, without the article", async () => {
  await pasted();
  // By keys: the box has the focus, Space ticks it, Tab leads on.
  await page.focus('#names input[value="Ida Quell"]');
  await page.keyboard.press(" ");
  await page.waitForSelector(IDA);
  await page.focus(`${IDA} [name="summary"]`);
  await page.keyboard.type("Keeper of the museum.");
  await page.click(`${IDA} [name="add-claim"]`);
  await page.waitForSelector(`${IDA} .claim`);
  await fill(`${IDA} [name="claim"]`, "She says that she wrote twice.");
  await fill(`${IDA} [name="by"]`, "Ida Quell");
  await page.select(`${IDA} [name="stance"]`, "official");
  await page.select(`${IDA} [name="passage"]`, "p2");
  await fill(`${IDA} [name="wikidata"]`, "seven");
  for (const [name, value] of Object.entries(ABOUT))
    await fill(`#about-title ~ .fields [name="${name}"]`, value);
  // What is missing is said beside its field, and the file is not to be had.
  await until("the paragraph's gist to be asked for", () =>
    inPage(page, () => document.querySelector('[name="gist-p2"]')?.getAttribute("aria-invalid") === "true"),
  );
  const note = () =>
    inPage(
      page,
      (at: string) => {
        const box = document.querySelector(at)!;
        return document.getElementById(box.getAttribute("aria-describedby") ?? "")?.textContent ?? "";
      },
      `${IDA} [name="wikidata"]`,
    );
  expect(await note()).toContain("Q42");
  expect(await inPage(page, () => document.querySelector<HTMLButtonElement>("#save")!.disabled)).toBe(true);
  await fill(`${IDA} [name="wikidata"]`, "Q42");
  await fill('[name="gist-p2"]', "The keeper wrote twice.");
  await until("nothing to be missing", () =>
    inPage(page, () => !document.querySelector<HTMLButtonElement>("#save")!.disabled),
  );
  await fill('[name="try"]', "Nobody asked Ida Quell. Quell left.");
  await page.waitForSelector("#sample .mark");
  expect(
    await inPage(page, () => [...document.querySelectorAll("#sample .mark")].map((mark) => mark.textContent)),
  ).toEqual(["Ida Quell", "Quell"]);
  await page.click("#sample .mark");
  await page.waitForSelector("#opened .sl-summary");
  expect(await textOf("#opened")).toContain("She says that she wrote twice.");

  const file = await exportedBy(page, () => page.click("#save"));
  const result = readPackFile(file);
  expect(result).toMatchObject({ ok: true });
  const { pack } = result as Extract<typeof result, { ok: true }>;
  expect(pack).toMatchObject({
    id: "the-lamps-of-harrowmere",
    title: ABOUT.title,
    source: { title: ABOUT.sourceTitle, date: "2025-03" },
    passages: [{ id: "p2", gist: "The keeper wrote twice." }],
    entities: [
      {
        id: "ida-quell",
        kind: "person",
        sameAs: ["Q42"],
        claims: [{ stance: "official", by: "Ida Quell", passages: ["p2"] }],
      },
    ],
  });
  for (const sentence of ["is shut", "paid for the oil"]) expect(file).not.toContain(sentence);
});

test("the work is kept between visits; what was ticked off comes back with what was written; beginning anew deletes it", async () => {
  await pasted();
  await page.click('#names input[value="Ida Quell"]');
  await page.waitForSelector(IDA);
  await fill(`${IDA} [name="summary"]`, "Keeper.");
  await kept();
  page = await session.visitOwn("maker.html");
  await page.waitForSelector(IDA);
  const summary = () =>
    inPage(
      page,
      (at: string) => document.querySelector<HTMLTextAreaElement>(at)?.value,
      `${IDA} [name="summary"]`,
    );
  expect(await summary()).toBe("Keeper.");
  await page.click('#names input[value="Ida Quell"]');
  await until("it to be off", () => inPage(page, (at: string) => !document.querySelector(at), IDA));
  await page.click('#names input[value="Ida Quell"]');
  await page.waitForSelector(IDA);
  expect(await summary()).toBe("Keeper.");
  await page.click("#start-over");
  await page.waitForSelector("#start-over.danger");
  await page.click("#start-over");
  await kept();
  page = await session.visitOwn("maker.html");
  await page.waitForSelector("#find");
  expect(
    await inPage(page, () => document.querySelector<HTMLTextAreaElement>('[name="article"]')!.value),
  ).toBe("");
  expect(await inPage(page, () => document.querySelector("#names"))).toBeNull();
});

test("added to the browser from the page: its names are marked, and it is removed and brought back", async () => {
  await fill('[name="article"]', "The Lantern Guild is old.\n\nWe met the Lantern Guild there.");
  await page.click("#find");
  await page.waitForSelector('#names input[value="Lantern Guild"]');
  await page.click('#names input[value="Lantern Guild"]');
  await page.waitForSelector('[data-entity="Lantern Guild"]');
  await fill('[data-entity="Lantern Guild"] [name="summary"]', "An old guild.");
  for (const [name, value] of Object.entries(ABOUT))
    await fill(`#about-title ~ .fields [name="${name}"]`, value);
  await page.waitForSelector("#install:not([disabled])");
  await page.click("#install");
  await until("it to be added", async () => (await textOf("#installed")).includes(ABOUT.title));
  try {
    const web = await session.visit("packs.html");
    const marks = (...texts: string[]) =>
      until(`marks on ${texts.join(", ")}`, async () => (await textsOf(web.page)).join() === texts.join());
    await marks("Lantern Guild", "Daesh");
    const id = "the-lamps-of-harrowmere";
    expect(await askPacks(session.driver, "packs.remove", { id })).toBe(true);
    await marks("Daesh");
    expect(await askPacks(session.driver, "packs.restore", {})).toBe(true);
    await marks("Lantern Guild", "Daesh");
  } finally {
    await removePacks(session.driver);
  }
});

test("it keeps to the rules with everything open, light and dark, in both directions, and fits a narrow window", async () => {
  await pasted();
  await page.click('#names input[value="Ida Quell"]');
  await page.click(`${IDA} [name="add-claim"]`);
  await fill('[name="try"]', "Ida Quell left.");
  await page.waitForSelector("#sample .mark");
  await page.click("#sample .mark");
  await page.waitForSelector("#opened");
  await expectRulesKept(page);
  // 1280 CSS px at 400 %.
  await page.setViewport({ width: 320, height: 800 });
  await until("no scrolling sideways", () => inPage(page, () => document.documentElement.scrollWidth <= 320));
});
