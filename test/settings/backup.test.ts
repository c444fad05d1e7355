import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultWords } from "../../src/pages/fault-words.ts";
import { applyIntent } from "../../src/settings/change/apply.ts";
import type { Fault } from "../../src/settings/change/faults.ts";
import {
  type BackupProblem,
  changesBetween,
  parseBackup,
  writeBackup,
} from "../../src/settings/file/backup.ts";
import { VERSION } from "../../src/settings/migrations.ts";
import { canonical, parseSettings, type SparseSettings } from "../../src/settings/parse.ts";

const full: SparseSettings = {
  enabled: false,
  kinds: { place: true, work: false },
  muted: ["daesh", "ttp"],
  density: "all",
  markStyle: "wavy",
  openBy: "click",
  hoverDelay: 700,
  modifier: "alt",
  theme: "dark",
  badge: true,
  markByDefault: false,
  sync: true,
  sites: [
    { pattern: "example.com/live", mark: false },
    { pattern: "example.org", mark: true },
  ],
  aliases: [
    { entity: "ttp", text: "R&AW", sites: ["example.net/news", "example.org"] },
    { entity: "ttp", text: "تحریک" },
  ],
};

const many = (count: number, make: (index: number) => unknown) =>
  JSON.stringify(Array.from({ length: count }, (_, index) => make(index)));
const site = (index: number) => ({ pattern: `a${index}.example`, mark: true });
const name = (index: number) => ({ entity: "ttp", text: `Name ${index}` });

const wrap = (values: string) => `{\n  "sidelight": "settings",\n  "version": 1,\n  "values": ${values}\n}`;

