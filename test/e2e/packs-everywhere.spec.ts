/** Installed analyses where a reader looks something up: in the popup's search and Browse, in the address bar, and in the atlas. */
import { expect, test } from "vitest";
import { marksOf } from "../harness/driver/marks.ts";
import { askPacks } from "../harness/driver/packs.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { atlasTabs, closeAtlasTabs } from "./atlas-tabs.ts";
import { rows, says, useHarbours } from "./harbours.ts";
import { exportedBy } from "./keys.ts";
import { press } from "./maker-page.ts";
import { expectRulesKept } from "./page-rules.ts";
import { useBrowser, wasRead } from "./session.ts";

const session = useBrowser();

useHarbours(session);

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

test("the atlas shows all that are switched on as one: what is the same is one, and each statement stands under its analysis's name", async () => {
  // An entry that two know leads there.
  const popup = await session.visitOwn("popup.html#entity=al-qaeda");
  await until("both parts", async () => (await popup.$$(".sl-part")).length === 2);
  await press(popup, "#in-atlas");
  await until(
    "the atlas of all",
    async () => (await atlasTabs(session.driver))[0] === "atlas.html#pack=*&entity=al-qaeda",
  );
  await closeAtlasTabs(session.driver);
  const atlas = await session.visitOwn("atlas.html#pack=*");
  const count = (selector: string) => atlas.$$(selector).then(({ length }) => length);
  const texts = (selector: string) =>
    inPage(
      atlas,
      (wanted: string) => [...document.querySelectorAll(wanted)].map(({ textContent }) => textContent ?? ""),
      selector,
    );
  await until("both sources", async () => (await count(".top-sources li")) === 2);
  await atlas.waitForSelector('#graph [data-entity="harbours/guild"]');
  // Of the two that are one there is one.
  expect(await count('#graph [data-entity="al-qaeda"]')).toBe(1);
  expect(await count('#graph [data-entity="harbours/state"]')).toBe(0);
  expect(await texts(".speaker")).toContainEqual(expect.stringMatching(/A\. Writer · About harbours$/));
  await expectRulesKept(atlas);

  await inPage(atlas, () => document.querySelector<SVGElement>('#graph [data-entity="al-qaeda"]')!.focus());
  await atlas.keyboard.press("Enter");
  await until("both parts", async () => (await count("#panel .sl-part")) === 2);
  expect(await inPage(atlas, () => location.hash)).toBe("#pack=*&entity=al-qaeda");
  const parts = await texts("#panel .sl-part");
  expect(parts[1]).toMatch(/^About harbours.*It taxes the quays\..*A\. Writer/s);
  expect(parts[0]).not.toContain("It taxes the quays.");

  // By the keys, as a list.
  await press(atlas, ".segments button:last-child");
  await until("the list", async () => (await count(".tie-group")) > 20);
  const ties = await texts(".tie-group .sl-statement");
  const theirs = ties.filter((tie) => tie.includes("It pays the league."));
  expect(theirs).toEqual([expect.stringMatching(/Harbour League.*A\. Writer.*About harbours/s)]);
  expect(ties.filter((tie) => !tie.includes("About harbours")).length).toBe(ties.length - 1);

  // A row that is saved says whose it is, and from where.
  const csv = await exportedBy(atlas, () => atlas.click("[data-save=csv]"));
  const rowsOf = (title: string) => csv.split("\r\n").filter((row) => row.startsWith(title));
  expect(rowsOf("About harbours")).toEqual([
    expect.stringMatching(/It pays the league\..*A text on harbours/),
  ]);
  expect(rowsOf('"Pakistani Taliban').every((row) => row.includes("arabnews.pk"))).toBe(true);
  const svg = await exportedBy(atlas, () => atlas.click("[data-save=svg]"));
  for (const source of ["A text on harbours", "arabnews.pk"]) expect(svg).toContain(source);

  await press(atlas, "#tab-time");
  await until("both's events", async () =>
    (await texts(".time-row")).some((row) => /2024.*They met at the quay\..*About harbours/s.test(row)),
  );
  // By their dates: it is the newest.
  expect((await texts(".time-row")).at(-1)).toContain("They met at the quay.");
  await press(atlas, "#tab-article");
  await until("an article of each", async () => (await count(".article-of")) === 2);
  expect((await texts(".article-from"))[1]).toBe("About harbours · A. Writer, A Paper, January 2025");
  await expectRulesKept(atlas);

  // Only some of them; what is selected stays so.
  await press(atlas, '.chip[data-pack="harbours"]', " ");
  await until("one alone", async () => (await count(".paragraph")) === 1);
  expect(await says(atlas, ".paragraph")).toContain("All of it.");
  expect(await count("#panel .sl-part")).toBe(2);
  // What has come, goes.
  await atlas.select("#pack-filter", "harbours");
  await until("its own atlas", async () => (await says(atlas, "#panel-title")) === "The State of Harbours");
  expect(await inPage(atlas, () => location.hash)).toBe("#pack=harbours&view=article&entity=state");
  await atlas.select("#pack-filter", "");
  await until("all again", async () => (await count("#panel .sl-part")) === 2);
  expect(await inPage(atlas, () => location.hash)).toBe("#pack=*&view=article&entity=al-qaeda");
  await atlas.goBack();
  await until("the way back", async () => (await says(atlas, "#panel-title")) === "The State of Harbours");
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
  // What is looked at stays so, under the name that it has there.
  await atlas.select("#pack-filter", "harbours");
  await until("all of it", () =>
    inPage(
      atlas,
      () =>
        document.querySelectorAll("#graph .node, .tie-group").length >= 3 &&
        location.hash === "#pack=harbours&entity=state",
    ),
  );
  expect(await askPacks(session.driver, "packs.remove", { id: "harbours" })).toBe(true);
  await until("that to be said", async () => (await says(atlas, ".notice")).includes("“harbours”"));
});
