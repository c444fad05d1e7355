/** Why a page cannot be read, as far as its address tells. */

export type Unread = "browser" | "store" | "pdf" | "file" | "early" | "other";

const STORES = ["chromewebstore.google.com", "addons.mozilla.org", "microsoftedge.microsoft.com"];

/** `url` is `undefined` where the browser does not tell it: its own pages, mostly. */
export function whyUnread(url: string | undefined): Unread {
  if (url === undefined || !URL.canParse(url)) return "other";
  const { protocol, hostname, pathname } = new URL(url);
  const isPdf = pathname.toLowerCase().endsWith(".pdf");
  if (protocol === "file:") return isPdf ? "pdf" : "file";
  if (protocol !== "http:" && protocol !== "https:") return "browser";
  if (STORES.includes(hostname)) return "store";
  if (hostname === "chrome.google.com" && pathname.startsWith("/webstore")) return "store";
  return isPdf ? "pdf" : "early";
}
