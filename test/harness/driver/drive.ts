/** What is the same in every browser: a desk, tabs, and what is noted of a page; the rest is the browser's own protocol. */
import type { Browser, Page } from "puppeteer-core";
import { askSummary, Desk, sendCommand, tabIds } from "./desk.ts";
import { askForChange, changeSettings } from "./extension-api.ts";
import { goTo, inPage, kill, STAND_STILL, until } from "./shared.ts";
import type { Driver, ExtensionDriver, Request, WebPage } from "./types.ts";

/** What each browser does in a way of its own. */
interface Engine extends Pick<Driver, "name" | "openOwn" | "memory" | "close"> {
  browser: Browser;
  /** Of the extension; `null` for none. */
  folder: string | null;
  newPage(): Promise<Page>;
  /** A person sees it. */
  shown: boolean | undefined;
  /** Notes what a new page asks for. */
  attend(page: Page, requests: Request[]): Promise<Pick<WebPage, "compose" | "inCard">>;
  /** The desk is closed before the extension goes. */
  extension(desk: Desk): Omit<ExtensionDriver, "replace">;
}

/**
 * A style sheet in a tab has the extension's API as any page of it has, and runs nothing of ours: the options would take half
 * a second to open, and draw themselves anew with each change that a test makes. Who sees it is shown the options.
 */
const DESK = "highlight.css";

export async function drive(engine: Engine): Promise<Driver> {
  const { name, browser, folder, openOwn, shown, memory, close } = engine;
  const desk = new Desk(folder === null ? null : () => openOwn(shown ? "options.html" : DESK));
  await desk.ask(tabIds, []);
  return {
    ...{ name, openOwn, visitOwn, memory, close, version: await browser.version() },
    extension: {
      ...engine.extension(desk),
      // From the same folder it is the same extension: the one that is there gives way.
      replace: async () => {
        await desk.close();
        await browser.installExtension(folder!);
      },
    },
    inExtension: (ask, ...args) => desk.inExtension(ask, ...args),
    askForChange: async (...intents) => askForChange(await desk.page(), ...intents),
    change: async (...intents) => changeSettings(await desk.page(), ...intents),
    tidy: () => desk.tidy(browser),
    summary: async ({ tab }) => desk.ask((page) => askSummary(page, tab), null),
    command: async ({ tab }, command, anyway = true) => sendCommand(await desk.page(), tab, command, anyway),
    kill: () => kill(browser),
    open: async (address, { repeatable = false, preload = "" } = {}) => {
      const before = await desk.ask(tabIds, []);
      const page = await engine.newPage();
      if (repeatable) await page.evaluateOnNewDocument(STAND_STILL);
      if (preload) await page.evaluateOnNewDocument(preload);
      const tab = (await desk.ask(tabIds, [])).find((other) => !before.includes(other)) ?? -1;
      const errors: string[] = [];
      const requests: Request[] = [];
      page.on("pageerror", (error) =>
        errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
      );
      const own = await engine.attend(page, requests);
      const visit = async (next: string) => {
        errors.length = requests.length = 0;
        await goTo(page, next);
      };
      await visit(address);
      return { page, tab, errors, requests, visit, ...own };
    },
  };
}

/** How often a page of the extension was gone to in a tab that was there. */
let turns = 0;

/**
 * From within the page: Firefox's protocol reports no such navigation back. By an address that is new each time: to one that
 * differs in its fragment alone, or not at all, a page would not be made anew, and a reload would bring back what stood in boxes.
 */
async function visitOwn(page: Page, path: string): Promise<void> {
  const address = path.replace(/(?=#|$)/, `?${++turns}`);
  await inPage(
    page,
    (address: string) => {
      document.documentElement.dataset.left = "";
      location.replace(address);
    },
    address,
  ).catch(() => {});
  await until(`${path} to open`, () =>
    inPage(
      page,
      () => document.readyState !== "loading" && document.documentElement.dataset.left === undefined,
    ).catch(() => false),
  );
}
