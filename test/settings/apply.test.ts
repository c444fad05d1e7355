import { describe, expect, it } from "vitest";
import { faultWords } from "../../src/pages/fault-words.ts";
import { applyIntent, applyIntents, type SettingsIntent } from "../../src/settings/change/apply.ts";
import { parseBackup, writeBackup } from "../../src/settings/file/backup.ts";
import { parseSettings } from "../../src/settings/parse.ts";

const done: Array<[name: string, before: object, intent: SettingsIntent, after: object]> = [
  ["sets a value", {}, { type: "set", key: "theme", value: "dark" }, { theme: "dark" }],
  [
    "keeps keys of other versions",
    { future: 1 },
    { type: "set", key: "badge", value: true },
    { future: 1, badge: true },
  ],
  [
    "sets one kind and leaves the others",
    { kinds: { work: false } },
    { type: "setKind", kind: "place", on: true },
    { kinds: { work: false, place: true } },
  ],
  ["repairs kinds", { kinds: 3 }, { type: "setKind", kind: "place", on: true }, { kinds: { place: true } }],
  ["mutes", { muted: ["ttp"] }, { type: "mute", entity: "daesh", on: true }, { muted: ["daesh", "ttp"] }],
  ["mutes once", { muted: ["ttp"] }, { type: "mute", entity: "ttp", on: true }, { muted: ["ttp"] }],
  ["unmutes", { muted: ["ttp"] }, { type: "mute", entity: "ttp", on: false }, { muted: [] }],
  [
    "leaves a name unmarked in part, once for each part",
    { quiet: [{ entity: "ttp", site: "example.org" }] },
    { type: "quiet", rule: { entity: "ttp", alias: "TTP", site: "example.org" }, on: true },
    {
      quiet: [
        { entity: "ttp", site: "example.org" },
        { entity: "ttp", alias: "TTP", site: "example.org" },
      ],
    },
  ],
  [
    "takes that back, whatever its end",
    { quiet: [{ entity: "ttp", until: 5_000 }] },
    { type: "quiet", rule: { entity: "ttp", until: 6_000 }, on: false },
    { quiet: [] },
  ],
  [
    "drops what is over when another hour begins",
    {
      quiet: [
        { entity: "daesh", until: 1_000 },
        { entity: "un", site: "example.org" },
      ],
    },
    { type: "quiet", rule: { entity: "ttp", until: 3_700_000 }, on: true },
    {
      quiet: [
        { entity: "un", site: "example.org" },
        { entity: "ttp", until: 3_700_000 },
      ],
    },
  ],
  [
    "replaces the rule of a site",
    { sites: [{ pattern: "example.org", mark: false }] },
    { type: "setSite", rule: { pattern: "https://EXAMPLE.org/", mark: true } },
    { sites: [{ pattern: "example.org", mark: true }] },
  ],
  [
    "removes the rule of a site",
    { sites: [{ pattern: "example.org", mark: false }] },
    { type: "removeSite", pattern: "example.org" },
    { sites: [] },
  ],
  ["resets", { theme: "dark", muted: ["ttp"] }, { type: "reset" }, {}],
];

const refused: Array<[name: string, intent: SettingsIntent]> = [
  ["an unknown key", { type: "set", key: "nothing" as "theme", value: "dark" }],
  ["a key of Object.prototype", { type: "set", key: "constructor" as "theme", value: "dark" }],
  ["a list as a value", { type: "set", key: "sites" as "theme", value: "example.org" }],
  ["a bad value", { type: "set", key: "hoverDelay", value: 5 }],
  ["an unknown kind", { type: "setKind", kind: "__proto__", on: true }],
  ["a bad id", { type: "mute", entity: "<b>", on: true }],
  ["a bad pattern", { type: "setSite", rule: { pattern: "a b", mark: true } }],
];

describe("applyIntent", () => {
  it.each(done)("%s", (_name, before, intent, after) => {
    const frozen = structuredClone(before) as Record<string, unknown>;
    expect(applyIntent(frozen, intent)).toEqual({ ok: true, values: after });
    expect(frozen).toEqual(before);
  });

  it.each(refused)("refuses %s", (_name, intent) => {
    const result = applyIntent({}, intent);
    expect(result.ok ? "" : faultWords(result.error)).toMatch(/^[“A-Z].*\.$/);
  });

  it("stores only what parses without a problem", () => {
    for (const [, , intent] of done) {
      const result = applyIntent({}, intent);
      expect(result.ok && parseSettings(result.values).problems).toEqual([]);
    }
  });
});

describe("applyIntents", () => {
  it("does all or nothing", () => {
    const good: SettingsIntent = { type: "set", key: "theme", value: "dark" };
    const bad: SettingsIntent = { type: "set", key: "theme", value: "pink" };
    expect(applyIntents({}, [good, { type: "set", key: "badge", value: true }])).toEqual({
      ok: true,
      values: { theme: "dark", badge: true },
    });
    expect(applyIntents({}, [good, bad]).ok).toBe(false);
  });

  const sites = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ pattern: `a${index}.example`, mark: true }));

  it("stops where a file is refused, in the same words", () => {
    const more: SettingsIntent = { type: "setSite", rule: { pattern: "b.example", mark: true } };
    const refused = applyIntents({ sites: sites(2000) }, [more]);
    const file = parseBackup(writeBackup({ sites: sites(2001) }));
    expect(refused).toMatchObject({ ok: false, error: ["faultManySites", 2000] });
    expect(!file.ok && file.problem.fault.at(-1)).toEqual(["faultManySites", 2000]);
    expect(applyIntents({ sites: sites(1999) }, [more]).ok).toBe(true);
  });

  it("lets what is too large become smaller, not larger", () => {
    const large = {
      sites: sites(3),
      muted: Array.from({ length: 2000 }, (_, index) => `${index}`.padStart(120, "a")),
    };
    expect(applyIntents(large, [{ type: "mute", entity: "ttp", on: true }])).toMatchObject({
      ok: false,
      error: ["faultSettingsTooLarge", 200_000],
    });
    expect(applyIntents(large, [{ type: "removeSite", pattern: "a1.example" }]).ok).toBe(true);
  });

  it("keeps a name to sites, and takes that back", () => {
    const alias = { entity: "ttp", text: "R&AW" };
    const kept = applyIntents({}, [
      { type: "addAlias", alias: { ...alias, sites: ["https://Example.org/", "b.example"] } },
    ]);
    expect(kept).toEqual({
      ok: true,
      values: { aliases: [{ ...alias, sites: ["b.example", "example.org"] }] },
    });
    expect(applyIntents(kept.ok ? kept.values : {}, [{ type: "addAlias", alias }])).toEqual({
      ok: true,
      values: { aliases: [alias] },
    });
    for (const sites of [[], ["a b"], Array.from({ length: 51 }, (_, index) => `a${index}.example`)])
      expect(applyIntents({}, [{ type: "addAlias", alias: { ...alias, sites } }]).ok).toBe(false);
  });
});
