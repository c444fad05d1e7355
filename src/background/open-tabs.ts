/**
 * Keeps a copy of the content script in every frame that may be read, where the browser does not do it by itself:
 *
 * - Chrome injects nothing into pages that were open when the extension was installed, updated or switched on.
 * - Neither browser does when the reader allows pages to be read while they are open.
 *
 * And when that permission is taken back, the copies that no longer have it go.
 */
import browser from "webextension-polyfill";
import { askFrames } from "../browser/frames.ts";
import { injectIntoTab } from "../browser/inject.ts";
import { allTabs } from "../browser/tabs.ts";
import { SUCCESSOR_EVENT_KEY } from "../messages/copies.ts";
import type { StorageArea } from "./settings/writer.ts";

/**
 * In `storage.session`, which is empty exactly when copies may be missing: the browser, or the extension in it, has just
 * started. `runtime.onInstalled` and `onStartup` do not tell of an extension that was switched on again.
 */
const STARTED_KEY = "started";

/** Must be called while the script is first evaluated, or an event that woke the background is lost. */
export function injectIntoOpenTabs(area: StorageArea): void {
  browser.permissions.onAdded.addListener(() => void injectIntoAllTabs(area));
  browser.permissions.onRemoved.addListener(() => void renew(area));
  void start(area);
}

async function start(area: StorageArea): Promise<void> {
  const { session } = browser.storage;
  if (STARTED_KEY in (await session.get([STARTED_KEY]))) return;
  await session.set({ [STARTED_KEY]: true });
  await injectIntoAllTabs(area);
}

/** Which frames may still be read is for the browser to say: all copies go, and come back where they may. */
async function renew(area: StorageArea): Promise<void> {
  const tabs = await allTabs();
  await Promise.all(tabs.map((tab) => askFrames(tab, "all", "page.leave", {})));
  await injectIntoAllTabs(area);
}

async function injectIntoAllTabs(area: StorageArea): Promise<void> {
  const successorEvent = await successorEventName(area);
  // Not one after the other: where the reader has to allow it first, Chrome keeps the promise open until then.
  for (const tab of await allTabs()) void injectIntoTab(tab, successorEvent);
}

/** The name of the event by which copies are told of their successor; made when there is none. `null`: unreadable. */
async function successorEventName(area: StorageArea): Promise<string | null> {
  try {
    const stored = (await area.get([SUCCESSOR_EVENT_KEY]))[SUCCESSOR_EVENT_KEY];
    if (typeof stored === "string") return stored;
    const made = crypto.randomUUID();
    await area.set({ [SUCCESSOR_EVENT_KEY]: made });
    return made;
  } catch {
    return null;
  }
}
