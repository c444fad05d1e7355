/** Installed analyses in pages: their names are marked beside the bundled ones, and what changes about them holds at once. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { packOf } from "../background/packs/pack.ts";
import { cardIsOpen, cardText, clickInCard } from "../harness/driver/card.ts";
import { hover, leave, reachableMark, textsOf } from "../harness/driver/marks.ts";
import { askPacks, install, listPacks, removePacks } from "../harness/driver/packs.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { useBrowser, wasRead } from "./session.ts";

const session = useBrowser();
let web: WebPage;

const name = (text: string, lang = "en") => ({ text, lang });
const glossary = packOf("glossary", [
  { id: "guild", name: "Lantern Guild", aliases: [name("Lantern Guild")] },
  { id: "league", name: "Harbour League", aliases: [name("Harbour League")] },
]);

beforeEach(async () => {
  web = await session.visit("packs.html");
  await wasRead(session.driver, web);
});
afterEach(async () => {
  await session.driver.change({ type: "reset" });
  await removePacks(session.driver);
});

/** Waits until these are marked, in the order of the page, and nothing else. */
const marks = (...texts: string[]) =>
  until(`marks on ${texts.join(", ")}`, async () => (await textsOf(web.page)).join() === texts.join());
const use = (on: boolean, sites?: string[]) =>
  session.driver.change({ type: "usePack", use: { id: "glossary", on, place: 0, ...(sites && { sites }) } });

test("a pack that is installed is marked at once, and a page that is opened then has it", async () => {
  await marks("Daesh");
  expect(await install(session.driver, glossary)).toMatchObject({ ok: true, replaced: false });
  await marks("Lantern Guild", "Daesh");
  await web.visit(session.addressOf("packs.html"));
  await marks("Lantern Guild", "Daesh");
  const summary = await session.driver.summary(web);
  expect(summary?.mentions.map(({ entity }) => entity)).toEqual(["glossary/guild", "daesh"]);
});

test("names that come later bring what they need of it, and what is marked stays", async () => {
  await install(session.driver, glossary);
  await marks("Lantern Guild", "Daesh");
  await inPage(web.page, () => {
    document.querySelector("h1")!.textContent = "The Harbour League";
  });
  await marks("Harbour League", "Lantern Guild", "Daesh");
});

test("it is switched off and on, and kept to sites, without a reload", async () => {
  await install(session.driver, glossary);
  await marks("Lantern Guild", "Daesh");
  await use(false);
  await marks("Daesh");
  await use(true);
  await marks("Lantern Guild", "Daesh");
  await use(true, ["example.net"]);
  await marks("Daesh");
  await use(true, ["example.net", new URL(session.server.address).hostname]);
  await marks("Lantern Guild", "Daesh");
});

test("it outlives the background, and the bundled one may be switched off", async () => {
  await install(session.driver, glossary);
  const bundled = (await listPacks(session.driver))!.packs[0]!;
  expect(bundled).toMatchObject({ bundled: true, installed: 0 });
  await session.driver.extension.stopBackground();
  await web.visit(session.addressOf("packs.html"));
  await marks("Lantern Guild", "Daesh");
  await session.driver.change({ type: "usePack", use: { id: bundled.id, on: false, place: 1 } });
  await marks("Lantern Guild");
});

test("a bad file is refused with its place, and changes nothing", async () => {
  const answer = await askPacks(session.driver, "packs.install", { text: '{"format":"sidelight-pack/1"}' });
  expect(answer).toMatchObject({ ok: false });
  expect((await listPacks(session.driver))?.packs).toHaveLength(1);
});

test("what is one in Wikidata is one here, by the id of the first", async () => {
  const daesh = packOf("glossary", [
    { id: "is", name: "IS", aliases: [name("Daesh"), name("Caliphate men")], sameAs: ["Q2429253"] },
  ]);
  const again = packOf("again", [
    { id: "isis", name: "ISIS", aliases: [name("Lantern Guild")], sameAs: ["Q2429253"] },
  ]);
  await install(session.driver, daesh);
  await install(session.driver, again);
  await until("both to be one", async () => {
    const summary = await session.driver.summary(web);
    return summary?.mentions.find(({ text }) => text === "Lantern Guild")?.entity === "glossary/is";
  });
});

