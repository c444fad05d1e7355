/** What is known of the browser, of what it allows, and of the page that was looked at last, for a diagnosis. */
import browser from "webextension-polyfill";
import type { PageSummary } from "../messages/table.ts";
import { askFrames, TOP_FRAME } from "./frames.ts";
import { ALL_PAGES, mayRead, mayReadFiles } from "./permissions.ts";
import { platform } from "./platform.ts";

export interface BrowserFacts {
  version: string;
  browser: string;
  allSites: boolean;
  files: boolean;
  page: PageSummary | null | undefined;
}

export async function browserFacts(): Promise<BrowserFacts> {
  const [{ name }, allSites, files, page] = await Promise.all([
    platform(),
    mayRead(ALL_PAGES),
    mayReadFiles(),
    lastPage(),
  ]);
  return { version: browser.runtime.getManifest().version, browser: name, allSites, files, page };
}

/** Of the tab of this window that was in front last, but for those of the extension itself. */
async function lastPage(): Promise<PageSummary | null | undefined> {
  const own = browser.runtime.getURL("");
  const tabs = (await browser.tabs.query({ currentWindow: true })).filter(({ url }) => !url?.startsWith(own));
  const [last] = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return last?.id === undefined ? undefined : askFrames(last.id, TOP_FRAME, "page.summary", {});
}
