/** Installed analyses where a reader looks something up: in the popup's search and Browse, in the address bar, and in the atlas. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packOf } from "../background/packs/pack.ts";
import { cardIsOpen, clickInCard } from "../harness/driver/card.ts";
import { hover, leave, marksOf, reachableMark } from "../harness/driver/marks.ts";
import { askPacks, install, removePacks } from "../harness/driver/packs.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { atlasTabs, closeAtlasTabs } from "./atlas-tabs.ts";
import { hasFocus } from "./keys.ts";
import { press } from "./maker-page.ts";
import { expectRulesKept } from "./page-rules.ts";
import { useBrowser, wasRead } from "./session.ts";

const session = useBrowser();

const name = (text: string) => ({ text, lang: "en" });
const said = (id: string, text: string) => ({
  ...{ id, text, stance: "reported" as const, by: "A. Writer", passages: ["p1"] },
});
const harbours = packOf(
  "harbours",
  [
    {
      id: "guild",
      name: "Lantern Guild",
      aliases: [name("Lantern Guild")],
      claims: [said("guild-1", "It lights the quays.")],
    },
    { id: "league", name: "Harbour League", aliases: [name("Harbour League")] },
    {
      id: "state",
      name: "The State of Harbours",
      aliases: [name("Harbour State")],
      sameAs: ["Q34490"],
      claims: [said("state-1", "It taxes the quays.")],
    },
  ],
  {
    relations: [{ ...said("tie", "It pays the league."), from: "guild", type: "allied-with", to: "league" }],
    events: [{ ...said("met", "They met at the quay."), date: "2024", sequence: 1, entities: ["guild"] }],
  },
);

beforeAll(async () => {
  expect(await install(session.driver, harbours)).toMatchObject({ ok: true });
});
afterAll(async () => {
  await session.driver.change({ type: "reset" });
  await removePacks(session.driver);
});

const says = (page: Page, selector: string) =>
  inPage(page, (wanted: string) => document.querySelector(wanted)?.textContent ?? "", selector);
const rows = (page: Page) =>
  inPage(page, () => [...document.querySelectorAll(".result")].map(({ textContent }) => textContent ?? ""));

test("the popup finds what each says, told whose it is, and by the keys in one alone; an entry opens its own atlas", async () => {
  const popup = await session.visitOwn("popup.html#own");
  await popup.waitForSelector('.browse-pack[data-pack="harbours"]');
  expect(await says(popup, '.browse-pack[data-pack="harbours"]')).toMatch(
    /About harbours.*A\. Writer.*January 2025.*Lantern Guild.*They met at the quay/s,
  );
  await expectRulesKept(popup);
  await popup.type("#search", "quays");
  await until("both sentences", async () => (await rows(popup)).length === 2);
  for (const row of await rows(popup))
    expect(row).toMatch(/A\. Writer.*About harbours · A\. Writer, A Paper, January 2025/s);
  await inPage(popup, () => document.querySelector<HTMLInputElement>("#search")!.select());
  await popup.type("#search", "harbour state");
  await until("what is one, once, with both", async () => {
    const [first] = await rows(popup);
    return first?.includes("al-Qaeda") === true && first.includes("About harbours");
  });
  await expectRulesKept(popup);
  // By the keys, from the box to the choice below it.
  await popup.focus("#pack-filter");
  await popup.select("#pack-filter", "harbours");
  await until(
    "its own name for it",
    async () => (await rows(popup))[0]?.includes("The State of Harbours") === true,
  );
  await popup.focus("#search");
  await inPage(popup, () => document.querySelector<HTMLInputElement>("#search")!.select());
  await popup.type("#search", "lantern");
  await until("it alone", async () => (await rows(popup)).length > 0);
  await popup.keyboard.press("Enter");
  await until("its entry", async () => (await says(popup, "#entity-heading")) === "Lantern Guild");
  await popup.click("#in-atlas");
  await until(
    "its atlas",
    async () => (await atlasTabs(session.driver))[0] === "atlas.html#pack=harbours&entity=guild",
  );
  await closeAtlasTabs(session.driver);
});

test("the address bar finds it, says whose it is, and opens it", async () => {
  await session.visitOwn("options.html");
  const { extension } = session.driver;
  // The first letters may come before the pack has been read.
  await until("its sentence", async () =>
    JSON.stringify(await extension.typeAfterKeyword("quays")).includes(
      "It taxes the quays. (About harbours)",
    ),
  );
  await extension.enterAfterKeyword("atlas lantern", "newForegroundTab");
  await until(
    "its atlas",
    async () => (await atlasTabs(session.driver))[0] === "atlas.html#pack=harbours&entity=guild",
  );
  await closeAtlasTabs(session.driver);
});

test("a pack's marks are told from others by a style of their own, which the options show beside it", async () => {
  const web = await session.visit("packs.html");
  await wasRead(session.driver, web);
  const looks = async () => (await marksOf(web.page)).map(({ style, text }) => `${style} ${text}`).sort();
  const plain = ["dotted Daesh", "dotted Lantern Guild"];
  await until("both alike", async () => (await looks()).join() === plain.join());
  const options = await session.visitOwn("options.html");
  const choice = '[data-pack="harbours"] .pack-style';
  await (await options.waitForSelector(`${choice} select`))!.select("wavy");
  await options.waitForSelector(`${choice} .mark-wavy`);
  await web.page.bringToFront();
  await until(
    "one of its own",
    async () => (await looks()).join() === ["dotted Daesh", "wavy Lantern Guild"].join(),
  );
  await options.bringToFront();
  await options.select(`${choice} select`, "");
  await web.page.bringToFront();
  await until("both alike again", async () => (await looks()).join() === plain.join());
});

test("two that the reader says are one have one mark and one card, which says who said so; taken back, they are two", async () => {
  const web = await session.visit("packs.html");
  await wasRead(session.driver, web);
  const entityOf = async (text: string) =>
    (await session.driver.summary(web))?.mentions.find((mention) => mention.text === text)?.entity;
  await until("its mark", async () => (await entityOf("Lantern Guild")) === "harbours/guild");
  const options = await session.visitOwn("options.html");
  for (const [typed, entity, told] of [
    ["lantern", "harbours/guild", "Lantern Guild is chosen. Find the one that is the same."],
    ["daesh", "daesh", "From now on, Lantern Guild and Daesh"],
  ] as const) {
    await (await options.waitForSelector("#find-same"))!.type(typed);
    await (await options.waitForSelector(`.same-results [data-entity="${entity}"]`))!.click();
    await until("that to be told", async () => (await says(options, "#same-report")).startsWith(told));
  }
  await until("that to stand there", async () =>
    (await says(options, "#same .rule")).includes("Lantern Guild"),
  );
  await expectRulesKept(options);
  // A page that nobody sees is not read.
  await web.page.bringToFront();
  await until("one of both", async () => (await entityOf("Lantern Guild")) === "daesh");
  await until("its card", async () => {
    const spot = await reachableMark(web.page, "Lantern Guild");
    if (!spot) return false;
    await leave(web.page);
    await hover(web.page, spot);
    return until("it", () => cardIsOpen(web)).catch(() => false);
  });
  const card = await web.inCard((root) => ({
    head: [...root.querySelectorAll(".sl-parts")].map(({ textContent }) => textContent),
    scrolled: root.querySelector(".sl-scroll")!.scrollTop,
  }));
  expect(card).toEqual({
    head: [expect.stringMatching(/^2 analyses: .*About harbours$/), expect.stringContaining("you have said")],
    scrolled: 0,
  });
  await clickInCard(web, "About harbours");
  await until(
    "its part",
    async () => (await web.inCard((root) => root.querySelector(".sl-scroll")!.scrollTop))! > 0,
  );
  await options.bringToFront();
  await options.click("#same .rule button");
  await web.page.bringToFront();
  await until("two again", async () => (await entityOf("Lantern Guild")) === "harbours/guild");
});

test("a card counts analyses, not entries: two of one analysis are one", async () => {
  const say = (entity: string, other: string, on: boolean) =>
    session.driver.change({ type: "same", rule: { entity, other }, on });
  for (const one of ["harbours/guild", "harbours/league"]) await say(one, "daesh", true);
  const popup = await session.visitOwn("popup.html#entity=daesh");
  await until("all three parts", async () => (await popup.$$(".sl-part")).length === 3);
  expect(await says(popup, ".sl-parts")).toMatch(/^2 analyses: [^·]+ · About harbours$/);
  expect(await inPage(popup, () => document.querySelectorAll(".sl-parts button").length)).toBe(2);
  for (const one of ["harbours/guild", "harbours/league"]) await say(one, "daesh", false);
});

test("pages that are open hear of the reader's word: an atlas, and a popup with what it has found", async () => {
  const rule = { entity: "harbours/guild", other: "daesh" };
  const again = { entity: "harbours/league", other: "daesh" };
  const atlas = await session.visitOwn("atlas.html#entity=daesh");
  await until("its name", async () => (await says(atlas, "#panel-title")).startsWith("Daesh"));
  expect(await atlas.$(".elsewhere")).toBeNull();
  await session.driver.change({ type: "same", rule, on: true });
  const elsewhere = () =>
    inPage(atlas, () =>
      [...document.querySelectorAll(".elsewhere button")].map(({ textContent }) => textContent),
    );
  await until("the other analysis", async () => (await elsewhere()).join() === "About harbours");
  // Two of one analysis are told apart by their names.
  await session.driver.change({ type: "same", rule: again, on: true });
  await until("both", async () => (await elsewhere()).length === 2);
  expect(await elsewhere()).toEqual(["About harbours · Lantern Guild", "About harbours · Harbour League"]);
  await session.driver.change({ type: "same", rule, on: false });
  await session.driver.change({ type: "same", rule: again, on: false });
  await until("none", async () => (await elsewhere()).length === 0);

  const popup = await session.visitOwn("popup.html#own");
  await (await popup.waitForSelector("#search"))!.type("lantern guild");
  await until("it", async () => (await rows(popup))[0]?.startsWith("Lantern Guild") === true);
  await session.driver.change({ type: "same", rule, on: true });
  await until("the one that it is", async () => (await rows(popup))[0]?.startsWith("Daesh") === true);
  await session.driver.change({ type: "same", rule, on: false });
  await until("it alone", async () => (await rows(popup))[0]?.startsWith("Lantern Guild") === true);
});

test("below an entry the reader says what is the same in another analysis, by the keys alone; what is called alike stands there first", async () => {
  const lamps = { id: "lamps", name: "Lantern Guild of the Quays", aliases: [name("the lamp men")] };
  expect(await install(session.driver, packOf("report", [lamps]))).toMatchObject({ ok: true });
  const popup = await session.visitOwn("popup.html#entity=harbours%2Fguild");
  const parts = async () => (await popup.$$(".sl-part")).length;
  await press(popup, "#same-ask");
  await popup.waitForSelector('.same-result[data-entity="report/lamps"]');
  expect(await inPage(popup, () => document.querySelector<HTMLInputElement>("#find-same")!.value)).toBe(
    "Lantern Guild",
  );
  await expectRulesKept(popup);
  // Escape shuts what is open here, and not the entry.
  await popup.focus("#find-same");
  await popup.keyboard.press("Escape");
  await until("it to be shut", async () => !(await popup.$("#find-same")));
  expect(await hasFocus(popup, "#same-ask")).toBe(true);
  expect(await says(popup, "#entity-heading")).toBe("Lantern Guild");

  await popup.keyboard.press("Enter");
  await press(popup, '.same-result[data-entity="report/lamps"]');
  await until("both parts", async () => (await parts()) === 2);
  await until("that to be told", async () =>
    (await says(popup, "#same-report")).startsWith(
      "From now on, Lantern Guild and Lantern Guild of the Quays are one.",
    ),
  );
  expect(await hasFocus(popup, "#same-title")).toBe(true);
  expect(await says(popup, ".same-rule")).toContain(
    "Lantern Guild (in “About harbours”) is the same as Lantern Guild of the Quays (in “About report”)",
  );
  // Of an analysis that has it already, nothing more is offered.
  await press(popup, "#same-ask");
  await popup.type("#find-same", " league");
  await until("no more of these", async () => (await says(popup, "#same-report")) === "No name matches.");
  await expectRulesKept(popup);
  await press(popup, ".same-rule button");
  await until("one part", async () => (await parts()) === 1);
  expect(await says(popup, "#same-report")).toMatch(/^Taken back: Lantern Guild/);
  expect(await hasFocus(popup, "#same-title")).toBe(true);
  expect(await popup.$(".same-rule")).toBeNull();
  await askPacks(session.driver, "packs.remove", { id: "report" });
});

test("the atlas shows it in three views, and what another says of the same; what is removed is said to be gone", async () => {
  const atlas = await session.visitOwn("atlas.html#pack=harbours&entity=state");
  await until("its name", async () => (await says(atlas, "#panel-title")) === "The State of Harbours");
  expect(await says(atlas, ".top-source")).toContain("A. Writer");
  await atlas.click("#tab-time");
  await atlas.waitForSelector(".time-row");
  await atlas.click("#tab-article");
  await atlas.waitForSelector(".paragraph");
  expect(await inPage(atlas, () => location.hash)).toBe("#pack=harbours&view=article&entity=state");
  await expectRulesKept(atlas);
  await (await atlas.waitForSelector(".elsewhere button"))!.click();
  await until("the same in the bundled one", async () =>
    (await says(atlas, "#panel-title")).startsWith("al-Qaeda"),
  );
  expect(await inPage(atlas, () => location.hash)).toBe("#entity=al-qaeda");
  await atlas.select("#pack-filter", "harbours");
  await until("all of it", () =>
    inPage(
      atlas,
      () =>
        document.querySelectorAll("#graph .node, .tie-group").length >= 3 &&
        location.hash === "#pack=harbours",
    ),
  );
  expect(await askPacks(session.driver, "packs.remove", { id: "harbours" })).toBe(true);
  await until("that to be said", async () => (await says(atlas, ".notice")).includes("“harbours”"));
});
