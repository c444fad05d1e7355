/** The page on which an analysis is made: what is kept between visits, and how it keeps to the rules. Its whole way: journey.spec.ts. */
import { readFile } from "node:fs/promises";
import type { ElementHandle, Page } from "puppeteer-core";
import { beforeEach, expect, test } from "vitest";
import { inRoot } from "../../scripts/lib/paths.ts";
import { readPackFile } from "../../src/pack/format/read-pack.ts";
import type { Pack } from "../../src/pack/types.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { exportedBy, hasFocus } from "./keys.ts";
import { beginAnew, fill, fillAbout, kept, openPart, pasteArticle, press, tickIn } from "./maker-page.ts";
import { expectRulesKept } from "./page-rules.ts";
import { useBrowser } from "./session.ts";

const session = useBrowser();
let page: Page;

const ARTICLE = `Who keeps the lamps?

The Tollgate Museum is shut. Its keeper, Ida Quell, wrote to the Lamp Society (LS) in March.

“We wrote twice,” said Quell, who paid for the oil of lamps herself.`;
const IDA = '[data-entity="ida-quell"]';

beforeEach(async () => {
  page = await session.visitOwn("maker.html");
  await beginAnew(page);
});

const pasted = () => pasteArticle(page, ARTICLE, "Ida Quell");

test("the work is kept between visits; what was ticked off comes back with what was written; beginning anew deletes it", async () => {
  await pasted();
  await press(page, '#names input[value="Ida Quell"]', " ");
  await page.waitForSelector(IDA);
  await fill(page, `${IDA} [name="summary"]`, "Keeper.");
  await kept(page);
  page = await session.visitOwn("maker.html");
  await page.waitForSelector(IDA);
  const summary = () =>
    inPage(
      page,
      (at: string) => document.querySelector<HTMLTextAreaElement>(at)?.value,
      `${IDA} [name="summary"]`,
    );
  expect(await summary()).toBe("Keeper.");
  await press(page, '#names input[value="Ida Quell"]', " ");
  await until("it to be off", () => inPage(page, (at: string) => !document.querySelector(at), IDA));
  await press(page, '#names input[value="Ida Quell"]', " ");
  await page.waitForSelector(IDA);
  expect(await summary()).toBe("Keeper.");
  await beginAnew(page);
  page = await session.visitOwn("maker.html");
  await page.waitForSelector("#find");
  expect(
    await inPage(page, () => document.querySelector<HTMLTextAreaElement>('[name="article"]')!.value),
  ).toBe("");
  expect(await inPage(page, () => document.querySelector("#names"))).toBeNull();
});

