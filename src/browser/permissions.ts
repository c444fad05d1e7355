/** Which pages the reader lets Sidelight read, and asking for more. Both browsers let it be taken back at any time. */
import browser from "webextension-polyfill";

const ALL_FILES = ["file:///*"];
/** Patterns of every page of the web. */
export const ALL_PAGES = ["http://*/*", "https://*/*"];

/** Tells of every change of what may be read, until the function returned is called. */
export function onAccess(callback: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(callback);
  onRemoved.addListener(callback);
  return () => {
    onAdded.removeListener(callback);
    onRemoved.removeListener(callback);
  };
}

/** Whether addresses of these patterns may be read without the reader's click. */
export async function mayRead(origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins });
  } catch {
    return false;
  }
}

/** In Chrome only where the reader has allowed it in the extension's details; no request can ask for it. */
export function mayReadFiles(): Promise<boolean> {
  return mayRead(ALL_FILES);
}

/** Asks the reader. Must be called in the handler of a click. `false` when the answer is no. */
export async function askToRead(origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins });
  } catch {
    return false;
  }
}

/**
 * Hands a permission back. Answers whether the browser did: Chromium lets an extension hand back only what its manifest has as
 * optional, and that is nothing which is there from the start. There the reader can, see `openSiteAccess`.
 */
export async function giveBack(origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins });
  } catch {
    return false;
  }
}

/** Opens Chromium's own page on the extension, where the reader chooses the sites that it may read. */
export async function openSiteAccess(): Promise<void> {
  await browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` }).catch(() => {});
}

/** How long a document is waited for, ms: where the reader has to allow it first, Chrome never answers. */
const PATIENCE = 1_000;

/** The media type of a tab's document; `null` when it cannot be had. */
export async function mediaTypeOf(tab: number): Promise<string | null> {
  const answer = browser.scripting
    .executeScript({ target: { tabId: tab }, func: () => document.contentType })
    .then(
      ([top]) => (typeof top?.result === "string" ? top.result : null),
      () => null,
    );
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null));
  return Promise.race([answer, late]);
}
