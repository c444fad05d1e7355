import { describe, expect, it } from "vitest";
import { applyIntents } from "../../src/settings/change/apply.ts";
import {
  isUnchosen,
  originsOf,
  READING,
  readingIntents,
  readingOf,
} from "../../src/settings/change/reading.ts";
import { defaults } from "../../src/settings/defaults.ts";
import { parseSettings } from "../../src/settings/parse.ts";

describe("where pages are read", () => {
  it("is everywhere until the reader chooses", () => expect(readingOf(defaults)).toBe("everywhere"));

  it.each(READING.flatMap((from) => READING.map((to) => [from, to] as const)))(
    "from %s to %s",
    (from, to) => {
      const before = applyIntents({}, readingIntents(from));
      const after = before.ok ? applyIntents(before.values, readingIntents(to)) : before;
      if (!after.ok) throw new Error(String(after.error));
      expect(readingOf(parseSettings(after.values).settings)).toBe(to);
    },
  );
});

describe("a page whose site is not chosen", () => {
  const sites = [
    { pattern: "example.org", mark: true },
    { pattern: "example.net", mark: false },
  ];
  it.each([
    [true, "https://elsewhere.example/", false],
    [false, "https://elsewhere.example/", true],
    [false, "https://www.example.org/a", false],
    // Left out on purpose, which is a choice.
    [false, "https://example.net/", false],
    [false, "file:///home/a.html", true],
  ])("marked by default %s: %s", (markByDefault, url, unchosen) =>
    expect(isUnchosen({ markByDefault, sites }, url)).toBe(unchosen),
  );
});

it.each([
  ["example.org", ["http://*.example.org/*", "https://*.example.org/*"]],
  ["example.org:8080/live", ["http://*.example.org/*", "https://*.example.org/*"]],
  ["127.0.0.1", ["http://127.0.0.1/*", "https://127.0.0.1/*"]],
  ["[::1]:80", ["http://[::1]/*", "https://[::1]/*"]],
  ["localhost", ["http://localhost/*", "https://localhost/*"]],
  ["file:///home/ada", ["file:///*"]],
])("the browser's patterns for %s", (pattern, origins) => expect(originsOf(pattern)).toEqual(origins));
