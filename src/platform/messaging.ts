/** Requests to the background: serving them there, and sending them from the extension's own pages. */
import browser from "webextension-polyfill";
import { checkBackgroundRequest, mayComeFromPages, namesSite } from "../messages/check.ts";
import type { BackgroundRequests } from "../messages/table.ts";
import type { RequestOf, ResponseOf } from "../messages/types.ts";

/** Where a request comes from, as the browser vouches for it. `tab` and `frame` are absent for a page of our own. */
export interface Origin {
  tab?: number;
  frame?: number;
}

export type BackgroundHandlers = {
  [K in keyof BackgroundRequests]: (
    request: RequestOf<BackgroundRequests, K>,
    origin: Origin,
  ) => Promise<ResponseOf<BackgroundRequests, K>>;
};

/**
 * Serves the background's requests. Must be called while the script is first evaluated, or the event that woke the
 * background is lost.
 */
export function serveBackground(handlers: BackgroundHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: browser.Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id) return undefined;
    const envelope = checkBackgroundRequest(message);
    if (envelope === null) return undefined;
    const origin: Origin = {
      ...(sender.tab?.id === undefined ? {} : { tab: sender.tab.id }),
      ...(sender.frameId === undefined ? {} : { frame: sender.frameId }),
    };
    switch (envelope.type) {
      case "settings.change":
        if (!isOwnPage(sender.url) && !mayComeFromPages(envelope.request.intents)) {
          return Promise.resolve({ ok: false, error: ["faultFromPage"] });
        }
        if (sender.tab?.incognito && !isOwnPage(sender.url) && namesSite(envelope.request.intents)) {
          return Promise.resolve({ ok: false, error: ["faultPrivate"] });
        }
        return handlers["settings.change"](envelope.request, origin);
      case "page.count":
        return handlers["page.count"](envelope.request, origin);
      case "page.escape":
        return handlers["page.escape"](envelope.request, origin);
      case "pack.wanted":
        return handlers["pack.wanted"](envelope.request, origin);
      case "pack.text":
        return isOwnPage(sender.url)
          ? handlers["pack.text"](envelope.request, origin)
          : Promise.resolve(null);
      case "popup.opened":
        // It may be text that was selected on another page.
        return isOwnPage(sender.url)
          ? handlers["popup.opened"](envelope.request, origin)
          : Promise.resolve(null);
    }
  });
}

function isOwnPage(url: string | undefined): boolean {
  return url?.startsWith(browser.runtime.getURL("")) === true;
}

/** Asks the background from a page of the extension. `null` when nobody answers. */
export async function askBackground<K extends keyof BackgroundRequests>(
  type: K,
  request: RequestOf<BackgroundRequests, K>,
): Promise<ResponseOf<BackgroundRequests, K> | null> {
  try {
    return ((await browser.runtime.sendMessage({ type, request })) ?? null) as ResponseOf<
      BackgroundRequests,
      K
    > | null;
  } catch {
    return null;
  }
}
