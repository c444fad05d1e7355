import { describe, expect, it } from "vitest";
import { applyIntents } from "../../src/settings/change/apply.ts";
import { siteSwitchIntents } from "../../src/settings/change/site-switch.ts";
import { defaults } from "../../src/settings/defaults.ts";
import { marksOn } from "../../src/settings/page/sites.ts";
import { parseSettings } from "../../src/settings/parse.ts";
import type { SiteRule } from "../../src/settings/types.ts";

const URL = "https://www.example.org:8443/live/today";
const off = (pattern: string): SiteRule => ({ pattern, mark: false });
const on = (pattern: string): SiteRule => ({ pattern, mark: true });

const table: Array<[name: string, byDefault: boolean, before: SiteRule[], to: boolean, after: SiteRule[]]> = [
  ["off by a rule for the host", true, [], false, [off("www.example.org")]],
  ["on again by taking the rule away", true, [off("www.example.org")], true, []],
  [
    "on where a wider rule says off",
    true,
    [off("example.org")],
    true,
    [off("example.org"), on("www.example.org")],
  ],
  ["on where a narrower rule says off", true, [off("www.example.org/live")], true, []],
  [
    "off where a port's rule says on",
    true,
    [on("www.example.org:8443"), off("www.example.org")],
    false,
    [off("www.example.org")],
  ],
  ["on where nothing is marked by default", false, [], true, [on("www.example.org")]],
  ["off again there", false, [on("www.example.org")], false, []],
  [
    "other sites are left alone",
    true,
    [off("example.net")],
    false,
    [off("example.net"), off("www.example.org")],
  ],
];

describe("siteSwitchIntents", () => {
  it.each(table)("%s", (_name, markByDefault, sites, to, after) => {
    const settings = { ...defaults, markByDefault, sites };
    const result = applyIntents({ markByDefault, sites }, siteSwitchIntents(settings, URL, to));
    const changed = parseSettings(result.ok ? result.values : null).settings;
    expect(changed.sites).toEqual(after);
    expect(marksOn(changed, URL)).toBe(to);
  });

  it("does nothing where there is no site", () => {
    expect(siteSwitchIntents(defaults, "about:blank", false)).toEqual([]);
  });
});