/** What is wrong, where, and what the message has to name. */
const broken: Array<[name: string, file: string, path: string, line: number, names: string]> = [
  ["nothing", "", "", 1, "ends"],
  ["no JSON", "hello", "", 1, "hello"],
  ["a file cut off", '{ "sidelight": "settings", "ver', "", 1, "never closed"],
  ["something after the end", `${wrap("{}")} x`, "", 5, "“x” does not belong here"],
  ["a second value", `${wrap("{}")} 1`, "", 5, "after the end"],
  ["a trailing comma", wrap('{ "badge": true, }'), "", 4, "name in quotation marks"],
  ["single quotes", wrap("{ 'badge': true }"), "", 4, "“'badge'” does not belong here"],
  ["a comment", wrap("{ /* none */ }"), "", 4, "does not belong here"],
  ["a name without quotation marks", wrap("{ 3: true }"), "", 4, "name in quotation marks"],
  ["no colon", wrap('{ "badge" true }'), "", 4, "a colon"],
  ["no comma in an object", wrap('{ "badge": true "sync": true }'), "", 4, "closing brace"],
  ["no comma in a list", wrap('{ "muted": ["ttp" "daesh"] }'), "", 4, "closing bracket"],
  ["an escape that is none", wrap('{ "theme": "da\\xrk" }'), "", 4, "column 27: The backslash"],
  [
    "a control character",
    wrap('{ "theme": "da\u0001rk" }'),
    "",
    4,
    "column 27: There is a control character",
  ],
  ["a list", "[]", "", 1, "object"],
  [
    "another file",
    '{ "sidelight": "pack", "version": 1, "values": {} }',
    "sidelight",
    1,
    "not a Sidelight settings file",
  ],
  ["no mark", '{ "version": 1, "values": {} }', "", 1, "sidelight"],
  ["no version", '{ "sidelight": "settings", "values": {} }', "", 1, "version"],
  [
    "a version of text",
    '{ "sidelight": "settings", "version": "1", "values": {} }',
    "version",
    1,
    "whole number",
  ],
  [
    "a newer version",
    `{ "sidelight": "settings", "version": ${VERSION + 1}, "values": {} }`,
    "version",
    1,
    "newer",
  ],
  ["no values", '{ "sidelight": "settings", "version": 1 }', "", 1, "values"],
  ["values that are a list", wrap("[]"), "values", 4, "object"],
  ["an unknown setting", wrap('{\n "colour": "red" }'), "values.colour", 5, "“colour” does not belong here"],
  ["a wrong type", wrap('{\n\n "badge": "yes" }'), "values.badge", 6, "true or false"],
  ["a wrong choice", wrap('{ "theme": "pink" }'), "values.theme", 4, "auto, light, dark"],
  ["a number out of bounds", wrap('{ "hoverDelay": 9 }'), "values.hoverDelay", 4, "100 to 2000"],
  ["a number beyond all", wrap('{ "hoverDelay": 1e999 }'), "", 4, "too large"],
  ["an unknown kind", wrap('{ "kinds": { "party": true } }'), "values.kinds.party", 4, "party"],
  ["a bad id", wrap('{ "muted": ["ttp", 3] }'), "values.muted[1]", 4, "id of an entity"],
  ["one twice", wrap('{ "muted": ["ttp", "ttp"] }'), "values.muted[1]", 4, "ttp"],
  [
    "two things, of which the first is told",
    wrap('{ "theme": 1,\n "enabled": 1 }'),
    "values.theme",
    4,
    "auto",
  ],
  [
    "a member that no rule has",
    wrap('{ "sites": [{ "pattern": "a.example", "mark": true, "x": 1 }] }'),
    "values.sites[0].x",
    4,
    "x",
  ],
  [
    "a quiet rule on a site that is none",
    wrap('{ "quiet": [{ "entity": "ttp", "site": "a b" }] }'),
    "values.quiet[0].site",
    4,
    "spaces",
  ],
  [
    "a bad site",
    wrap('{ "sites": [{ "pattern": "a b", "mark": true }] }'),
    "values.sites[0].pattern",
    4,
    "spaces",
  ],
  ["a site without a say", wrap('{ "sites": [{ "pattern": "a.example" }] }'), "values.sites[0]", 4, "mark"],
  [
    "a name that hides",
    wrap('{ "aliases": [{ "entity": "ttp", "text": "a\\u202eb" }] }'),
    "values.aliases[0].text",
    4,
    "name",
  ],
  [
    "a name for sites that are none",
    wrap('{ "aliases": [{ "entity": "ttp", "text": "abc", "sites": ["a b"] }] }'),
    "values.aliases[0].sites",
    4,
    "example.org",
  ],
  ["too many sites", wrap(`{ "sites": ${many(2001, site)} }`), "values.sites", 4, "2000 rules"],
  ["too many names", wrap(`{ "aliases": ${many(1001, name)} }`), "values.aliases", 4, "1000 names"],
  [
    "too much of all",
    wrap(`{ "muted": ${many(9000, (index) => `an-entity-with-a-long-id-${index}`)} }`),
    "values",
    4,
    "200000 characters",
  ],
  ["a name twice", wrap('{ "badge": true, "badge": false }'), "", 4, "badge"],
  ["a prototype", wrap('{ "__proto__": { "enabled": false } }'), "", 4, "__proto__"],
  ["a constructor", wrap('{ "kinds": { "constructor": true } }'), "", 4, "constructor"],
  ["nesting without end", wrap("[".repeat(5000)), "", 4, "deep"],
  ["a million and one characters", wrap(`{ "muted": ["${"a".repeat(1_000_000)}"] }`), "", 1, "too large"],
];

describe("a file of settings", () => {
  it("comes back as it was written", () => {
    expect(parseBackup(writeBackup(full))).toEqual({ ok: true, values: full });
    expect(parseBackup(`\ufeff${writeBackup({})}`)).toEqual({ ok: true, values: {} });
  });

  it.each(broken)("is refused with what and where: %s", (_name, file, path, line, names) => {
    const read = parseBackup(file);
    expect(read).toMatchObject({ ok: false, problem: { path, line } });
    const message = faultWords((read as { problem: BackupProblem }).problem.fault);
    expect(message).toContain(names);
    expect(message).toMatch(/^Line \d+, column \d+/);
    expect(message.length).toBeLessThan(250);
  });

  it("is compared with what there is, field by field", () => {
    const to = { theme: "light", muted: ["ttp"], sites: [{ pattern: "example.org", mark: false }] };
    expect(changesBetween({ theme: "dark", muted: ["daesh"], badge: true }, to)).toEqual([
      { field: "theme", from: "dark", to: "light" },
      { field: "badge", from: true, to: undefined },
      { field: "muted daesh", from: true, to: undefined },
      { field: "muted ttp", from: undefined, to: true },
      { field: "sites example.org", from: undefined, to: false },
    ]);
  });
});

