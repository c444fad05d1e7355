/** What kind of document this is, and whose. */
import { contentType, listen, readyState } from "./nodes.ts";

/** Pages of text. SVG, XML, PDF viewers, images and videos are none. */
const READABLE = new Set(["text/html", "application/xhtml+xml", "text/plain"]);

export const isReadable = (page: Document): boolean => READABLE.has(contentType(page));

/**
 * The address that site rules are asked about: the top page's, for a reader who switches a site off means all that is
 * on its pages. Of a top page on another host a frame knows the origin at most; of none, its own address has to do.
 */
export function pageAddress(): string {
  if (window === window.top) return location.href;
  const top = topOrigin();
  return addressOnTop() ?? (top && top !== "null" ? top : document.referrer || location.href);
}

/** Whether the top page is of this frame's own origin. */
export const isOnOwnSite = (): boolean => addressOnTop() !== null;

/** The address of the top page; `null` of another site's. */
function addressOnTop(): string | null {
  // To reach for another site's page is an exception, for whose stack Chromium parses this script again: milliseconds in
  // every frame with an advertisement in it. Firefox does not tell of the origin.
  if ((topOrigin() ?? origin) !== origin) return null;
  try {
    return window.top!.location.href;
  } catch {
    return null;
  }
}

const topOrigin = () => location.ancestorOrigins?.item(location.ancestorOrigins.length - 1);

/**
 * Calls back when this window has gone to another address without being loaded anew (`pushState`, a hash). A frame must
 * not listen for that on the top window, whose address counts: what another window holds of a frame keeps it in memory
 * after it has gone, and no event tells a frame reliably that it goes (`document.open()` takes its listeners away). So the
 * top page's copy has the others told.
 */
export const watchAddress = (changed: () => void, signal: AbortSignal): void =>
  listen(window.navigation, "currententrychange", changed, { signal });

/** Calls back when the document has been parsed: at once where it has. */
export function whenParsed(callback: () => void, signal: AbortSignal): void {
  if (readyState(document) === "loading")
    listen(document, "DOMContentLoaded", callback, { once: true, signal });
  else callback();
}
