/** What is kept of reading, and what a page can find out: each test stands behind a sentence of PRIVACY.md. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { extensionFolder } from "../../scripts/lib/paths.ts";
import { GUARDED_KEYS } from "../../src/background/settings/guarded-storage.ts";
import { cardOpens } from "../harness/driver/card.ts";
import { hover, marked, reachableMark, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { useBrowser, wasRead } from "./session.ts";

const session = useBrowser();
const TTP = "Tehreek-i-Taliban Pakistan (TTP)";

const stored = (area: "local" | "sync" | "session") =>
  session.driver.inExtension(
    ({ storage }, area: "local" | "sync" | "session") => storage[area].get(null),
    area,
  );

async function openCard() {
  const web = await session.visit("sections.html");
  await wasRead(session.driver, web);
  await hover(web.page, await until("a mark", () => reachableMark(web.page, "Tehreek-i-Taliban Pakistan")));
  await cardOpens(web, TTP);
  return web;
}

test("of pages that were read, and cards that were opened, nothing is stored", async () => {
  const before = { local: await stored("local"), sync: await stored("sync") };
  const web = await openCard();
  await web.page.close();
  const after = { local: await stored("local"), sync: await stored("sync") };
  expect(after).toEqual(before);
  const kept = Object.keys(after.local).filter((key) => !GUARDED_KEYS.includes(key));
  expect(kept.sort()).toEqual(["pack.id", "pack.text"]);
  expect(after.sync).toEqual({});
  const all = JSON.stringify([after, await stored("session")]);
  expect(all).not.toContain(new URL(session.server.address).host);
});

test("a page can see which of the words that it shows are marked, names of the reader's own among them", async () => {
  await session.driver.change(
    { type: "addAlias", alias: { entity: "ttp", text: "Quillfeather" } },
    { type: "mute", entity: "daesh", on: true },
  );
  const web = await session.visit("untouched.html");
  await inPage(web.page, () => {
    for (const name of ["Wilson Center", "Quillfeather", "Daesh"])
      document.body.append(
        document.createElement("h2"),
        Object.assign(document.createElement("p"), { textContent: name }),
      );
    scrollTo(0, document.documentElement.scrollHeight);
  });
  await until("marks", async () => (await textsOf(web.page)).includes("Quillfeather"));
  expect(await textsOf(web.page)).toContain("Wilson Center");
  // What is left unmarked is told by that.
  expect(await textsOf(web.page)).not.toContain("Daesh");
  await session.driver.change({ type: "reset" });
});

test("of an open card a page has an element, and nothing that is in it", async () => {
  const web = await openCard();
  expect(
    await inPage(web.page, () =>
      [...document.querySelectorAll("[data-sidelight-card]")].map((host) => [
        host.shadowRoot,
        host.innerHTML,
        host.textContent,
      ]),
    ),
  ).toEqual([[null, "", ""]]);
});

test("whether words stand in an open card, a page can find out by searching itself", async () => {
  const web = await openCard();
  const words = "Zahid Hussain, Arab News";
  const ask = (words: string) =>
    inPage(
      web.page,
      (words: string) => (window as unknown as { find(words: string): boolean }).find(words),
      words,
    );
  expect(await ask("quagga and no other")).toBe(false);
  expect(await ask(words)).toBe(true);
});

test("no file of the extension can be asked for by a page", async () => {
  const manifest = JSON.parse(
    await readFile(join(extensionFolder(inject("browser")), "manifest.json"), "utf8"),
  );
  expect(manifest).not.toHaveProperty("web_accessible_resources");
  const own = await session.driver.inExtension(() => location.href);
  const web = await session.visit("sections.html");
  await marked(web.page);
  const answers = await inPage(
    web.page,
    (origin: string) =>
      Promise.all(
        ["manifest.json", "content.js", "popup.html", "icons/icon-16.png"].map((file) =>
          fetch(`${origin}/${file}`).then(
            () => file,
            () => null,
          ),
        ),
      ),
    own.replace(/\/options\.html.*/, ""),
  );
  expect(answers).toEqual([null, null, null, null]);
});
