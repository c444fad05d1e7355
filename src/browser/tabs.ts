/** Open tabs: finding them, and bringing them to the front. */
import browser from "webextension-polyfill";
import { atlasAddress } from "../messages/opening.ts";

export interface ActiveTab {
  id: number;
  /** Known where the page may be read, or the reader's click on the button allows it; else `undefined`. */
  url: string | undefined;
  /** In a private window: nothing about its pages may be kept. */
  isPrivate: boolean;
}

/** The tab that the popup was opened over, or the one that it was told. */
export async function activeTab(named: number | undefined): Promise<ActiveTab | null> {
  try {
    const tab =
      named === undefined
        ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
        : await browser.tabs.get(named);
    return tab?.id === undefined ? null : { id: tab.id, url: tab.url, isPrivate: tab.incognito };
  } catch {
    return null;
  }
}

/** Every open tab that holds a page: one that the browser has put out of memory gets its copies when it comes back. */
export async function allTabs(): Promise<number[]> {
  const tabs = await browser.tabs.query({ discarded: false });
  return tabs.flatMap((tab) => (tab.id === undefined ? [] : [tab.id]));
}

/** Every tab that is open, whatever it holds. */
export async function openTabs(): Promise<ReadonlySet<number>> {
  return new Set((await browser.tabs.query({})).map(({ id }) => id ?? browser.tabs.TAB_ID_NONE));
}

/** Brings a tab to the front. */
export async function showTab(id: number): Promise<void> {
  try {
    const { windowId } = await browser.tabs.update(id, { active: true });
    // Where there are windows: on a phone there are none.
    if (windowId !== undefined) await browser.windows?.update(windowId, { focused: true });
  } catch {
    // It was closed meanwhile.
  }
}

/**
 * Opens the atlas in a tab of its own.
 * @param hash what it shows, `entity=ttp`; empty for the whole
 */
export async function openAtlas(hash: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(atlasAddress(hash)) });
}

/** Opens the options, where the browser shows them. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}
