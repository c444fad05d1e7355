import { expect, it } from "vitest";
import { diagnosisOf, type Facts } from "../../src/options/about/diagnosis.ts";
import { defaults } from "../../src/settings/defaults.ts";
import type { Settings } from "../../src/settings/types.ts";

const facts: Facts = {
  ...{ version: "1.2.3", browser: "Firefox 153.0 (linux)", language: "ur", allSites: true, files: false },
  page: {
    status: "marked",
    effort: { characters: 12_345, ms: 67.8, slices: 9 },
    entities: [{ entity: "ttp", count: 3 }],
    mentions: [],
    capped: false,
    cramped: true,
  },
};

it("says how things stand", () =>
  expect(diagnosisOf(facts, defaults, 0).split("\n")).toEqual([
    "Sidelight 1.2.3",
    "browser: Firefox 153.0 (linux)",
    "language: ur",
    "the browser lets it read: all sites yes, files no",
    "reads: everywhere; site rules 0, of which chosen 0",
    "kinds: group, institution, person, work",
    "names of one's own 0, muted 0, quiet 0, meant 0",
    "paused: no",
    "changed: nothing",
    "page: marked; entities 1, mentions 3",
    "page was read: 12345 characters in 68 ms, in 9 slices",
    "page was too long to be read whole: no; too small for a card: yes",
  ]));

it("names no site, nor a name, whatever the settings hold", () => {
  const SECRET = "secret";
  const settings: Settings = {
    ...defaults,
    ...{
      enabled: false,
      markByDefault: false,
      readOnClick: true,
      pausedUntil: 10,
      theme: "dark",
      muted: [SECRET],
    },
    sites: [{ pattern: `${SECRET}.example`, mark: true }],
    quiet: [{ entity: SECRET, alias: SECRET, site: `${SECRET}.example` }],
    meant: [{ site: `${SECRET}.example`, entity: SECRET, instead: SECRET }],
    aliases: [{ entity: SECRET, text: SECRET, sites: [`${SECRET}.example`] }],
  };
  const page = {
    ...facts.page!,
    mentions: [{ id: "1", entity: SECRET, before: SECRET, text: SECRET, after: SECRET }],
  };
  const text = diagnosisOf({ ...facts, page }, settings, 0);
  expect(text).not.toContain(SECRET);
  expect(text).toContain("reads: click; site rules 1, of which chosen 1");
  expect(text).toContain("changed: enabled=false, theme=dark, markByDefault=false, readOnClick=true");
  expect(text).toContain("paused: yes");
});

it.each([
  [undefined, "page: none is open"],
  [null, "page: nothing of Sidelight answers there"],
])("a page that is %s", (page, line) => expect(diagnosisOf({ ...facts, page }, null, 0)).toContain(line));

it("settings that could not be read", () =>
  expect(diagnosisOf(facts, null, 0)).toContain("settings: could not be read"));
