/** What of the settings a page's frames are given: what bears on their site, for a page might read it that has broken out. */
import { defaults } from "../defaults.ts";
import type { SparseSettings } from "../parse.ts";
import { isObject, property } from "../untrusted.ts";
import { patternsOnSite } from "./sites.ts";

/**
 * Stored values, without rules and names that are for other sites than that of the page at `url`, and without what this
 * version does not know. `{ sites: [{ pattern: "a.org", … }, { pattern: "b.org", … }] }` for a page of `a.org` is
 * `{ sites: [{ pattern: "a.org", … }] }`. What is not valid is left to the parser, or left out.
 */
export function valuesForSite(values: SparseSettings, url: string): SparseSettings {
  const covers = patternsOnSite(url);
  const isFor = (site: unknown) => typeof site === "string" && covers(site);
  const result: SparseSettings = {};
  for (const key of Object.keys(defaults)) {
    const value = property(values, key);
    // Frames are told nothing of packs but the names that they ask for: which ones a reader has is nobody's business.
    if (value !== undefined && key !== "packs" && key !== "same") result[key] = value;
  }
  const keep = (key: string, pick: (item: Record<string, unknown>) => unknown[]) => {
    const list = property(result, key);
    if (Array.isArray(list)) result[key] = list.filter(isObject).flatMap(pick);
  };
  keep("sites", (rule) => (isFor(property(rule, "pattern")) ? [rule] : []));
  keep("quiet", (rule) =>
    property(rule, "site") === undefined || isFor(property(rule, "site")) ? [rule] : [],
  );
  keep("meant", (rule) => (isFor(property(rule, "site")) ? [rule] : []));
  keep("aliases", (alias) => {
    const sites = property(alias, "sites");
    if (sites === undefined) return [alias];
    const here = Array.isArray(sites) ? sites.filter(isFor) : [];
    return here.length > 0 ? [{ ...alias, sites: here }] : [];
  });
  return result;
}
