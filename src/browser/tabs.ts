/**
 * The popup's view of a tab: which frames read it, and what each has found.
 *
 * A message to a whole tab reaches every frame, but only the first response comes back, and listing frames would cost
 * the `webNavigation` permission. So the popup broadcasts a census with a token of its own making, and each frame
 * answers with a message back. The browser stamps every answer with the frame's id and address; from then on frames
 * are asked one by one. This needs no permission, no open port that keeps the background awake, and no waiting time:
 * frames appear as they answer.
 */
import browser from "webextension-polyfill";
import { checkCensusAnswer } from "../messages/check.ts";
import type { PageRequests, PageSummary } from "../messages/table.ts";
import type { RequestOf, ResponseOf } from "../messages/types.ts";

export interface ActiveTab {
  id: number;
  /** Known where the page may be read, or the reader's click on the button allows it; else `undefined`. */
  url: string | undefined;
  /** In a private window: nothing about its pages may be kept. */
  isPrivate: boolean;
}

export interface Frame {
  /** 0 is the top frame. */
  id: number;
  /** The frame's address, vouched for by the browser. */
  url: string | undefined;
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

/**
 * Finds the frames of a tab that Sidelight reads. `onFrame` is called once for each, as they answer; the promise is
 * fulfilled with `false` when the tab has none (a page of the browser, a store, a PDF viewer).
 */
export async function takeCensus(
  tab: number,
  onFrame: (frame: Frame) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const token = crypto.randomUUID();
  const seen = new Set<number>();
  const listener = (message: unknown, sender: browser.Runtime.MessageSender): undefined => {
    const answer = checkCensusAnswer(message);
    if (answer?.request.token !== token || sender.id !== browser.runtime.id || sender.tab?.id !== tab) return;
    const id = sender.frameId ?? 0;
    if (seen.has(id)) return;
    seen.add(id);
    onFrame({ id, url: sender.url });
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener("abort", () => browser.runtime.onMessage.removeListener(listener));
  try {
    await browser.tabs.sendMessage(tab, { type: "page.census", request: { token } });
    return true;
  } catch {
    return false;
  }
}

/** Asks one frame. `null` when it has gone. */
export async function askFrame<K extends keyof PageRequests>(
  tab: number,
  frame: number,
  type: K,
  request: RequestOf<PageRequests, K>,
): Promise<ResponseOf<PageRequests, K> | null> {
  try {
    const answer = await browser.tabs.sendMessage(tab, { type, request }, { frameId: frame });
    return (answer ?? null) as ResponseOf<PageRequests, K> | null;
  } catch {
    return null;
  }
}

/** Tells every frame of a tab that Sidelight reads. Never rejects. */
export async function tellFrames(tab: number, type: "page.check" | "page.leave"): Promise<void> {
  await browser.tabs.sendMessage(tab, { type, request: {} }).catch(() => null);
}

/** Hands every frame of a tab the settings. Never rejects. */
export async function tellSettings(tab: number, items: Record<string, unknown>): Promise<void> {
  await browser.tabs.sendMessage(tab, { type: "page.settings", request: { items } }).catch(() => null);
}

/** What one frame has found. */
export function askSummary(tab: number, frame: number): Promise<PageSummary | null> {
  return askFrame(tab, frame, "page.summary", {});
}

/** Every open tab that holds a page: one that the browser has put out of memory gets its copies when it comes back. */
export async function allTabs(): Promise<number[]> {
  const tabs = await browser.tabs.query({ discarded: false });
  return tabs.flatMap((tab) => (tab.id === undefined ? [] : [tab.id]));
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

/** Opens the options, where the browser shows them. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}
