/** Requests to the background: serving them there, and sending them from the extension's own pages. */
import browser from "webextension-polyfill";
import { checkBackgroundRequest } from "../messages/check-background.ts";
import type { BackgroundRequests } from "../messages/table.ts";
import type { RequestOf, ResponseOf } from "../messages/types.ts";
import { FILES, sitePatternOf } from "../settings/page/sites.ts";

/** Where a request comes from, as the browser vouches for it. `tab` and `frame` are absent for a page of our own. */
export interface Origin {
  /** A page of our own. */
  isOwn: boolean;
  tab?: number;
  /** The tab is in a private window: nothing about its pages may be kept. */
  isPrivate: boolean;
  frame?: number;
  /** Of the document that asks, where the browser tells. */
  document?: string;
  /**
   * Pattern of the page's site, for which a frame of that very site may ask for a rule. `null` where there is none: of files
   * a rule would be one for all, of private pages nothing is kept.
   */
  site: string | null;
  /** The page itself asks, or a frame of its own site; no private one, of which nothing is kept. */
  isOfPage: boolean;
  /** Address of the top page as far as the browser vouches for it; of a frame whose top page it does not tell, the frame's own. */
  page: string;
}

export type BackgroundHandlers = {
  [K in keyof BackgroundRequests]: (
    request: RequestOf<BackgroundRequests, K>,
    origin: Origin,
  ) => Promise<ResponseOf<BackgroundRequests, K>>;
};

type OwnRequest = "settings.change" | "popup.readOnce" | "popup.opened" | "atlas.opened" | `packs.${string}`;

/**
 * What only pages of our own may ask, with the answer to all others: to write any setting, to have a page read that the reader
 * has not chosen, and for what the popup or the
 * atlas was opened with, which may be text that was selected on another page, or a name that was looked up in a private window; and
 * all that is about packs but the names that a page's words ask for.
 */
const OWN_PAGES_ALONE: {
  [K in keyof BackgroundRequests as K extends OwnRequest ? K : never]: ResponseOf<BackgroundRequests, K>;
} = {
  "settings.change": { ok: false, error: ["faultFromPage"] },
  "popup.readOnce": false,
  "packs.list": null,
  "packs.install": {
    ok: false,
    problems: [{ path: "", line: 1, column: 1, fault: ["faultFromPage"] }],
    more: 0,
  },
  "packs.remove": false,
  "packs.restore": false,
  "packs.text": null,
  "packs.active": null,
  "packs.part": null,
  "packs.said": null,
  "popup.opened": null,
  "atlas.opened": null,
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
    const isOwn = isOwnPage(sender.url);
    const origin: Origin = {
      isOwn,
      ...(sender.tab?.id === undefined ? {} : { tab: sender.tab.id }),
      ...(sender.frameId === undefined ? {} : { frame: sender.frameId }),
      ...documentOf(sender),
      isPrivate: sender.tab?.incognito === true,
      ...siteOf(sender),
      page: pageOf(sender),
    };
    const { type, request } = envelope;
    if (type in OWN_PAGES_ALONE && !isOwn)
      return Promise.resolve(OWN_PAGES_ALONE[type as keyof typeof OWN_PAGES_ALONE]);
    const handler = handlers[type] as (request: unknown, origin: Origin) => Promise<unknown>;
    return handler(request, origin);
  });
}

function documentOf(sender: browser.Runtime.MessageSender): { document?: string } {
  const { documentId } = sender as { documentId?: string };
  return documentId === undefined ? {} : { document: documentId };
}

function pageOf({ tab, url = "", frameId, ...sender }: browser.Runtime.MessageSender): string {
  const { origin = "", documentLifecycle } = sender as { origin?: string; documentLifecycle?: string };
  // A document without an address of its own (`about:blank`) has the origin of whoever made it.
  const own = sitePatternOf(url) === null ? origin : url;
  // A tab's address is that of the page which it shows, and not of one that it makes ready.
  return frameId === 0 || documentLifecycle === "prerender" ? own : (tab?.url ?? own);
}

function siteOf({
  tab,
  url,
  frameId,
  ...sender
}: browser.Runtime.MessageSender): Pick<Origin, "site" | "isOfPage"> {
  if (tab === undefined) return { site: null, isOfPage: false };
  // Firefox tells a tab's address only where all of the site may be read.
  const top = sitePatternOf(tab.url ?? (frameId === 0 ? (url ?? "") : ""));
  // A frame without an address of its own (`about:srcdoc`) has its parent's origin.
  const { origin = "" } = sender as { origin?: string };
  const own = sitePatternOf(url ?? "") ?? sitePatternOf(origin);
  const isOfPage = top === own && top !== null && !tab.incognito;
  return { site: isOfPage && top !== FILES ? top : null, isOfPage };
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
