/** What both drivers need. */
import type { Browser, Frame, HTTPResponse, Page } from "puppeteer-core";
import type { LaunchOptions } from "./types.ts";

/** CSS px. */
export const WINDOW = { width: 1280, height: 900, deviceScaleFactor: 1 };

/** How a browser is started: without a window, or with one as large as a person has it, which alone says when to end. */
export const windowOf = ({ shown = false }: LaunchOptions) =>
  shown
    ? { headless: false, defaultViewport: null, handleSIGINT: false, handleSIGTERM: false }
    : { headless: true, defaultViewport: WINDOW };

/** How long a condition may take, ms: far more than it ever does, so that a slow machine is no failure. */
const PATIENCE = 15_000;

/**
 * Between two looks, ms: soon at first, and the longer it takes the more seldom, for a look wakes three processes that the page
 * could have used.
 */
const [SOON, SELDOM, LONGER] = [10, 100, 1.5];

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
  for (let pause = SOON; ; pause = Math.min(pause * LONGER, SELDOM)) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`waited ${patience} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
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
