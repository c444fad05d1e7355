/** What both drivers need. */
import type { Browser, Frame, HTTPResponse, Page } from "puppeteer-core";
import type { PageSummary } from "../../../src/messages/table.ts";

/** CSS px. */
export const WINDOW = { width: 1280, height: 900, deviceScaleFactor: 1 };

/** How long a condition may take, ms: far more than it ever does, so that a slow machine is no failure. */
const PATIENCE = 15_000;

/**
 * Waits until `ask` answers something true, and answers that.
 * @throws saying what was waited for, when it has not come in time
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  patience = PATIENCE,
): Promise<NonNullable<T>> {
  const end = performance.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`waited ${patience} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** How long the first-run page may take, ms; where storage is broken it never comes. */
const WELCOME = 3_000;

/**
 * Waits for the page that a first installation opens, in front: a page opened before it would end up behind it, and what
 * nobody sees is not read.
 *
 * @param addresses of all open tabs
 */
export async function welcomed(addresses: () => Promise<readonly string[]>): Promise<void> {
  const isThere = async () => (await addresses()).some((address) => address.endsWith("/welcome.html"));
  await until("the first-run page", isThere, WELCOME).catch(() => {});
}

/**
 * Calls a function in the page. It travels as text, like everything that is evaluated there; compilers that keep the
 * names of functions (tsx does) wrap inner ones in a helper, which the page does not have.
 */
export function inPage<A extends unknown[], T>(
  page: Page | Frame,
  ask: (...args: A) => T,
  ...args: A
): Promise<Awaited<T>> {
  return page.evaluate(`(${withHelper(ask)})(...${JSON.stringify(args)})`) as Promise<Awaited<T>>;
}

/**
 * Goes to an address and waits until its document is parsed. The document decides whether that went well: a navigation
 * is also reported as failed when the page has moved on by itself meanwhile, and by Firefox when a frame in the page
 * could not be loaded.
 * @throws when the address itself gave no document
 */
export async function goTo(page: Page, address: string): Promise<void> {
  let answered = false;
  const note = (response: HTTPResponse) => {
    if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) answered = true;
  };
  page.on("response", note);
  try {
    await page.goto(address, { waitUntil: "domcontentloaded" });
  } catch (error) {
    if (!answered) throw error;
    await until("the document to be parsed", () =>
      // Rejects while one document gives way to the next.
      inPage(page, () => document.readyState !== "loading").catch(() => false),
    );
  } finally {
    page.off("response", note);
  }
}

/** Kills a browser that was started as the leader of its own group of processes, as puppeteer starts them. */
export async function kill(browser: Browser): Promise<void> {
  const process_ = browser.process();
  if (process_?.pid === undefined) return;
  const gone = new Promise((resolve) => process_.once("exit", resolve));
  process.kill(-process_.pid, "SIGKILL");
  await gone;
  // Puppeteer tidies the profile up behind it, and is not to do so under a successor.
  await browser.close().catch(() => {});
}

/** The text of a function that can be evaluated anywhere. */
export function withHelper(ask: (...args: never[]) => unknown): string {
  return `((__name) => (${ask}))((named) => named)`;
}

/** Runs in a page before its own scripts: see `OpenOptions.repeatable`. */
export const STAND_STILL = `{
  const start = 1700000000000;
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...args) { super(...(args.length === 0 ? [start] : args)); }
    static now() { return start; }
  };
  let seed = 1;
  Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
}`;

/** A page of the extension, from which its API is asked. */
export class Desk {
  readonly #open: (() => Promise<Page>) | null;
  #page: Page | null = null;

  /** @param open opens the page; `null` where there is no extension */
  constructor(open: (() => Promise<Page>) | null) {
    this.#open = open;
  }

  /** Answers `otherwise` where there is no extension to ask. It takes a moment until the pages of a new one open. */
  async ask<T>(question: (page: Page) => Promise<T>, otherwise: T): Promise<T> {
    const open = this.#open;
    if (!open) return otherwise;
    this.#page ??= await until("the extension's pages to open", () => open().catch(() => null));
    return question(this.#page);
  }

  /** Before the extension goes: what is left of its pages would be neither closed nor of use. */
  async close(): Promise<void> {
    await this.#page?.close();
    this.#page = null;
  }
}

interface Tabs {
  query(filter: object): Promise<Array<{ id: number; url?: string; pendingUrl?: string }>>;
  sendMessage(tab: number, message: object, options: object): Promise<unknown>;
}
interface Action {
  getBadgeText(details: { tabId: number }): Promise<string>;
}
declare const browser: { tabs: Tabs; action: Action } | undefined;
declare const chrome: { tabs: Tabs; action: Action };

/** Ids of the open tabs, asked in a page of the extension. */
export function tabIds(own: Page): Promise<number[]> {
  return inPage(own, async () => {
    const { tabs } = typeof browser === "undefined" ? chrome : browser;
    // The page after installation comes by itself, and may come late: it is nobody's new tab.
    const isWelcome = (url = "") => url.endsWith("/welcome.html");
    return (await tabs.query({})).flatMap(({ id, url, pendingUrl }) =>
      isWelcome(pendingUrl || url) ? [] : [id],
    );
  });
}

/** Asks a tab's top frame what it has found, in a page of the extension. */
export function askSummary(own: Page, tab: number): Promise<PageSummary | null> {
  return inPage(
    own,
    async (id: number) => {
      const { tabs } = typeof browser === "undefined" ? chrome : browser;
      const message = { type: "page.summary", request: {} };
      return (await tabs.sendMessage(id, message, { frameId: 0 }).catch(() => null)) as PageSummary | null;
    },
    tab,
  );
}

/** What stands on the toolbar button for a tab, asked in a page of the extension; empty for nothing. */
export function badgeOf(own: Page, tab: number): Promise<string> {
  return inPage(
    own,
    (id: number) => {
      const { action } = typeof browser === "undefined" ? chrome : browser;
      return action.getBadgeText({ tabId: id });
    },
    tab,
  );
}
