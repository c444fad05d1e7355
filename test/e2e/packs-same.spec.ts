/** What is the same in two analyses by the reader's word: where it is said and taken back, and what then is one. */
import { expect, test } from "vitest";
import { packOf } from "../background/packs/pack.ts";
import { cardIsOpen, clickInCard } from "../harness/driver/card.ts";
import { hover, leave, reachableMark } from "../harness/driver/marks.ts";
import { askPacks, install } from "../harness/driver/packs.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { name, rows, says, useHarbours } from "./harbours.ts";
import { hasFocus } from "./keys.ts";
import { press } from "./maker-page.ts";
import { expectRulesKept } from "./page-rules.ts";
import { useBrowser, wasRead } from "./session.ts";

const session = useBrowser();

useHarbours(session);

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
