/** What kind of document this is, and whose. */
import { contentType, listen, readyState } from "./dom.ts";

/** Pages of text. SVG, XML, PDF viewers, images and videos are none. */
const READABLE = new Set(["text/html", "application/xhtml+xml", "text/plain"]);

export const isReadable = (page: Document): boolean => READABLE.has(contentType(page));

/**
 * The address that site rules are asked about: the top page's, for a reader who switches a site off means all that is
 * on its pages. Of a top page on another host a frame knows the origin at most; of none, its own address has to do.
 */
export function pageAddress(): string {
  if (window === window.top) return location.href;
  try {
    return window.top!.location.href;
  } catch {
    // The top page is another site's.
  }
  const top = location.ancestorOrigins?.item(location.ancestorOrigins.length - 1);
  return top && top !== "null" ? top : document.referrer || location.href;
}

/**
 * Calls back when a page has gone to another address of its own without being loaded anew (`pushState`, a hash). Frames
 * on the top page's host hear of it as well.
 */
export function watchAddress(changed: () => void, signal: AbortSignal): void {
  for (const view of new Set([window, window.top!])) {
    try {
      listen(view.navigation, "currententrychange", changed, { signal });
    } catch {
      // The top page is another site's: of its address only the origin counts, and that does not change.
    }
  }
}

/** Calls back when the document has been parsed: at once where it has. */
export function whenParsed(callback: () => void, signal: AbortSignal): void {
  if (readyState(document) === "loading")
    listen(document, "DOMContentLoaded", callback, { once: true, signal });
  else callback();
}