/** Ways to break a good file, each of which no reader of it may let pass. */
const good = writeBackup(full);
const wrongValue = fc.oneof(
  fc.constantFrom(
    "null",
    "[]",
    "{}",
    "-1",
    "1e400",
    "1.5",
    '"\\u0000"',
    "[[[]]]",
    '{"a":1}',
    '"no such value"',
  ),
  fc.integer({ min: 2001 }).map(String),
  fc.string({ maxLength: 12 }).map((text) => JSON.stringify(`${text}?`)),
);
const key = fc.constantFrom(...Object.keys(full));
const replaced = fc.tuple(key, wrongValue).map(([name, value]) => {
  const members = Object.entries(full).map(
    ([each, now]) => `"${each}": ${each === name ? value : JSON.stringify(now)}`,
  );
  return wrap(`{ ${members.join(", ")} }`);
});
const added = fc
  .tuple(
    fc.oneof(
      fc.string({ maxLength: 10 }),
      fc.constantFrom("__proto__", "constructor", "prototype", "toString", "", "badge"),
    ),
    fc.json({ maxDepth: 3 }),
  )
  .map(([name, value]) => wrap(`{ "badge": true, ${JSON.stringify(name)}: ${value} }`));
const cut = fc.integer({ min: 0, max: good.trimEnd().length - 1 }).map((end) => good.slice(0, end));
const inserted = fc
  .tuple(
    fc.nat(good.length),
    fc.constantFrom("{", "}", "[", "]", "\u0000", "\\", "'", "//", "<", "=", "\u2028"),
  )
  .map(([at, char]) => good.slice(0, at) + char + good.slice(at));
const deep = fc.integer({ min: 17, max: 3000 }).map((depth) => wrap('{"kinds":'.repeat(depth)));
const long = fc.integer({ min: 1_000_001, max: 1_000_100 }).map((length) => " ".repeat(length));
const items = fc
  .tuple(
    fc.constantFrom("muted", "sites", "aliases"),
    fc.array(fc.json({ maxDepth: 2 }), { minLength: 1, maxLength: 4 }),
  )
  .map(([name, list]) => wrap(`{ "${name}": [${list.join(",")}] }`));
const anything = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.json({ maxDepth: 6 }),
  fc.string({ unit: "binary" }),
);
const malicious = fc.oneof(
  { weight: 4, arbitrary: replaced },
  { weight: 3, arbitrary: added },
  { weight: 3, arbitrary: cut },
  { weight: 3, arbitrary: inserted },
  { weight: 3, arbitrary: items },
  { weight: 2, arbitrary: anything },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: long },
);

/** By another road than the file's own parser: what happens to be a good file after all is not counted as broken. */
function isGood(file: string): boolean {
  try {
    const { sidelight, version, values, ...rest } = JSON.parse(file);
    return (
      sidelight === "settings" &&
      version >= 1 &&
      version <= VERSION &&
      Object.keys(rest).length === 0 &&
      Object.keys(values).every((name) => Object.hasOwn(full, name)) &&
      parseSettings(values, canonical).problems.length === 0
    );
  } catch {
    return false;
  }
}

describe("ten thousand broken or malicious files", () => {
  it("are each refused, with what and where, and change nothing", () => {
    let refused = 0;
    const before = structuredClone(full);
    fc.assert(
      fc.property(malicious, (file) => {
        fc.pre(!isGood(file));
        refused++;
        const result = applyIntent(full, { type: "import", file });
        expect(result.ok).toBe(false);
        const { error } = result as { error: Fault };
        expect(faultWords(error)).toMatch(/^Line \d+, column \d+(?: \(.+\))?: .{5,}\.$/s);
        expect(full).toEqual(before);
        expect(({} as { enabled?: unknown }).enabled).toBeUndefined();
      }),
      { numRuns: 10_000 },
    );
    expect(refused).toBeGreaterThanOrEqual(10_000);
  });
});
