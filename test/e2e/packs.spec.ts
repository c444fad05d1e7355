/** Installed analyses in pages: their names are marked beside the bundled ones, and what changes about them holds at once. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { packOf } from "../background/packs/pack.ts";
import { textsOf } from "../harness/driver/marks.ts";
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

test("it is removed, and that is undone", async () => {
  await install(session.driver, glossary);
  await marks("Lantern Guild", "Daesh");
  expect(await askPacks(session.driver, "packs.remove", { id: "glossary" })).toBe(true);
  await marks("Daesh");
  expect((await listPacks(session.driver))?.removed?.id).toBe("glossary");
  expect(await askPacks(session.driver, "packs.restore", {})).toBe(true);
  await marks("Lantern Guild", "Daesh");
  expect(JSON.parse((await askPacks(session.driver, "packs.text", { id: "glossary" }))!)).toEqual(glossary);
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
