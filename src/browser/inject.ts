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
    const { js = [] } = browser.runtime.getManifest().content_scripts?.[0] ?? {};
    await browser.scripting.executeScript({ target, files: js });
  } catch {
    // A page of the browser or a store, a tab that was closed, a site that may not be read.
  }
}

/** The names before what takes them up (content/main.ts). */
const REST = ["names.js", "marker.js"];

/** Brings names and marker into a frame whose text may hold a name. Answers whether that was possible. */
export const injectRest = (frame: FrameTarget): Promise<boolean> => run(frame, REST);

/** The card, which the marker waits for (content/card-script.ts). */
export const injectCard = (frame: FrameTarget): Promise<boolean> => run(frame, ["card.js"]);

const run = (frame: FrameTarget, files: string[]): Promise<boolean> =>
  inFrame(frame, (target) => browser.scripting.executeScript({ target, files, injectImmediately: true }));

/** The style sheet that marks are painted by. */
export const injectStyle = (frame: FrameTarget): Promise<boolean> =>
  inFrame(frame, (target) => browser.scripting.insertCSS({ target, files: ["highlight.css"] }));

export interface FrameTarget {
  tab?: number;
  frame?: number;
  /** Of the document in the frame, where the browser tells: another may have come into the frame since. */
  document?: string;
}

async function inFrame(
  { tab, frame, document }: FrameTarget,
  inject: (target: { tabId: number; frameIds: number[] }) => Promise<unknown>,
): Promise<boolean> {
  if (tab === undefined || frame === undefined) return false;
  const of = document === undefined ? { frameIds: [frame] } : { documentIds: [document] };
  try {
    // The polyfill's types know frames by their ids alone.
    await inject({ tabId: tab, ...of } as { tabId: number; frameIds: number[] });
    return true;
  } catch {
    // Gone, or it may not be read any more.
    return false;
  }
}

/** Runs in the frame, among the content scripts. Answers whether there is no copy of this installation. */
function makeRoom(runningCopy: string, successorEvent: string | null): boolean {
  if (Object.hasOwn(globalThis, runningCopy)) return false;
  if (successorEvent !== null) EventTarget.prototype.dispatchEvent.call(window, new Event(successorEvent));
  return true;
}
