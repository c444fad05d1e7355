import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VERSION } from "../../src/settings/migrations.ts";
import { bytesOf, packMirror, readMirror } from "../../src/settings/sync/mirror.ts";
import {
  type Entry,
  entriesOf,
  fieldsOf,
  isLater,
  isValidEntry,
  readStamps,
  stampChanges,
  withFields,
} from "../../src/settings/sync/stamps.ts";

const values = {
  theme: "dark",
  kinds: { place: true },
  muted: ["ttp"],
  sites: [{ pattern: "example.org", mark: false }],
  aliases: [
    { entity: "ttp", text: "R&AW", sites: ["b.example", "example.org/news"] },
    { entity: "ttp", text: "The Movement" },
  ],
};

describe("fields", () => {
  it("are what the reader touched, one by one", () => {
    expect([...fieldsOf({ ...values, hoverDelay: 3, future: 1 })]).toEqual([
      ["theme", "dark"],
      ["kinds place", true],
      ["muted ttp", true],
      ["sites example.org", false],
      ["aliases ttp R&AW", "b.example example.org/news"],
      ["aliases ttp The Movement", true],
    ]);
  });

  it("make the same settings again, and leave unknown keys alone", () => {
    expect(withFields({ future: 1 }, fieldsOf(values))).toEqual({ future: 1, ...values });
  });

  it("get a stamp when they change, later than every other, whatever the clock says", () => {
    const first = stampChanges(new Map(), new Map(), fieldsOf({ theme: "dark" }), 50);
    const second = stampChanges(first, fieldsOf({ theme: "dark" }), fieldsOf({ badge: true }), 7);
    expect([...second]).toEqual([
      ["theme", 51],
      ["badge", 51],
    ]);
  });

  it.each([-1, 1.5, Number.NaN, Date.UTC(2300, 0), "5", null])("have no stamp like %s", (stamp) => {
    expect(readStamps({ theme: stamp }).size).toBe(0);
  });

  it.each<[string, Entry]>([
    ["sync", { stamp: 1, value: true }],
    ["theme", { stamp: 1, value: "pink" }],
    ["theme extra", { stamp: 1, value: "dark" }],
    ["muted", { stamp: 1, value: true }],
    ["muted No id!", { stamp: 1, value: true }],
    ["sites a b", { stamp: 1, value: true }],
    ["aliases ttp The Movement", { stamp: 1, value: "" }],
    ["aliases ttp The Movement", { stamp: 1, value: "b.example a.example" }],
    ["aliases ttp The Movement", { stamp: 1, value: false }],
    ["__proto__", { stamp: 1, value: true }],
    ["kinds __proto__", { stamp: 1, value: true }],
    ["other", { stamp: 1 }],
  ])("%j is not taken from elsewhere", (name, entry) => {
    expect(isValidEntry(name, entry)).toBe(false);
  });

  it("merge alike in every order", () => {
    const entry = fc.record({ stamp: fc.nat(3), value: fc.option(fc.nat(2), { nil: undefined }) });
    fc.assert(
      fc.property(entry, entry, (a, b) => {
        const same = a.stamp === b.stamp && a.value === b.value;
        expect(isLater(a as Entry, b as Entry) !== isLater(b as Entry, a as Entry)).toBe(!same);
      }),
    );
  });
});

/** By another road than the code's own count. */
const chromiumSize = (json: string) =>
  Buffer.byteLength(
    json.replaceAll("<", "\\u003C").replace(/\d{10,}/g, (number) => Number(number).toExponential()),
  );

describe("the mirror", () => {
  const many = (count: number) =>
    fieldsOf({
      theme: "dark",
      sites: Array.from({ length: count }, (_, n) => ({ pattern: `site-${n}.example.org`, mark: false })),
    });

  it("comes back as it was written", () => {
    const entries = entriesOf(
      fieldsOf(values),
      new Map([
        ["theme", 5],
        ["badge", 6],
      ]),
    );
    expect(entries.get("badge")).toEqual({ stamp: 6 });
    const { items, leftOut } = packMirror(entries);
    expect(leftOut).toBe(0);
    expect(readMirror(items)).toEqual({ entries, newer: false });
  });

  it("holds no default and nothing of this browser alone", () => {
    expect(packMirror(entriesOf(fieldsOf({ sync: true }), new Map([["sync", 4]]))).items).toEqual({});
  });

  it.each([1, 150, 1000, 2000])("stays within the quotas of both browsers, %i rules", (count) => {
    const fields = many(count);
    const stamps = new Map([...fields.keys()].map((name) => [name, 1_795_447_427_366]));
    const entries = entriesOf(fields, stamps);
    const { items, leftOut } = packMirror(entries);
    const sizes = Object.entries(items).map(([key, item]) => key.length + chromiumSize(JSON.stringify(item)));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(8192);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(102_400);
    expect(readMirror(items).entries.size + leftOut).toBe(entries.size);
  });

  it("says how much does not fit, and gives plain settings the first place", () => {
    const long = fieldsOf({
      theme: "dark",
      sites: Array.from({ length: 1000 }, (_, n) => ({
        pattern: `example.org/${n}${"x".repeat(300)}`,
        mark: false,
      })),
    });
    const { items, leftOut } = packMirror(entriesOf(long, new Map()));
    expect(leftOut).toBeGreaterThan(600);
    expect(readMirror(items).entries.has("theme")).toBe(true);
  });

  it("counts `<` as Chromium does", () => {
    expect(bytesOf('"<é漢😀"')).toBe(2 + 6 + 2 + 3 + 4);
  });

  it("counts a stamp as Chromium does, which writes it with an exponent", () => {
    expect(bytesOf('{"theme":[1795447427366,"dark"],"badge":[1795447427366],"hoverDelay":[5,450]}')).toBe(
      '{"theme":[1.795447427366e+12,"dark"],"badge":[1.795447427366e+12],"hoverDelay":[5,450]}'.length,
    );
  });

  it("is read as far as it is valid, whatever is in it", () => {
    const entries = { theme: [5, "dark"], badge: [6, "yes"], density: "all", openBy: [Number.NaN, "click"] };
    const items = {
      "settings.0": { version: VERSION + 1, entries },
      "settings.1": 3,
      other: { version: 1, entries },
    };
    expect(readMirror(items)).toEqual({
      entries: new Map([["theme", { stamp: 5, value: "dark" }]]),
      newer: true,
    });
    fc.assert(fc.property(fc.anything(), (anything) => void readMirror({ "settings.0": anything })));
  });
});
