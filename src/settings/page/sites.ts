/**
 * Site rules: what a reader may type, the canonical form that is stored, and which rule holds for an address.
 *
 * Canonical forms: `example.org`, `example.org:8080`, `example.org/live`, `[::1]`, `192.0.2.7`, `file://`,
 * `file:///home/ada`. Hosts are stored as the browser writes them (lower case, international names in `xn--` form),
 * so that matching is comparison of strings. A host covers every host below it; an IP address covers itself. A path
 * covers itself and what lies below it, by whole segments.
 */
import type { Fault } from "../change/faults.ts";
import { LONGEST_TEXT } from "../limits.ts";
import type { Settings, SiteRule } from "../types.ts";

export type PatternResult = { ok: true; pattern: string } | { ok: false; error: Fault };

/** Every engine has `URL`, but TypeScript knows it only from its DOM library, which the pure rooms do without. */
declare const URL: new (
  address: string,
) => {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
};

/** `null` when `address` is no absolute URL. */
function parseUrl(address: string) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** Turns what a reader typed or pasted (a host, a path, a whole address) into the canonical pattern, or says why not. */
export function normalisePattern(input: string): PatternResult {
  const typed = input.trim();
  if (typed === "") return refuse("faultSiteEmpty");
  if (typed.length > LONGEST_TEXT) return refuse("faultSiteLong");
  if (/\s/.test(typed)) return refuse("faultSiteSpaces");

  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(typed)?.[1]?.toLowerCase();
  if (scheme === "file") return normaliseFile(typed);
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") {
    return refuse("faultSiteScheme", scheme);
  }
  const bare = (scheme === undefined ? typed : typed.slice(scheme.length + 3)).replace(/^\*\./, "");
  if (bare.includes("*")) {
    return refuse("faultSiteStar");
  }
  const authority = /^[^/?#]*/.exec(bare)![0];
  if (authority.includes("@")) return refuse("faultSiteUser");
  const port = /:(\d*)$/.exec(authority)?.[1];
  if (port !== undefined && !(Number(port) >= 1 && Number(port) <= 65535)) {
    return refuse("faultSitePort");
  }
  // Parsed under http; a typed port is kept from the text, because parsing drops a scheme's own port.
  const url = parseUrl(`http://${bare}`);
  if (authority === "" || url === null || !isHost(url.hostname)) {
    return refuse("faultSiteName", authority);
  }
  const host = url.hostname.replace(/\.$/, "");
  const path = url.pathname.replace(/\/+$/, "");
  return { ok: true, pattern: `${host}${port === undefined ? "" : `:${Number(port)}`}${path}` };
}

function normaliseFile(typed: string): PatternResult {
  const url = parseUrl(typed);
  if (url === null || url.hostname !== "") return refuse("faultSiteFile");
  return { ok: true, pattern: `file://${url.pathname.replace(/\/+$/, "")}` };
}

function refuse(...error: Fault): PatternResult {
  return { ok: false, error };
}

/** Host names as the URL parser hands them out: labels of letters, digits, `-` and `_`, or an IP address. */
function isHost(hostname: string): boolean {
  if (hostname.startsWith("[")) return true;
  return hostname
    .replace(/\.$/, "")
    .split(".")
    .every((label) => /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/.test(label));
}

/** The parts of an address that rules look at. */
interface SiteParts {
  host: string;
  port: string;
  path: string;
}

/** `null` for addresses that belong to no site (`about:blank`, `data:`). */
function siteParts(address: string): SiteParts | null {
  const url = parseUrl(address);
  if (url === null) return null;
  // A blob belongs to the site that made it.
  if (url.protocol === "blob:") return siteParts(url.pathname);
  if (url.protocol === "file:") return { host: "", port: "", path: url.pathname };
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
  return { host: url.hostname.replace(/\.$/, ""), port, path: url.pathname };
}

/** A canonical pattern in its parts. */
function patternParts(pattern: string): SiteParts {
  if (pattern.startsWith("file://")) return { host: "", port: "", path: pattern.slice("file://".length) };
  const slash = pattern.indexOf("/");
  const authority = slash < 0 ? pattern : pattern.slice(0, slash);
  const port = /:(\d+)$/.exec(authority)?.[1] ?? "";
  const host = port === "" ? authority : authority.slice(0, -port.length - 1);
  return { host, port, path: slash < 0 ? "" : pattern.slice(slash) };
}

function covers(rule: SiteParts, page: SiteParts): boolean {
  return (
    hostCovers(rule.host, page.host) &&
    (rule.port === "" || rule.port === page.port) &&
    (rule.path === "" || page.path === rule.path || page.path.startsWith(`${rule.path}/`))
  );
}

function hostCovers(rule: string, page: string): boolean {
  if (rule === page) return true;
  const isAddress = rule.startsWith("[") || /^[\d.]+$/.test(rule);
  return rule !== "" && !isAddress && page.endsWith(`.${rule}`);
}

/** Orders rules that cover the same page: the longer host, then the one with a port, then the longer path. */
function bySpecificity(a: SiteParts, b: SiteParts): number {
  return (
    a.host.length - b.host.length ||
    Number(a.port !== "") - Number(b.port !== "") ||
    a.path.length - b.path.length
  );
}

/** Answers for single patterns whether they cover the page at `url`. */
export function patternsAt(url: string): (pattern: string) => boolean {
  const page = siteParts(url);
  return (pattern) => page !== null && covers(patternParts(pattern), page);
}

/** Answers for single patterns whether they cover any page of the site at `url`: one can go there without loading anew. */
export function patternsOnSite(url: string): (pattern: string) => boolean {
  const page = siteParts(url);
  return (pattern) => page !== null && hostCovers(patternParts(pattern).host, page.host);
}

/** The rule that holds for `url`: the most specific one that covers it, or `null`. */
export const siteRuleFor = (settings: Pick<Settings, "sites">, url: string): SiteRule | null =>
  mostSpecific(settings.sites, ({ pattern }) => pattern, url);

/** Of rules for sites, the most specific one that covers the page at `url`, or `null`. */
export function mostSpecific<Rule>(
  rules: Iterable<Rule>,
  patternOf: (rule: Rule) => string,
  url: string,
): Rule | null {
  const page = siteParts(url);
  if (page === null) return null;
  let best: { rule: Rule; parts: SiteParts } | null = null;
  for (const rule of rules) {
    const parts = patternParts(patternOf(rule));
    if (covers(parts, page) && (best === null || bySpecificity(parts, best.parts) > 0))
      best = { rule, parts };
  }
  return best?.rule ?? null;
}

/** Whether pages at `url` are marked: the main switch, then the most specific rule, then what holds elsewhere. */
export function marksOn(settings: Settings, url: string): boolean {
  if (!settings.enabled) return false;
  return siteRuleFor(settings, url)?.mark ?? settings.markByDefault;
}

/** The pattern for all files. */
export const FILES = "file://";

/** The pattern for the whole site at `url`, as a switch for “this site” sets it; `null` for what is no site. */
export function sitePatternOf(url: string): string | null {
  const page = siteParts(url);
  if (page === null) return null;
  return page.host === "" ? FILES : page.host;
}
