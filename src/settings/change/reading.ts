/**
 * Where pages are read: one choice of three for the reader, kept as what holds on sites without a rule, and whether the
 * button reads such a site. Pure.
 */
import { siteRuleFor } from "../page/sites.ts";
import type { Settings } from "../types.ts";
import type { SettingsIntent } from "./apply.ts";

/** `click`: as `chosen`, and the button reads the page that it is pressed over. */
export const READING = ["everywhere", "chosen", "click"] as const;
export type Reading = (typeof READING)[number];

export function readingOf({
  markByDefault,
  readOnClick,
}: Pick<Settings, "markByDefault" | "readOnClick">): Reading {
  if (markByDefault) return "everywhere";
  return readOnClick ? "click" : "chosen";
}

export const readingIntents = (reading: Reading): SettingsIntent[] => [
  { type: "set", key: "markByDefault", value: reading === "everywhere" },
  { type: "set", key: "readOnClick", value: reading === "click" },
];

/** Whether the page at `url` is not read for want of a choice: no rule names it, and only what a rule names is read. */
export const isUnchosen = (settings: Pick<Settings, "markByDefault" | "sites">, url: string): boolean =>
  !settings.markByDefault && siteRuleFor(settings, url) === null;

/**
 * The browser's patterns for a site rule's pattern. They know neither ports (Firefox) nor parts of a site, and so cover more:
 * `["http://*.example.org/*", "https://*.example.org/*"]` for `example.org/live`, which covers `www.example.org` as well.
 */
export function originsOf(pattern: string): string[] {
  if (pattern.startsWith("file://")) return ["file:///*"];
  const host = pattern.replace(/\/.*$/s, "").replace(/:\d+$/, "");
  const hosts = host.startsWith("[") || /^[\d.]+$/.test(host) || !host.includes(".") ? host : `*.${host}`;
  return [`http://${hosts}/*`, `https://${hosts}/*`];
}
