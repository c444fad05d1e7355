/** One browser with the built extension for a spec file, and the project's own pages to open in it. */
import { join } from "node:path";
import { afterAll, beforeAll, inject } from "vitest";
import type { BrowserName } from "../../scripts/lib/browsers.ts";
import { inRoot } from "../../scripts/lib/paths.ts";
import type { PageSummary } from "../../src/messages/table.ts";
import { launch } from "../harness/driver/launch.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { Driver, LaunchOptions, WebPage } from "../harness/driver/types.ts";
import { type Server, serve } from "../harness/serve.ts";

declare module "vitest" {
  interface ProvidedContext {
    browser: BrowserName;
  }
}

export const PAGES = join(import.meta.dirname, "..", "pages");

export interface Session {
  driver: Driver;
  server: Server;
  /** The address of `test/pages/<name>`, or of the reading page for `reading`. */
  addressOf(name: string): string;
  /** Opens one of these in a tab of its own. */
  open(name: string): Promise<WebPage>;
}

/** Holds its parts once the hooks have run: to be read inside of tests only. */
export function useBrowser(options: LaunchOptions = {}): Session {
  const session = {} as Session;
  beforeAll(async () => {
    session.server = await serve({ pages: PAGES, reading: inRoot("scripts/reading") });
    session.driver = await launch(inject("browser"), { offline: true, ...options });
    session.addressOf = (name) =>
      `${session.server.address}${name === "reading" ? "reading/index.html" : `pages/${name}`}`;
    session.open = (name) => session.driver.open(session.addressOf(name));
  });
  afterAll(async () => {
    await session.driver?.close();
    await session.server?.close();
  });
  return session;
}

/** Waits until the top frame has been read. */
export function wasRead(driver: Driver, page: WebPage): Promise<PageSummary> {
  return until("the page to be read", async () => {
    const summary = await driver.summary(page);
    return summary && summary.status !== "reading" && summary.status !== "off" ? summary : null;
  });
}

/** The words around which a page's own `expect` block is built. */
export interface Expectation {
  marks: string[];
  mentions: Array<[entity: string, text: string]>;
}

export function expectationOf({ page }: WebPage): Promise<Expectation> {
  return inPage(page, () => JSON.parse(document.getElementById("expect")!.textContent!) as Expectation);
}

/** The whole document as markup. */
export function markupOf({ page }: WebPage): Promise<string> {
  return inPage(page, () => document.documentElement.outerHTML);
}
