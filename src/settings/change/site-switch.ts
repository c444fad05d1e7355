/** What has to change for “mark on this site” to be on or off: as few rules as possible, and none that say the default. */

import { marksOn, sitePatternOf, siteRuleFor } from "../page/sites.ts";
import type { Settings } from "../types.ts";
import type { SettingsIntent } from "./apply.ts";

/**
 * The intents after which `marksOn(settings, url)` is `on`, the main switch aside. Rules that are narrower than the
 * site and say otherwise for this very page are removed; the site's own rule goes where it is not needed.
 */
export function siteSwitchIntents(settings: Settings, url: string, on: boolean): SettingsIntent[] {
  const site = sitePatternOf(url);
  if (site === null) return [];
  const intents: SettingsIntent[] = [];
  let sites = settings.sites;
  const remove = (pattern: string) => {
    sites = sites.filter((rule) => rule.pattern !== pattern);
    intents.push({ type: "removeSite", pattern });
  };
  // Only rules for this page's host, with a port or a path, are narrower than the site.
  for (;;) {
    const rule = siteRuleFor({ sites }, url);
    if (rule === null || rule.mark === on || !rule.pattern.startsWith(site) || rule.pattern === site) break;
    remove(rule.pattern);
  }
  if (sites.some((rule) => rule.pattern === site)) remove(site);
  if (marksOn({ ...settings, sites, enabled: true }, url) !== on) {
    intents.push({ type: "setSite", rule: { pattern: site, mark: on } });
  }
  return intents;
}
