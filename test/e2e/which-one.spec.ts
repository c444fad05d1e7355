/**
 * Where a name may be either of two, the reader says which: of the page or the site. The marks follow at once, what says
 * itself which one it is stays, and it is as easily taken back; by pointer, keyboard and screen reader.
 */
import { afterEach, beforeEach, expect, test } from "vitest";
import { cardCloses, cardIsOpen, cardOpens, cardText, clickInCard } from "../harness/driver/card.ts";
import { hover, leave, spotsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { TTP_NAME } from "./sections.ts";
import { DWELL, useBrowser, wasRead } from "./session.ts";

const session = useBrowser();
let web: WebPage;

const AFGHAN_NAME = "Afghan Taliban";
/** What the page's four names mean as its words have it, and as a reader may have it: two of them say it themselves. */
const BY_WORDS = ["afghan-taliban", "ttp", "afghan-taliban", "afghan-taliban"];
const BY_READER = ["ttp", "ttp", "afghan-taliban", "ttp"];

// In a tab of its own: what is said of a page is kept for its tab.
beforeEach(async () => {
  await session.driver.change({ type: "reset" }, { type: "set", key: "hoverDelay", value: DWELL });
  web = await session.open("which-one.html");
  await wasRead(session.driver, web);
  await leave(web.page);
  await means(BY_WORDS);
});
afterEach(() => web.page.close());

async function means(expected: readonly string[], of: WebPage = web): Promise<void> {
  await until(`the names to mean ${expected.join(", ")}`, async () => {
    const summary = await session.driver.summary(of);
    return summary?.mentions.map(({ entity }) => entity).join() === expected.join();
  });
}

/** Opens the card of the page's first mark. */
async function openCard(of: WebPage = web): Promise<void> {
  await until("a card", async () => {
    const [spot] = await spotsOf(of.page);
    if (!spot) return false;
    await leave(of.page);
    await hover(of.page, spot);
    return until("it", () => cardIsOpen(of)).catch(() => false);
  });
}

const says = (words: string, of: WebPage = web) =>
  until(`a card that says “${words}”`, async () => (await cardText(of))?.text.includes(words));
const focusIn = () => web.inCard((root) => root.activeElement?.textContent ?? null);
const reload = async () => {
  await web.visit(session.addressOf("which-one.html"));
  await wasRead(session.driver, web);
  await leave(web.page);
};

test("of this page: the marks follow, the card says so, it outlives a reload, and is taken back there", async () => {
  await openCard();
  await says("It could also be");
  await web.inCard((root) =>
    root.querySelector<HTMLElement>(".sl-rival")!.setAttribute("title", "the rival"),
  );
  await clickInCard(web, "the rival");
  await clickInCard(web, `means ${TTP_NAME}: on this page`);
  await means(BY_READER);
  // The same card now shows the other one, with the way back.
  await cardOpens(web, TTP_NAME);
  await says("On this page “Taliban” now means");
  await says("You said that “Taliban” means this on this page.");
  await clickInCard(web, "Undo");
  await means(BY_WORDS);
  await cardOpens(web, AFGHAN_NAME);
  await says("The words around “Taliban” decide again.");

  await clickInCard(web, "Wrong match?");
  await clickInCard(web, "on this page");
  await means(BY_READER);
  await web.page.keyboard.press("Escape");
  await cardCloses(web);
  await reload();
  await means(BY_READER);
  await openCard();
  await says("You said that “Taliban” means this on this page.");
  await clickInCard(web, "Undo");
  await means(BY_WORDS);
  await reload();
  await means(BY_WORDS);
});

test("a page in another tab keeps to its own words", async () => {
  const other = await session.open("which-one.html");
  await wasRead(session.driver, other);
  await web.page.bringToFront();
  await openCard();
  await clickInCard(web, "Wrong match?");
  await clickInCard(web, "on this page");
  await means(BY_READER);
  await other.page.bringToFront();
  await wasRead(session.driver, other);
  await means(BY_WORDS, other);
  await other.page.close();
});

test("of this site: other pages follow, the options list it, and what is removed there is gone here", async () => {
  const other = await session.open("which-one.html");
  await wasRead(session.driver, other);
  await web.page.bringToFront();
  await openCard();
  await clickInCard(web, "Wrong match?");
  await clickInCard(web, "on this site");
  await means(BY_READER);
  // A page that nobody sees waits until it is seen.
  await other.page.bringToFront();
  await means(BY_READER, other);
  await other.page.close();
  await web.page.bringToFront();
  await web.page.keyboard.press("Escape");
  await cardCloses(web);
  await reload();
  await means(BY_READER);
  await openCard();
  await says("You said that “Taliban” means this on this site.");

  const options = await session.visitOwn("options.html");
  await options.waitForSelector("#meant .rule button");
  const row = await inPage(options, () => document.querySelector("#meant .rule")?.textContent ?? "");
  expect(row).toContain(TTP_NAME);
  expect(row).toContain(AFGHAN_NAME);
  await options.click("#meant .rule button");
  await until("the list to be gone", () => inPage(options, () => document.querySelector("#meant") === null));
  await web.page.bringToFront();
  await means(BY_WORDS);
});

test("of this site, taken back in the card of another day", async () => {
  const site = new URL(session.addressOf("")).hostname;
  await session.driver.change({
    type: "meant",
    rule: { site, entity: "ttp", instead: "afghan-taliban" },
    on: true,
  });
  await means(BY_READER);
  await openCard();
  await clickInCard(web, "Undo");
  await means(BY_WORDS);
  await cardOpens(web, AFGHAN_NAME);
});

test("by keyboard alone, with the focus kept and all of it said", async () => {
  const command = (name: string) => session.driver.command(web, name);
  await web.page.focus("#more");
  await command("next");
  await cardOpens(web, AFGHAN_NAME);
  await command("enter");
  const tabTo = async (words: string) => {
    for (let steps = 0; !(await focusIn())?.includes(words); steps++) {
      expect(steps).toBeLessThan(60);
      await web.page.keyboard.press("Tab");
    }
  };
  await tabTo("Wrong match?");
  const state = () =>
    web.inCard((root) => {
      const button = root.activeElement;
      const panel = root.getElementById(button?.getAttribute("aria-controls") ?? "");
      return [
        button?.getAttribute("aria-expanded"),
        panel?.localName ?? null,
        panel?.getAttribute("aria-label") ?? null,
      ];
    });
  expect(await state()).toEqual(["false", null, null]);
  await web.page.keyboard.press("Enter");
  await until("the list", async () => (await state())?.[0] === "true");
  expect(await state()).toEqual(["true", "ul", "Which one is meant?"]);
  await tabTo("on this page");
  await web.page.keyboard.press("Enter");
  await means(BY_READER);
  await until("the focus on “Undo”", async () => (await focusIn()) === "Undo");
  const said = () => web.inCard((root) => root.querySelector("[role=status]")?.textContent ?? "");
  await until("it to be said", async () => (await said())?.includes("On this page “Taliban” now means"));
  await web.page.keyboard.press("Enter");
  await means(BY_WORDS);
  await until("it to be said", async () => (await said())?.includes("decide again"));
  expect(await inPage(web.page, () => document.activeElement?.matches("[data-sidelight-card]"))).toBe(true);
  await web.page.keyboard.press("Escape");
  await cardCloses(web);
  expect(await inPage(web.page, () => document.activeElement?.id)).toBe("more");
});

test("a look at the other one, and the way back", async () => {
  await openCard();
  await clickInCard(web, "Wrong match?");
  await clickInCard(web, "What is said of");
  await cardOpens(web, TTP_NAME);
  await clickInCard(web, "Back");
  await cardOpens(web, AFGHAN_NAME);
  await means(BY_WORDS);
});
