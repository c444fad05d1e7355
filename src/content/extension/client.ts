/**
 * All that the content script asks of the extension. Every call outlives the extension itself: after an update the
 * browser's API throws synchronously ("Extension context invalidated"), and then the answer is `null` or `unreadable`.
 */
import { checkCensusRequest, checkPageRequest } from "../../messages/check.ts";
import type { BackgroundRequests, PageRequests } from "../../messages/table.ts";
import type { RequestOf, ResponseOf } from "../../messages/types.ts";
import { attempt, type Sender } from "./browser-api.ts";

/** Whether the extension that injected this script is still there. Never throws. */
export function alive(): boolean {
  return typeof attempt((api) => api.runtime.id) === "string";
}

/** Whether this is a private window: nothing about its sites may be kept. */
export const isPrivate = (): boolean => attempt((api) => api.extension?.inIncognitoContext) === true;

/** A message of `_locales`; "" for one that there is not, and where there is nobody to ask. */
export const readMessage = (key: string, substitutions: string[]): string =>
  attempt((api) => api.i18n.getMessage(key, substitutions)) ?? "";

/** An element's shadow root, closed ones included. */
export function openRoot(element: Element): ShadowRoot | null {
  const { openOrClosedShadowRoot: root } = element as Element & {
    openOrClosedShadowRoot?: ShadowRoot | null;
  };
  return root ?? attempt((api) => api.dom?.openOrClosedShadowRoot(element)) ?? null;
}

/** The background may be only just starting, and is asked again after so long, ms. */
export const RETRIES = [200, 1_000, 4_000];

/** Asks the background. `null` when there is nobody to answer, or no answer. */
export async function request<K extends keyof BackgroundRequests>(
  type: K,
  body: RequestOf<BackgroundRequests, K>,
): Promise<ResponseOf<BackgroundRequests, K> | null> {
  return (await send({ type, request: body })) as ResponseOf<BackgroundRequests, K> | null;
}

async function send(message: unknown): Promise<unknown> {
  try {
    return (await attempt((api) => api.runtime.sendMessage(message))) ?? null;
  } catch {
    return null;
  }
}

export type PageHandlers = {
  [K in keyof PageRequests]: (request: RequestOf<PageRequests, K>) => ResponseOf<PageRequests, K>;
};

/**
 * Serves the popup's requests to this frame, and answers its census. Handlers answer synchronously, so a frame that
 * is torn down meanwhile leaves no request open.
 */
export function servePage(handlers: PageHandlers, signal: AbortSignal): void {
  if (signal.aborted) return;
  const listener = (message: unknown, sender: Sender, sendResponse: (response: unknown) => void) => {
    if (!isOwnPage(sender)) return undefined;
    const census = checkCensusRequest(message);
    if (census !== null) {
      void send({ type: "page.here", request: census.request });
      // The broadcast's one response: somebody is here.
      sendResponse(true);
    }
    const envelope = checkPageRequest(message);
    if (envelope === null) return undefined;
    const { type, request } = envelope;
    const answer = (handlers[type] as (request: unknown) => unknown)(request);
    // One broadcast, many frames: only the one that has followed a command answers it.
    if (type !== "page.command" || answer === true) sendResponse(answer);
    return undefined;
  };
  attempt((api) => api.runtime.onMessage.addListener(listener));
  signal.addEventListener("abort", () => attempt((api) => api.runtime.onMessage.removeListener(listener)));
}

/** The sender is this extension, and a page of its own: never a content script, whatever page that runs in. */
function isOwnPage(sender: Sender): boolean {
  const id = attempt((api) => api.runtime.id);
  const home = attempt((api) => api.runtime.getURL(""));
  if (typeof id !== "string" || typeof home !== "string" || sender.id !== id) return false;
  return sender.tab === undefined || sender.url?.startsWith(home) === true;
}