test("a pack that is opened is saved as it was; ties, events, shared names, decoys, cues and a language are written here", async () => {
  const example = inRoot("examples/harrowmere.sidelight.json");
  const before = packIn(await readFile(example, "utf8"));
  const box = (await page.waitForSelector('input[name="open"]')) as ElementHandle<HTMLInputElement>;
  await box.uploadFile(example);
  await page.waitForSelector("#save:not([disabled])");
  expect(await saved()).toEqual(before);

  await openPart(page, "ties");
  await press(page, '[name="add-tie"]');
  const tie = '[data-more="tie-1"]';
  await page.waitForSelector(`${tie} [name="tie"]`);
  await page.select(`${tie} [name="from"]`, "harrowmere-lamp-society");
  await page.select(`${tie} [name="to"]`, "tollgate-museum");
  await page.select(`${tie} [name="type"]`, "strained-with");
  await fill(page, `${tie} [name="tie"]`, "They do not speak.");
  await fill(page, `${tie} [name="by"]`, "The article");

  await openPart(page, "events");
  await press(page, '[name="add-event"]');
  const event = '[data-more="event-1"]';
  await page.waitForSelector(`${event} [name="event"]`);
  await fill(page, `${event} [name="event"]`, "A letter came.");
  await fill(page, `${event} [name="event-date"]`, "March");
  await page.select(`${event} [name="stance"]`, "editor");
  await press(page, `${event} [name="placed"]`, " ");
  // A date is as the format has it, or is told.
  await until("the date to be asked for", () =>
    inPage(
      page,
      (at: string) => document.querySelector(at)?.getAttribute("aria-invalid") === "true",
      `${event} [name="event-date"]`,
    ),
  );
  await fill(page, `${event} [name="event-date"]`, "2024");
  await tickIn(page, `${event} [data-more="event-entity"]`, "tollgate-museum");
  await press(page, `${event} [name="earlier"]`);

  await openPart(page, "shared");
  await press(page, '[name="add-shared"]');
  const shared = '[data-more="shared-1"]';
  await page.waitForSelector(`${shared} [name="shared-names"]`);
  await fill(page, `${shared} [name="shared-names"]`, "the lamp people\n");
  for (const id of ["harrowmere-lamp-society", "harrowmere-tile-society"])
    await tickIn(page, `${shared} [data-more="among"]`, id);
  await page.select(`${shared} [name="first"]`, "harrowmere-tile-society");

  const museum = '[data-entity="tollgate-museum"]';
  await openPart(page, "tollgate-museum");
  await openPart(page, "telling", museum);
  await fill(page, `${museum} [name="decoys"]`, "Tollgate Museum of Salt\nTollgate Museum Street");
  await fill(page, `${museum} [name="cues-against"]`, "salt");
  await openPart(page, "names-each", museum);
  await page.select(`${museum} [data-more="names-each"] [name="trust"]`, "context");
  await openPart(page, "cues-against-each", museum);
  await page.select(`${museum} [data-more="cues-against-each"] [name="chooses"]`, "no");
  await openPart(page, "decoys-each", museum);
  await press(page, `${museum} [data-more="decoys-each"] fieldset:last-child [name="apart"]`, "ArrowDown");
  await openPart(page, "shared-names-each", shared);
  await page.select(`${shared} [data-more="shared-names-each"] [name="trust"]`, "context");

  await openPart(page, "about-more");
  await fill(page, '[name="new-language"]', "ur");
  await press(page, '[name="add-language"]');
  await openPart(page, "title-translated");
  await page.waitForSelector('[name="title-ur"]');
  await fill(page, '[name="title-ur"]', "چراغ");
  expect(await inPage(page, () => document.querySelector<HTMLInputElement>('[name="title-ur"]')!.dir)).toBe(
    "rtl",
  );

  // It rests on no paragraph yet, and that is said with what to do about it.
  await page.waitForSelector('[data-doubt="unsupported"] .hint');
  await tickIn(page, `${tie} [data-more="passage"]`, "p2");
  await until("the doubt to be gone", async () => !(await page.$('[data-doubt="unsupported"]')));

  await page.waitForSelector("#save:not([disabled])");
  const after = await saved();
  expect(after.languages).toEqual([...before.languages, "ur"]);
  expect(after.title).toEqual({ ...(before.title as object), ur: "چراغ" });
  expect(after.relations.slice(0, -1)).toEqual(before.relations);
  expect(after.relations.at(-1)).toEqual({
    ...{ id: "tie-1", from: "harrowmere-lamp-society", type: "strained-with", to: "tollgate-museum" },
    ...{ text: "They do not speak.", stance: "reported", by: "The article", passages: ["p2"] },
  });
  expect(after.events.at(-1)).toMatchObject({
    ...{ date: "2024", placed: "editor", text: "A letter came.", stance: "editor", by: before.editor },
    entities: ["tollgate-museum"],
  });
  const order = (events: Pack["events"]) =>
    events.toSorted((a, b) => a.sequence - b.sequence).map(({ id }) => id);
  expect(order(after.events)).toEqual(order(before.events).toSpliced(-1, 0, "event-1"));
  expect(after.ambiguities.at(-1)).toEqual({
    id: "shared-1",
    aliases: [{ text: "the lamp people", lang: "en", trust: "context" }],
    among: ["harrowmere-tile-society", "harrowmere-lamp-society"],
  });
  const entity = (pack: Pack) => pack.entities.find(({ id }) => id === "tollgate-museum")!;
  expect(entity(after)).toEqual({
    ...entity(before),
    aliases: entity(before).aliases.map((alias, i) => (i === 0 ? { ...alias, trust: "context" } : alias)),
    decoys: [...entity(before).decoys, { text: "Tollgate Museum Street", lang: "en", apart: true }],
    cues: { ...entity(before).cues, against: [{ text: "salt", chooses: false }] },
  });

  // What has the focus and goes hands it to the part that it was in.
  const claims = (await page.$$(`${museum} .claim`)).length;
  await page.focus(`${museum} .claim > button`);
  await page.keyboard.press("Enter");
  await until("one claim less", async () => (await page.$$(`${museum} .claim`)).length === claims - 1);
  expect(await hasFocus(page, `${museum} > details > summary`)).toBe(true);
  await page.focus(`${museum} [name="take-out"]`);
  await page.keyboard.press("Enter");
  await until("it to be out", async () => !(await page.$(museum)));
  expect(await hasFocus(page, "#entities-title")).toBe(true);
});

