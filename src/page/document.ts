/** What kind of document this is, and whose. */

/** Pages of text. SVG, XML, PDF viewers, images and videos are none. */
const READABLE = new Set(["text/html", "application/xhtml+xml", "text/plain"]);

export const isReadable = (page: Document): boolean => READABLE.has(page.contentType);

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
