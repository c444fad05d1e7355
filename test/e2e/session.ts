/** A browser with the built extension for a spec file, and the project's own pages to open in it. */
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, inject, type RunnerTask, test } from "vitest";
import type { BrowserName } from "../../scripts/lib/browsers.ts";
import { inRoot } from "../../scripts/lib/paths.ts";
import type { PageSummary } from "../../src/messages/table.ts";
import { COUNT_CARDS } from "../harness/driver/card.ts";
import { launch } from "../harness/driver/launch.ts";
import { leave } from "../harness/driver/marks.ts";
import { BrowserPool } from "../harness/driver/pool.ts";
import { inPage, until, WINDOW } from "../harness/driver/shared.ts";
import type { Driver, LaunchOptions, WebPage } from "../harness/driver/types.ts";
import { type Server, serve } from "../harness/serve.ts";

declare module "vitest" {
  interface ProvidedContext {
    browser: BrowserName;
  }
}

/** Shorter than by default, ms: where a test is not about the dwell, it has only to wait for it. */
export const DWELL = 150;

/** How every browser of a test is started, if nothing else is said. */
export const FOR_TESTS: LaunchOptions = { offline: true, lean: true };

export const PAGES = join(import.meta.dirname, "..", "pages");

export interface Session {
  driver: Driver;
  server: Server;
  /** The address of `test/pages/<name>`, or of the reading page for `reading`. */
  addressOf(name: string): string;
  /** Opens one of these in a tab of its own. */
  open(name: string): Promise<WebPage>;
  /**
   * Opens one of these, or any other address, in the tab that the tests of a file have in common, in front, and counts the cards that
   * come in it. For tests that need no more than a fresh document: a tab takes longer to open and to close than a page to load.
   */
  visit(nameOrAddress: string): Promise<WebPage>;
  /** Likewise a page of the extension, in another tab that a file has for these. */
  visitOwn(path: string): Promise<Page>;
}

/** One pool a worker, for all files that it runs. */
// biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which other fixtures are wanted
const inWorker = test.extend("pool", { scope: "worker" }, async ({}, { onCleanup }) => {
  const pool = new BrowserPool();
  onCleanup(() => pool.close());
  return pool;
});

/**
 * A browser without pages, at the default settings: one that an earlier file was done with, or a new one. With options it
 * is a new one, for this file alone.
 */
export function useBrowser(options?: LaunchOptions): Session {
  if (options) return useOwnBrowser(options);
  const session = {} as Session;
  useServer(session);
  useDriver((driver) => {
    session.driver = driver;
  });
  return session;
}

/** Has cards come after `DWELL`, in all tests of a file. */
export function useShortDwell(session: Pick<Session, "driver">): void {
  beforeAll(() => session.driver.change({ type: "set", key: "hoverDelay", value: DWELL }));
}

function useOwnBrowser(options: LaunchOptions): Session {
  const session = {} as Session;
  useServer(session);
  beforeAll(async () => {
    session.driver = await launch(inject("browser"), { ...FOR_TESTS, ...options });
  });
  afterAll(() => session.driver?.close());
  return session;
}

/** A browser out of the pool. `hold` is called before the tests; to be used inside of them only. */
export function useDriver(hold: (driver: Driver) => void, options: LaunchOptions = {}): void {
  inWorker.beforeAll(async ({ pool }, suite) => {
    const driver = await pool.take(inject("browser"), { ...FOR_TESTS, ...options });
    hold(driver);
    return () => pool.giveBack(driver, !suite.tasks.some(hasFailed));
  });
}

const hasFailed = (task: RunnerTask): boolean =>
  task.result?.state === "fail" || ("tasks" in task && task.tasks.some(hasFailed));

/** Holds its parts once the hooks have run: to be read inside of tests only. */
export function useServer(session: Session): void {
  let tab: WebPage | null = null;
  let own: Page | null = null;
  session.addressOf = (name) =>
    `${session.server.address}${name === "reading" ? "reading/index.html" : `pages/${name}`}`;
  session.open = (name) => session.driver.open(session.addressOf(name));
  session.visit = async (name) => {
    const address = name.includes("://") ? name : session.addressOf(name);
    if (tab && (await isOfUse(tab.page))) {
      await tab.visit(address);
      return tab;
    }
    await tab?.page.close().catch(() => {});
    tab = await session.driver.open(address, { preload: COUNT_CARDS });
    return tab;
  };
  session.visitOwn = async (path) => {
    if (own && (await isOfUse(own))) {
      await session.driver.visitOwn(own, path);
      return own;
    }
    await own?.close().catch(() => {});
    own = await session.driver.openOwn(path);
    return own;
  };
  beforeAll(async () => {
    session.server = await serve({ pages: PAGES, reading: inRoot("scripts/reading") });
  });
  afterAll(() => session.server?.close());
}

/**
 * Whether a tab can be had in front, as large as a new one, with the keyboard: in Firefox, Tab may have led out of the page, and
 * nothing leads back.
 */
async function isOfUse(page: Page): Promise<boolean> {
  if (page.isClosed()) return false;
  try {
    await page.bringToFront();
    const { width, height } = page.viewport() ?? WINDOW;
    if (width !== WINDOW.width || height !== WINDOW.height) await page.setViewport(WINDOW);
    return await inPage(page, () => document.hasFocus());
  } catch {
    return false;
  }
}

/** Waits until the top frame has been read. */
export function wasRead(driver: Driver, page: WebPage): Promise<PageSummary> {
  return until("the page to be read", async () => {
    const summary = await driver.summary(page);
    return summary && summary.status !== "reading" && summary.status !== "off" ? summary : null;
  });
}

/** A page opened anew, read, in front, with the pointer away from its marks: where a test of the pointer begins. */
export async function visitInFront({ visit, driver }: Session, name: string): Promise<WebPage> {
  const web = await visit(name);
  await wasRead(driver, web);
  await web.page.bringToFront();
  await leave(web.page);
  return web;
}

/** The whole document as markup. */
export function markupOf({ page }: WebPage): Promise<string> {
  return inPage(page, () => document.documentElement.outerHTML);
}
