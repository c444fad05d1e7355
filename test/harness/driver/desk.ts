/** A page of the extension in which the driver asks its API what no web page can tell. */
import type { Browser, Page } from "puppeteer-core";
import type { PackList } from "../../../src/messages/packs.ts";
import type { PageSummary } from "../../../src/messages/table.ts";
import { changeSettings, type ExtensionApi, inExtension } from "./extension-api.ts";
import { until } from "./shared.ts";

/** What a test has left in a browser that the next would find there. */
export class LeftBehind extends Error {}

/** A page of the extension, from which its API is asked. */
export class Desk {
  readonly #open: (() => Promise<Page>) | null;
  #page: Page | null = null;

  /** @param open opens the page; `null` where there is no extension */
  constructor(open: (() => Promise<Page>) | null) {
    this.#open = open;
  }

  /** Answers `otherwise` where there is no extension to ask. */
  async ask<T>(question: (page: Page) => Promise<T>, otherwise: T): Promise<T> {
    return this.#open ? question(await this.page()) : otherwise;
  }

  /** It takes a moment until the pages of a new extension open. */
  async page(): Promise<Page> {
    const open = this.#open;
    if (!open) throw new Error("there is no extension in this browser");
    this.#page ??= await until("the extension's pages to open", () => open().catch(() => null));
    return this.#page;
  }

  inExtension<A extends unknown[], T>(
    ask: (api: ExtensionApi, ...args: A) => T,
    ...args: A
  ): Promise<Awaited<T>> {
    return this.page().then((page) => inExtension(page, ask, ...args));
  }

  /** Before the extension goes: what is left of its pages would be neither closed nor of use. */
  async close(): Promise<void> {
    await this.#page?.close();
    this.#page = null;
  }

  /**
   * Closes all pages but this one, those too that the extension has opened, and takes all changes of the settings back. When they
   * were changed last stays known.
   * @throws LeftBehind, or where a page will not close
   */
  async tidy(browser: Browser): Promise<void> {
    for (const page of await browser.pages()) if (page !== this.#page) await page.close();
    if (!this.#open) return;
    await changeSettings(await this.page(), { type: "reset" });
    const left = await this.inExtension(async ({ permissions, runtime, storage, tabs }) => {
      const desk = await tabs.getCurrent();
      for (const { id } of await tabs.query({})) if (id !== desk!.id) await tabs.remove(id!);
      await storage.sync.clear();
      const { settings } = (await storage.local.get("settings")) as { settings: { values: object } };
      const mayRead = await permissions.contains({ origins: ["http://*/*", "https://*/*"] });
      const list = (await runtime.sendMessage({ type: "packs.list", request: {} })) as PackList | null;
      return [
        ...Object.keys(settings.values),
        ...(mayRead ? [] : ["pages that may not be read"]),
        ...(list?.packs ?? []).flatMap(({ id, bundled }) => (bundled ? [] : [`the analysis ${id}`])),
      ];
    });
    if (left.length > 0) throw new LeftBehind(`left behind in the browser: ${left.join(", ")}`);
  }
}

/** Ids of the open tabs, asked in a page of the extension. */
export function tabIds(own: Page): Promise<number[]> {
  return inExtension(own, async ({ tabs }) => {
    // The page after installation comes by itself, and may come late: it is nobody's new tab.
    const isWelcome = (url = "") => url.endsWith("/welcome.html");
    return (await tabs.query({})).flatMap(({ id, url, pendingUrl }) =>
      id === undefined || isWelcome(pendingUrl || url) ? [] : [id],
    );
  });
}

/** Asks a tab's top frame what it has found, in a page of the extension. */
export function askSummary(own: Page, tab: number): Promise<PageSummary | null> {
  return inExtension(
    own,
    async ({ tabs }, id: number) => {
      const message = { type: "page.summary", request: {} };
      return (await tabs.sendMessage(id, message, { frameId: 0 }).catch(() => null)) as PageSummary | null;
    },
    tab,
  );
}

/** Hands a command on to a tab's top frame, as the background does, in a page of the extension; `null` where nobody heard it. */
export function sendCommand(own: Page, tab: number, command: string, anyway: boolean): Promise<unknown> {
  return inExtension(
    own,
    ({ tabs }, id: number, command: string, anyway: boolean) => {
      const message = { type: "page.command", request: { command, anyway } };
      return tabs.sendMessage(id, message, { frameId: 0 }).catch(() => null);
    },
    tab,
    command,
    anyway,
  );
}

/** What stands on the toolbar button for a tab, asked in a page of the extension; empty for nothing. */
export function badgeOf(own: Page, tab: number): Promise<string> {
  return inExtension(own, ({ action }, tabId: number) => action.getBadgeText({ tabId }), tab);
}
