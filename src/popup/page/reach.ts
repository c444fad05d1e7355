/** Why a page is not read, as far as its address and the reader's permissions tell. Pure. */

export type Unread =
  | "browser"
  | "closed"
  | "store"
  | "guarded"
  | "source"
  | "reader"
  | "pdf"
  | "file"
  | "withheld"
  | "early";

export interface Reach {
  /** `undefined` where the browser does not tell it: its own pages, and those that may not be read. */
  url: string | undefined;
  /** The site may be read; where the address is not known, all sites. */
  allowed: boolean;
  /** Files may be read. */
  files: boolean;
}

const STORES = ["chromewebstore.google.com", "addons.mozilla.org"];
/** Firefox's own services, from which it keeps all extensions away. */
const GUARDED = ["accounts.firefox.com", "support.mozilla.org"];

export function whyUnread({ url, allowed, files }: Reach): Unread {
  if (url === undefined || !URL.canParse(url)) {
    if (!allowed) return "withheld";
    return files ? "browser" : "closed";
  }
  const { protocol, hostname, pathname } = new URL(url);
  const isPdf = pathname.toLowerCase().endsWith(".pdf");
  if (protocol === "view-source:") return "source";
  if (protocol === "about:" && pathname === "reader") return "reader";
  if (protocol === "file:") {
    if (!files) return "file";
    return isPdf ? "pdf" : "early";
  }
  if (protocol !== "http:" && protocol !== "https:") return "browser";
  if (STORES.includes(hostname)) return "store";
  if (hostname === "chrome.google.com" && pathname.startsWith("/webstore")) return "store";
  if (hostname === "microsoftedge.microsoft.com" && pathname.startsWith("/addons")) return "store";
  if (GUARDED.includes(hostname)) return "guarded";
  if (!allowed) return "withheld";
  return isPdf ? "pdf" : "early";
}

/** What the reader can be asked to allow. */
export interface Askable {
  /** `null`: all sites. */
  site: string | null;
  /** The patterns, for the browser's permissions. */
  origins: string[];
}

/** Of a page's site, or of all where the address is not known. `null` where it is no page of the web. */
export function askableFor(url: string | undefined): Askable | null {
  const { protocol, hostname } =
    url === undefined ? { protocol: "https:", hostname: "*" } : URL.canParse(url) ? new URL(url) : NOWHERE;
  if (protocol !== "http:" && protocol !== "https:") return null;
  return {
    site: hostname === "*" ? null : hostname,
    origins: [`http://${hostname}/*`, `https://${hostname}/*`],
  };
}

const NOWHERE = { protocol: "", hostname: "" };

export type DocumentKind = "drawing" | "image" | "media" | "pdf" | "xml" | "data" | "unknown";

/** What a document is that is no page of text. `null`: its media type is not known. */
export function documentKindOf(mediaType: string | null): DocumentKind {
  if (mediaType === null) return "unknown";
  if (mediaType === "image/svg+xml") return "drawing";
  if (mediaType === "application/pdf") return "pdf";
  if (mediaType.startsWith("image/")) return "image";
  if (/^(?:video|audio)\//.test(mediaType)) return "media";
  if (/[/+]xml$/.test(mediaType)) return "xml";
  if (/[/+]json$/.test(mediaType)) return "data";
  return "unknown";
}
