/**
 * The extension API as a content script sees it: the browser's own object, captured once when the script loads, before
 * the page can interfere, and typed by the few members used. No polyfill: a page can clobber it
 * (mozilla/webextension-polyfill#720), and under Manifest V3 both browsers' own API returns promises.
 */

import { RUNNING_COPY_KEY } from "../../messages/copies.ts";

export interface Sender {
  id?: string;
  url?: string;
  tab?: { id?: number; url?: string };
  frameId?: number;
}

type MessageListener = (
  message: unknown,
  sender: Sender,
  sendResponse: (response: unknown) => void,
) => boolean | undefined;

interface ApiEvent<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

export interface BrowserApi {
  /** Chrome's; in Firefox elements have the method themselves. */
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
  extension?: { inIncognitoContext?: boolean };
  i18n: { getMessage(key: string, substitutions: string[]): string };
  runtime: {
    /** Gone once the extension was updated, reloaded or removed (Chrome). */
    id?: string;
    getURL(path: string): string;
    sendMessage(message: unknown): Promise<unknown>;
    onMessage: ApiEvent<MessageListener>;
  };
}

/**
 * `browser` or `chrome`, but only as an own property of the global object: in Chrome a page's `<form id="browser">`
 * answers to the bare name through the window's prototype chain.
 */
function captureApi(): BrowserApi | null {
  for (const name of ["browser", "chrome"]) {
    if (!Object.hasOwn(globalThis, name)) continue;
    const api = (globalThis as unknown as Record<string, Partial<BrowserApi> | undefined>)[name];
    // Chromium makes each part of it when it is first touched, which takes a fraction of a millisecond in every frame.
    if (api?.runtime && "i18n" in api) return api as BrowserApi;
  }
  return null;
}

/** What the first script of the frame has captured, else captured now: a later one may find an element in its place. */
export const capturedApi: BrowserApi | null = ofRunningCopy() ?? captureApi();

function ofRunningCopy(): BrowserApi | null {
  if (!Object.hasOwn(globalThis, RUNNING_COPY_KEY)) return null;
  return (globalThis as unknown as { [RUNNING_COPY_KEY]: { api: BrowserApi | null } })[RUNNING_COPY_KEY].api;
}

/** Runs a call of the API; `null` when it throws at once, as every call does after the extension has gone. */
export function attempt<T>(call: (api: BrowserApi) => T): T | null {
  if (capturedApi === null) return null;
  try {
    return call(capturedApi);
  } catch {
    return null;
  }
}
