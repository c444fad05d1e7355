import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaults } from "../../src/settings/defaults.ts";
import { canonical, parseSettings } from "../../src/settings/parse.ts";

const bad: Array<[name: string, raw: unknown, key: string]> = [
  ["a switch that is text", { enabled: "yes" }, "enabled"],
  ["an unknown style", { markStyle: "blink" }, "markStyle"],
  ["a delay that is too short", { hoverDelay: 99 }, "hoverDelay"],
  ["a delay that is no whole number", { hoverDelay: 450.5 }, "hoverDelay"],
  ["a delay that is no number", { hoverDelay: Number.NaN }, "hoverDelay"],
  ["kinds that are a list", { kinds: [] }, "kinds"],
  ["a kind that is a number", { kinds: { place: 1 } }, "kinds.place"],
  ["muted that is an object", { muted: {} }, "muted"],
  ["a muted id that is none", { muted: ["ttp", "No such id!"] }, "muted.1"],
  ["a site rule that is text", { sites: ["example.org"] }, "sites.0"],
  ["a site rule with a bad pattern", { sites: [{ pattern: "a b", mark: true }] }, "sites.0.pattern"],
  ["a name with a text that is none", { aliases: [{ entity: "ttp", text: 3 }] }, "aliases.0.text"],
  [
    "a name for sites that are none",
    { aliases: [{ entity: "ttp", text: "abc", sites: "all" }] },
    "aliases.0.sites",
  ],
  ["a list instead of an object", [], ""],
  ["null", null, ""],
];

describe("parseSettings", () => {
  it("gives the defaults for nothing", () => {
    expect(parseSettings(undefined)).toEqual({ settings: defaults, problems: [] });
    expect(parseSettings({})).toEqual({ settings: defaults, problems: [] });
  });

  it.each(bad)("repairs %s and says so", (_name, raw, key) => {
    const { settings, problems } = parseSettings(raw, canonical);
    expect(problems.map(({ path }) => path.join("."))).toEqual([key]);
    expect(settings).toEqual(key === "muted.1" ? { ...defaults, muted: ["ttp"] } : defaults);
  });

  it("is total for names that a page reads, and never widens one that is kept to sites", () => {
    const text = "The Movement";
    const raw = [
      { entity: { toString: 1, valueOf: 1 }, text },
      { entity: "ttp", text: "x".repeat(100_000) },
      { entity: "ttp", text, sites: [3] },
      { entity: "ttp", text, sites: "example.org" },
      { entity: "ttp", text: "R&AW", sites: ["example.org"] },
    ];
    const { settings, problems } = parseSettings({ aliases: raw });
    expect(settings.aliases).toEqual([raw[4]]);
    expect(problems).toHaveLength(4);
  });

  it("reads no more of a list than may be written", () => {
    const sites = Array.from({ length: 15_000 }, (_, index) => ({
      pattern: `a${index}.example`,
      mark: true,
    }));
    const { settings, problems } = parseSettings({ sites });
    expect(settings.sites).toHaveLength(2000);
    expect(problems).toEqual([{ path: ["sites"], fault: ["faultManySites", 2000] }]);
  });

  it("keeps what is good beside what is bad", () => {
    const { settings } = parseSettings({ theme: "dark", openBy: 3, kinds: { place: true, work: "off" } });
    expect(settings).toEqual({ ...defaults, theme: "dark", kinds: { ...defaults.kinds, place: true } });
  });

  it("brings lists into their one form", () => {
    const { settings } = parseSettings(
      {
        muted: ["ttp", "daesh", "ttp"],
        sites: [
          { pattern: "https://B.example/", mark: true },
          { pattern: "a.example", mark: false },
          { pattern: "b.example", mark: false },
        ],
      },
      canonical,
    );
    expect(settings.muted).toEqual(["daesh", "ttp"]);
    expect(settings.sites).toEqual([
      { pattern: "a.example", mark: false },
      { pattern: "b.example", mark: false },
    ]);
  });

  it("is not reached through prototypes", () => {
    const raw = JSON.parse('{"__proto__": {"enabled": false}, "kinds": {"__proto__": {"place": true}}}');
    expect(parseSettings(raw).settings).toEqual(defaults);
    expect(parseSettings(Object.create({ enabled: false })).settings.enabled).toBe(true);
    expect(({} as Record<string, unknown>).enabled).toBeUndefined();
  });

  it("is total, and settled: what it gives, it takes without a word", () => {
    const shape = fc.record(Object.fromEntries(Object.keys(defaults).map((key) => [key, fc.anything()])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), shape), (raw) => {
        const { settings } = parseSettings(raw);
        expect(parseSettings(settings)).toEqual({ settings, problems: [] });
      }),
    );
  });
});