/** The pack in the file that the page hands to the downloads. */
const saved = async (): Promise<Pack> => packIn(await exportedBy(page, () => press(page, "#save")));

function packIn(file: string): Pack {
  const result = readPackFile(file);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.pack;
}

test("several ids of Wikidata's are typed one after the other; a brace that is open stops no doubts but while it is", async () => {
  await pasted();
  await press(page, '#names input[value="Ida Quell"]', " ");
  await page.waitForSelector(IDA);
  const ids = `${IDA} [name="wikidata"]`;
  await page.type(ids, "Q42, Q64");
  expect(await inPage(page, (at: string) => document.querySelector<HTMLInputElement>(at)!.value, ids)).toBe(
    "Q42, Q64",
  );
  const doubts = () =>
    inPage(page, () => document.querySelector('[aria-labelledby="doubts-title"]')!.textContent ?? "");
  const later = "These are looked for when what is wrong with the names has been mended.";
  // A name of two letters is one of any text.
  await fill(page, `${IDA} [name="names"]`, "Ida Quell\nQuell\nqu");
  await page.waitForSelector('[data-doubt="everyday"]');
  await fill(page, `${IDA} [name="names"]`, "Ida Quell\nQuell\nqu{ell");
  await until("that to be said", async () => (await doubts()).includes(later));
  await fill(page, `${IDA} [name="names"]`, "Ida Quell\nQuell\nqu{,ell}");
  await page.waitForSelector('[data-doubt="everyday"]');
  expect(await doubts()).not.toContain(later);
  await fillAbout(page);
  await fill(page, `${IDA} [name="summary"]`, "Keeper.");
  await page.waitForSelector("#save:not([disabled])");
  const [entity] = (await saved()).entities;
  expect(entity).toMatchObject({ sameAs: ["Q42", "Q64"] });
});

test("it keeps to the rules with everything open, light and dark, in both directions, and fits a narrow window", async () => {
  await pasted();
  await press(page, '#names input[value="Ida Quell"]', " ");
  await press(page, `${IDA} [name="add-claim"]`);
  await fill(page, '[name="try"]', "Ida Quell left.");
  await page.waitForSelector("#sample .mark");
  await page.click("#sample .mark");
  await page.waitForSelector("#opened");
  await press(page, '[name="add-entity"]');
  await page.waitForSelector('[data-off], [data-entity="name"]');
  await openPart(page, "about-more");
  await fill(page, '[name="new-language"]', "ur");
  await press(page, '[name="add-language"]');
  for (const part of ["shared", "ties", "events"]) {
    await openPart(page, part);
    await press(page, `[data-more="${part}"] > .inside > button`);
  }
  // Whatever can be opened, and what comes to light by that.
  await until("everything to be open", () =>
    inPage(page, () => {
      const shut = [...document.querySelectorAll("details:not([open])")] as HTMLDetailsElement[];
      for (const one of shut) one.open = true;
      return shut.length === 0;
    }),
  );
  await expectRulesKept(page);
  // 1280 CSS px at 400 %.
  await page.setViewport({ width: 320, height: 800 });
  await until("no scrolling sideways", () => inPage(page, () => document.documentElement.scrollWidth <= 320));
});
