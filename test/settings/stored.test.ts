import { describe, expect, it } from "vitest";
import { defaults } from "../../src/settings/defaults.ts";
import { type Migration, migrate, migrations, VERSION } from "../../src/settings/migrations.ts";
import { parseSettings } from "../../src/settings/parse.ts";
import { readStored } from "../../src/settings/stored.ts";

const record = (values: object, revision = 3, version = VERSION) => ({ version, revision, values });

describe("readStored", () => {
  it("tells absent from unreadable", () => {
    expect(readStored({})).toEqual({ kind: "absent", settings: defaults, locked: [] });
    for (const damage of [null, 3, "x", [], { settings: null }, { settings: "x" }, { settings: {} }]) {
      expect(readStored(damage).kind).toBe("unreadable");
    }
  });

  it("reads the newest copy", () => {
    const items = { settings: record({ theme: "dark" }, 4), "settings.previous": record({}, 3) };
    expect(readStored(items)).toEqual({
      kind: "value",
      settings: { ...defaults, theme: "dark" },
      locked: [],
      revision: 4,
      problems: [],
      newer: false,
    });
  });

  it("falls back on the copy before, and says so", () => {
    for (const damage of [undefined, null, { version: 0, revision: 1, values: {} }, record({}, Number.NaN)]) {
      const outcome = readStored({ settings: damage, "settings.previous": record({ badge: true }) });
      expect(outcome).toMatchObject({ kind: "value", revision: 3, settings: { badge: true } });
      expect(outcome.kind === "value" && outcome.problems).toHaveLength(1);
    }
  });

  it("sets what an organisation prescribes above everything, and says that it is locked", () => {
    const managed = { "settings.managed": { theme: "light", badge: true } };
    const items = { ...managed, settings: record({ theme: "dark", density: "all" }) };
    expect(readStored(items)).toMatchObject({
      settings: { theme: "light", badge: true, density: "all" },
      locked: ["theme", "badge"],
    });
    expect(readStored(managed)).toMatchObject({ kind: "absent", settings: { badge: true } });
    expect(readStored({ "settings.managed": "damage" })).toMatchObject({ locked: [] });
  });

  it("reads a newer version as far as it validates, and marks it as such", () => {
    const outcome = readStored({ settings: record({ theme: "dark", openBy: "gaze" }, 9, VERSION + 1) });
    expect(outcome).toMatchObject({
      kind: "value",
      newer: true,
      settings: { theme: "dark", openBy: defaults.openBy },
    });
  });
});

/** What each released version stored, and the settings it means today. One entry a version, never changed. */
const released = [
  {
    version: 1,
    values: {
      enabled: false,
      kinds: { place: true },
      muted: ["ttp"],
      density: "all",
      markStyle: "wavy",
      openBy: "click",
      hoverDelay: 700,
      modifier: "alt",
      theme: "dark",
      badge: true,
      markByDefault: false,
      sites: [{ pattern: "example.org", mark: true }],
    },
    means: { theme: "dark", hoverDelay: 700, muted: ["ttp"] },
  },
  {
    version: 2,
    values: { theme: "dark", aliases: [{ entity: "ttp", text: "The Movement", sites: ["example.org"] }] },
    means: { theme: "dark", aliases: [{ entity: "ttp", text: "The Movement", sites: ["example.org"] }] },
  },
  {
    version: 3,
    values: { meant: [{ site: "example.org", entity: "ttp", instead: "afghan-taliban" }] },
    means: { meant: [{ site: "example.org", entity: "ttp", instead: "afghan-taliban" }] },
  },
  {
    version: 4,
    values: { packs: [{ id: "glossary", on: false, sites: ["example.org"], place: 2 }] },
    means: { packs: [{ id: "glossary", on: false, sites: ["example.org"], place: 2 }] },
  },
  {
    version: 5,
    values: { same: [{ entity: "daesh", other: "glossary/is" }] },
    means: { same: [{ entity: "daesh", other: "glossary/is" }] },
  },
];

describe("migrations", () => {
  it("lead on from every released version", () => {
    expect(released.map((fixture) => fixture.version)).toEqual(
      Array.from({ length: VERSION }, (_, index) => index + 1),
    );
    expect(migrations.map((step) => step.from)).toEqual(
      Array.from({ length: VERSION - 1 }, (_, index) => index + 1),
    );
  });

  it.each(released)("read what version $version stored", ({ version, values, means }) => {
    const { settings, problems } = parseSettings(migrate(values, version));
    expect(problems).toEqual([]);
    expect(settings).toMatchObject(means);
  });

  it("run in order, each once, from where the record stands", () => {
    const step = (from: number): Migration => ({
      from,
      migrate: (values) => ({ ...values, trail: `${values.trail ?? ""}${from}` }),
    });
    const steps = [step(1), step(2), step(3)];
    expect(migrate({}, 1, steps)).toEqual({ trail: "123" });
    expect(migrate({}, 3, steps)).toEqual({ trail: "3" });
    expect(migrate({}, 4, steps)).toEqual({});
    expect(migrate({ a: 1 }, 9, steps)).toEqual({ a: 1 });
  });
});
