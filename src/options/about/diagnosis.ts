/**
 * What a reader can send when something does not work, as lines of text: in English, for it is written to the maintainers. No
 * address, no site, no name of the reader's own, nothing of what a page says. Pure.
 */
import type { PageSummary } from "../../messages/table.ts";
import { readingOf } from "../../settings/change/reading.ts";
import { defaults } from "../../settings/defaults.ts";
import { SCALAR_KEYS } from "../../settings/fields.ts";
import { pauseLeft } from "../../settings/page/expiry.ts";
import type { Settings } from "../../settings/types.ts";

export interface Facts {
  version: string;
  /** "Firefox 153.0 (linux)" */
  browser: string;
  /** A language's tag. */
  language: string;
  /** The browser lets all sites be read; files. */
  allSites: boolean;
  files: boolean;
  /** Of the page that was looked at last; `null` where nobody answers there. `undefined`: there is none. */
  page: PageSummary | null | undefined;
}

/** @param settings `null`: they could not be read. @param now ms of `Date.now()` */
export function diagnosisOf(facts: Facts, settings: Settings | null, now: number): string {
  const { version, browser, language, allSites, files, page } = facts;
  return [
    `Sidelight ${version}`,
    `browser: ${browser}`,
    `language: ${language}`,
    `the browser lets it read: all sites ${yes(allSites)}, files ${yes(files)}`,
    ...(settings === null ? ["settings: could not be read"] : settingsLines(settings, now)),
    ...pageLines(page),
  ].join("\n");
}

const yes = (on: boolean): string => (on ? "yes" : "no");

/** What differs from the defaults, and of lists how long they are: what stands in them names sites and names. */
function settingsLines(settings: Settings, now: number): string[] {
  const changed = SCALAR_KEYS.filter((key) => settings[key] !== defaults[key] && key !== "pausedUntil");
  const kinds = Object.entries(settings.kinds).filter(([, on]) => on);
  return [
    `reads: ${readingOf(settings)}; site rules ${settings.sites.length}, of which chosen ${settings.sites.filter(({ mark }) => mark).length}`,
    `kinds: ${kinds.map(([kind]) => kind).join(", ") || "none"}`,
    `names of one's own ${settings.aliases.length}, muted ${settings.muted.length}, quiet ${settings.quiet.length}, meant ${settings.meant.length}`,
    `paused: ${yes(pauseLeft(settings, now) > 0)}`,
    `changed: ${changed.map((key) => `${key}=${settings[key]}`).join(", ") || "nothing"}`,
  ];
}

function pageLines(page: Facts["page"]): string[] {
  if (page === undefined) return ["page: none is open in this window"];
  if (page === null) return ["page: nothing of Sidelight answers there (not allowed, or the browser's own)"];
  const mentions = page.entities.reduce((sum, { count }) => sum + count, 0);
  return [
    `page: ${page.status}; entities ${page.entities.length}, mentions ${mentions}`,
    `page was read: ${page.effort.characters} characters in ${Math.round(page.effort.ms)} ms, in ${page.effort.slices} slices`,
    `page was too long to be read whole: ${yes(page.capped)}; too small for a card: ${yes(page.cramped)}`,
  ];
}
