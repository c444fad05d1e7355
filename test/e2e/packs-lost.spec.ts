/** Packs that are missing in storage, in part or with all of the database, are shown with what to do; and two windows that change packs at once. */
import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { InstallResult } from "../../src/messages/packs.ts";
import { packOf } from "../background/packs/pack.ts";
import { inExtension } from "../harness/driver/extension-api.ts";
import { textsOf } from "../harness/driver/marks.ts";
import { install, listPacks, removePacks } from "../harness/driver/packs.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { pastePack, tabAndPress } from "./keys.ts";
import { useBrowser, wasRead } from "./session.ts";

const session = useBrowser();
const GLOSSARY = '.pack[data-pack="glossary"]';
const glossary = (version = "1") =>
  packOf(
    "glossary",
    [{ id: "guild", name: "Lantern Guild", aliases: [{ text: "Lantern Guild", lang: "en" }] }],
    { version },
  );
let options: Page;

beforeEach(async () => {
  await removePacks(session.driver);
  options = await session.driver.openOwn("options.html");
  await options.waitForSelector(".pack");
});
afterEach(async () => {
  await options.close();
  await removePacks(session.driver);
});

/** Empties these stores of the database, behind the background's back. */
const empty = (...stores: string[]) =>
  inPage(
    options,
    async (stores: string[]) => {
      const answered = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await answered(indexedDB.open("packs"));
      const transaction = database.transaction(stores, "readwrite");
      const done = new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      for (const store of stores) transaction.objectStore(store).clear();
      await done;
      database.close();
    },
    stores,
  );
const isDamaged = (page: Page) => async () => (await page.$(`${GLOSSARY} .bad`)) !== null;

test("where a page asks for names that are not in storage any more, the pack is shown as damaged; added again, it is whole", async () => {
  await install(session.driver, glossary());
  await options.waitForSelector(GLOSSARY);
  expect(await isDamaged(options)()).toBe(false);
  await empty("shards");
  const web = await session.visit("packs.html");
  await wasRead(session.driver, web);
  // Nobody has opened the options anew: the background tells.
  await until("it to be shown as damaged", isDamaged(options));
  expect(await textsOf(web.page)).toEqual(["Daesh"]);
  expect(await install(session.driver, glossary())).toMatchObject({ ok: true, replaced: true });
  await until("it to be whole", async () => !(await isDamaged(options)()));
  await until("its mark", async () => (await textsOf(web.page)).includes("Lantern Guild"));
});

test("packs whose database is gone are shown; added again they are used as they were, and can be removed", async () => {
  await install(session.driver, glossary());
  const use = { id: "glossary", on: false, place: 1 };
  await session.driver.change({ type: "usePack", use });
  await options.waitForSelector(GLOSSARY);
  await empty("entries", "removed", "texts", "tables", "shards", "says");
  await session.driver.extension.stopBackground();
  const other = await session.driver.openOwn("options.html");
  await other.waitForSelector(GLOSSARY);
  await until("it to be shown as damaged", isDamaged(other));
  await pastePack(other, JSON.stringify(glossary("2")));
  await tabAndPress(other, "#pack-yes");
  await until("it to be whole", async () => !(await isDamaged(other)()));
  expect(
    await inPage(
      other,
      (box: string) => document.querySelector<HTMLInputElement>(box)?.checked,
      `${GLOSSARY} input`,
    ),
  ).toBe(false);
  await other.click(`${GLOSSARY} .pack-tools button:last-child`);
  await until("it to be gone", async () => !(await other.$(GLOSSARY)));
  await other.close();
});

test("the atlas says of an analysis that is here and cannot be read that it could not be read, and of one that is not here that it is not", async () => {
  await install(session.driver, glossary());
  await options.waitForSelector(GLOSSARY);
  await empty("texts");
  const notice = async (id: string) => {
    const atlas = await session.visitOwn(`atlas.html#pack=${id}`);
    await atlas.waitForSelector(".notice");
    return inPage(atlas, () => document.querySelector(".notice")!.textContent);
  };
  expect(await notice("glossary")).toContain("The analysis “glossary” is installed, but could not be read.");
  expect(await notice("roses")).toContain("No analysis “roses” is installed here.");
});

test("two windows that add and remove the same pack at once wait for one another", async () => {
  const other = await session.driver.openOwn("options.html");
  await other.waitForSelector(".pack");
  // A third holds the lock: until it lets go, nobody's change is made.
  await inPage(options, () => {
    void navigator.locks.request(
      "packs",
      () =>
        new Promise<void>((release) => {
          document.addEventListener("release", () => release(), { once: true });
        }),
    );
  });
  const ask = (page: Page, version: string) =>
    inExtension(
      page,
      ({ runtime }, text: string) =>
        runtime.sendMessage({ type: "packs.install", request: { text } }) as Promise<InstallResult>,
      JSON.stringify(glossary(version)),
    );
  const answers = Promise.all([ask(options, "1"), ask(other, "2")]);
  const waiting = () =>
    inPage(
      options,
      async () => (await navigator.locks.query()).pending?.filter(({ name }) => name === "packs").length,
    );
  await until("both to wait", async () => (await waiting()) === 2);
  await inPage(options, () => void document.dispatchEvent(new Event("release")));
  const results = await answers;
  expect(results.map((result) => result.ok && result.replaced).sort()).toEqual([false, true]);
  const packs = (await listPacks(session.driver))!.packs.filter(({ bundled }) => !bundled);
  expect(packs).toMatchObject([{ id: "glossary", damaged: false }]);
  const last = results.find((result) => result.ok && result.replaced)!;
  expect(last).toMatchObject({ entry: { version: packs[0]!.version } });
  const remove = (page: Page) =>
    inExtension(
      page,
      ({ runtime }) =>
        runtime.sendMessage({ type: "packs.remove", request: { id: "glossary" } }) as Promise<boolean>,
    );
  expect((await Promise.all([remove(options), remove(other)])).sort()).toEqual([false, true]);
  await other.close();
});
