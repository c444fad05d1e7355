/**
 * The frames of a tab that Sidelight reads, asked and told by the background and the popup.
 *
 * A message to a whole tab reaches every frame, but only the first response comes back, and listing frames would cost
 * the `webNavigation` permission. So the popup broadcasts a census with a token of its own making, and each frame
 * answers with a message back. The browser stamps every answer with the frame's id and address; from then on frames
 * are asked one by one. This needs no permission, no open port that keeps the background awake, and no waiting time:
 * frames appear as they answer.
 */
import browser from "webextension-polyfill";
import { checkCensusAnswer } from "../messages/check.ts";
import type { PageRequests } from "../messages/table.ts";
import type { RequestOf, ResponseOf } from "../messages/types.ts";

/** The id of a tab's outermost frame. */
export const TOP_FRAME = 0;

export interface Frame {
  id: number;
  /** The frame's address, vouched for by the browser. */
  url: string | undefined;
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

/**
 * Asks one frame of a tab, or all of them: then the first that answers is heard. `null` when nobody does; never rejects.
 */
export async function askFrames<K extends keyof PageRequests>(
  tab: number,
  frame: number | "all",
  type: K,
  request: RequestOf<PageRequests, K>,
): Promise<ResponseOf<PageRequests, K> | null> {
  try {
    const options = frame === "all" ? undefined : { frameId: frame };
    const answer = await browser.tabs.sendMessage(tab, { type, request }, options);
    return (answer ?? null) as ResponseOf<PageRequests, K> | null;
  } catch {
    return null;
  }
}