/** Opens the card of a mark. */
async function openCard(text: string): Promise<void> {
  await web.page.bringToFront();
  await until(`a card on ${text}`, async () => {
    const spot = await reachableMark(web.page, text);
    if (!spot) return false;
    await leave(web.page);
    await hover(web.page, spot);
    return until("it", () => cardIsOpen(web)).catch(() => false);
  });
}
const textOfCard = async () => (await cardText(web))?.text ?? "";

test("a card has each pack's words under its own title and source; what they name is had when it is asked for", async () => {
  const claim = (id: string, text: string) => ({
    ...{ id, text, stance: "reported" as const },
    by: "A. Writer",
    passages: ["p1"],
  });
  const guild = { id: "guild", name: "Lantern Guild", aliases: [name("Lantern Guild")] };
  const first = packOf(
    "glossary",
    [
      { ...guild, sameAs: ["Q1"], claims: [claim("guild-1", "It lights the harbour.")] },
      { id: "league", name: "Harbour League", summary: "Nobody on this page calls it by its name." },
    ],
    {
      relations: [
        { ...claim("tie", "It pays the league."), from: "guild", type: "allied-with", to: "league" },
      ],
    },
  );
  const second = packOf("report", [
    { ...guild, sameAs: ["Q1"], claims: [claim("guild-2", "It has lost its lamps.")] },
  ]);
  await install(session.driver, first);
  await install(session.driver, second);
  await web.visit(session.addressOf("packs.html"));
  await marks("Lantern Guild", "Daesh");
  await openCard("Lantern Guild");
  const parts = await web.inCard((root) =>
    [...root.querySelectorAll(".sl-part")].map((part) => part.textContent ?? ""),
  );
  expect(parts).toHaveLength(2);
  for (const [i, [title, words, others]] of (
    [
      ["About glossary", "It lights the harbour.", "It has lost its lamps."],
      ["About report", "It has lost its lamps.", "It lights the harbour."],
    ] as const
  ).entries()) {
    expect(parts![i]).toMatch(new RegExp(`^${title}`));
    expect(parts![i]).toContain(words);
    expect(parts![i]).toContain("A. Writer");
    expect(parts![i]).not.toContain(others);
  }
  await clickInCard(web, "Harbour League");
  await until("the other one", async () => (await textOfCard()).includes("Nobody on this page calls it"));
});

test("where two packs mean different things by one name, the card says which pack has the other", async () => {
  await install(session.driver, glossary);
  await install(
    session.driver,
    packOf("report", [{ id: "lamps", name: "Lantern Makers", aliases: [name("Lantern Guild")] }]),
  );
  await web.visit(session.addressOf("packs.html"));
  await openCard("Lantern Guild");
  await until("the other's name", async () => (await textOfCard()).includes("Lantern Makers (About report)"));
});

test("the popup knows them by their names, and shows what each pack says", async () => {
  const pay = { ...{ stance: "reported" as const, by: "A. Writer" }, passages: ["p1"] };
  await install(
    session.driver,
    packOf(
      "glossary",
      [
        { id: "guild", name: "Lantern Guild", aliases: [name("Lantern Guild")] },
        { id: "league", name: "Harbour League", summary: "Nobody on this page calls it by its name." },
      ],
      {
        relations: [
          {
            ...pay,
            id: "tie",
            from: "guild",
            type: "allied-with",
            to: "league",
            text: "It pays the league.",
          },
        ],
      },
    ),
  );
  await marks("Lantern Guild", "Daesh");
  const popup = await session.visitOwn(`popup.html#tab=${web.tab}`);
  const says = (selector: string) =>
    inPage(popup, (wanted: string) => document.querySelector(wanted)?.textContent ?? "", selector);
  const row = '.page-entity[data-entity="glossary/guild"]';
  await until("its name", async () => (await says(`${row} .page-entity-name`)) === "Lantern Guild");
  await popup.click(`${row} .page-entity-row`);
  await popup.click(`${row} .link`);
  await until("its entry", async () => (await says("#entity-heading")) === "Lantern Guild");
  expect(await says(".sl-part")).toMatch(/^About glossary.*Harbour League/s);
  expect(await popup.$("#in-atlas")).not.toBeNull();
  await popup.click(".sl-ties .sl-link");
  await until("the other one", async () => (await says("#entity-heading")) === "Harbour League");
  await popup.click("#back");
  await until("the first again", async () => (await says("#entity-heading")) === "Lantern Guild");
});
