/** The popup where there is nothing to read, or nothing may be read: one line that says why, and the search works. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { inRoot } from "../../scripts/lib/paths.ts";
import { cardOpens, cardText, clickInCard } from "../harness/driver/card.ts";
import { hover, leave, marked, reachableMark, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { type Server, serve } from "../harness/serve.ts";
import { PAGES, useBrowser } from "./session.ts";

const DOCUMENTS = join(import.meta.dirname, "..", "documents");
const onChromium = inject("browser") === "chromium";

const session = useBrowser({});
let server: Server;
let web: WebPage;
let popup: Page;

beforeAll(async () => {
  server = await serve({ documents: DOCUMENTS, icons: inRoot("assets/icons"), pages: PAGES });
});
afterAll(() => server?.close());

async function openPopupOver(address: string, open = session.visit): Promise<void> {
  web = await open(address);
  popup = await session.visitOwn(`popup.html#tab=${web.tab}`);
}

/** Waits until the popup's line says so. */
async function says(line: RegExp): Promise<void> {
  let last = "";
  await until(`the popup to say ${line}`, async () => {
    last = (await inPage(popup, () => document.querySelector("#status")?.textContent)) ?? "";
    return line.test(last);
  }).catch((error) => {
    throw new Error(`${error.message}; it says “${last}”`);
  });
}

async function searches(): Promise<void> {
  await popup.type("#search", "daesh");
  await popup.waitForSelector('.result[data-entity="daesh"]');
}

test.each([
  ["documents/drawing.svg", /SVG drawing/],
  ["documents/notes.xml", /XML document/],
  ["documents/paper.pdf", /PDFs? /],
  ["documents/data.json", /raw data/],
])("%s", async (path, line) => {
  await openPopupOver(`${server.address}${path}`);
  await says(line);
  await searches();
  expect(await textsOf(web.page).catch(() => [])).toEqual([]);
  expect(web.errors).toEqual([]);
});

test("an image", async () => {
  // Firefox never reports that an image has been parsed: so the page goes there by itself.
  web = await session.visit(`${server.address}documents/plain.txt`);
  await inPage(web.page, () => location.assign("../icons/icon-128.png"));
  await until("the image", () =>
    inPage(web.page, () => document.contentType === "image/png").catch(() => false),
  );
  popup = await session.visitOwn(`popup.html#tab=${web.tab}`);
  await says(/an image/);
  await searches();
});

test("plain text is a page like any other", async () => {
  await openPopupOver(`${server.address}documents/plain.txt`);
  await web.page.bringToFront();
  expect((await marked(web.page)).map(({ text }) => text)).toEqual(["Daesh"]);
  await says(/^1 known name on/);
});

// Of the reader view, and of a page's source, the browsers tell an extension nothing unless its button is clicked.
test.each([
  onChromium ? "chrome://version/" : "about:reader?url=http%3A%2F%2Fexample.invalid%2F",
  "view-source:SERVER",
])("a page of the browser: %s", async (address) => {
  // Firefox does not say of its reader view that it has been loaded, where it takes the place of a page.
  await openPopupOver(address.replace("SERVER", `${server.address}documents/plain.txt`), session.driver.open);
  await says(/browser’s own/);
  await searches();
  await web.page.close();
});

describe("files", () => {
  // A driven Firefox runs no content script in files.
  test.runIf(onChromium)(
    "that may be read: a card, which offers nothing for a site and can be wrong everywhere",
    async () => {
      await session.driver.extension.allowFiles(true);
      web = await session.visit(pathToFileURL(join(PAGES, "sections.html")).href);
      await web.page.bringToFront();
      await marked(web.page);
      await leave(web.page);
      await hover(web.page, await until("a mark", () => reachableMark(web.page, "Wilson Center")));
      await cardOpens(web);
      await clickInCard(web, "More");
      const menu = await until("the menu", () =>
        web.inCard((root) => root.querySelector(".sl-menu")?.textContent ?? ""),
      );
      expect(menu).toContain("anywhere");
      expect(menu).not.toContain("site");
      await clickInCard(web, "Wrong match?");
      await until("the mark to go", async () => !(await textsOf(web.page)).includes("Wilson Center"));
      expect((await cardText(web))?.text).toContain("will no longer be marked as Wilson Center");
      await clickInCard(web, "Undo");
      await until("the mark to come back", async () => (await textsOf(web.page)).includes("Wilson Center"));
    },
  );

  afterEach(() => session.driver.extension.allowFiles(true));

  test("that the reader has not allowed", async () => {
    await session.driver.extension.allowFiles(false);
    await openPopupOver(pathToFileURL(join(PAGES, "sections.html")).href);
    await says(/file/);
    await searches();
    expect(await textsOf(web.page)).toEqual([]);
  });
});

describe("the permission to read pages taken back", () => {
  afterEach(() => session.driver.extension.allowPages(true));

  test("the popup says so and offers to ask; once it is granted, the page is marked without a reload", async () => {
    await session.driver.extension.allowPages(false);
    await openPopupOver(`${server.address}pages/sections.html`);
    await says(/keep Sidelight from reading/);
    expect(await inPage(popup, () => document.querySelector("#allow")?.textContent)).toMatch(/^Allow on /);
    await searches();
    expect(await textsOf(web.page)).toEqual([]);
    await popup.keyboard.press("Escape");
    // In Chromium the question is the browser's own window, which nobody answers here.
    if (onChromium) await session.driver.extension.allowPages(true);
    else await popup.click("#allow");
    await web.page.bringToFront();
    await marked(web.page);
  });
});
