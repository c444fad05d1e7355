/** Puts the content script to work in a page that is open already. */
import browser from "webextension-polyfill";
import { RUNNING_COPY_KEY } from "../messages/copies.ts";

/**
 * Brings a copy into every frame of a tab that has none. A copy that an earlier version has left is told to look whether
 * its extension is still there. Never rejects; may never be fulfilled (see above).
 */
export async function injectIntoTab(tab: number, successorEvent: string | null): Promise<void> {
  try {
    const frames = await browser.scripting.executeScript({
      target: { tabId: tab, allFrames: true },
      func: makeRoom,
      args: [RUNNING_COPY_KEY, successorEvent],
    });
    const frameIds = frames.flatMap(({ frameId, result }) => (result === true ? [frameId] : []));
    if (frameIds.length === 0) return;
    const target = { tabId: tab, frameIds };
    const { css = [], js = [] } = browser.runtime.getManifest().content_scripts?.[0] ?? {};
    await browser.scripting.insertCSS({ target, files: css });
    await browser.scripting.executeScript({ target, files: js });
  } catch {
    // A page of the browser or a store, a tab that was closed, a site that may not be read.
  }
}

/** Runs in the frame, among the content scripts. Answers whether there is no copy of this installation. */
function makeRoom(runningCopy: string, successorEvent: string | null): boolean {
  if (Object.hasOwn(globalThis, runningCopy)) return false;
  if (successorEvent !== null) EventTarget.prototype.dispatchEvent.call(window, new Event(successorEvent));
  return true;
}
