/** Which of two is meant on a site: as a setting, and what holds on a page. */
import { describe, expect, it } from "vitest";
import { applyIntent, keyOf, type SettingsIntent } from "../../src/settings/change/apply.ts";
import { parseBackup, writeBackup } from "../../src/settings/file/backup.ts";
import { mostOf } from "../../src/settings/limits.ts";
import { migrate, VERSION } from "../../src/settings/migrations.ts";
import { valuesForSite } from "../../src/settings/page/for-site.ts";
import { meantOn, type PageMeant, saidOfPage } from "../../src/settings/page/meant.ts";
import { canonical, parseSettings } from "../../src/settings/parse.ts";
import { packMirror, readMirror } from "../../src/settings/sync/mirror.ts";
import { entriesOf, fieldsOf, isValidEntry, stampsIn, withFields } from "../../src/settings/sync/stamps.ts";
import type { MeantRule } from "../../src/settings/types.ts";

const ttp = (site: string): MeantRule => ({ site, entity: "ttp", instead: "afghan-taliban" });
const afghan = (site: string): MeantRule => ({ site, entity: "afghan-taliban", instead: "ttp" });
const say = (rule: MeantRule, on = true): SettingsIntent => ({ type: "meant", rule, on });

describe("what holds on a page", () => {
  const page: PageMeant = { page: "https://a.example/x?y=1", entity: "daesh", instead: "al-qaeda" };
  it.each<[string, MeantRule[], PageMeant[], string, Record<string, unknown>[]]>([
    ["nothing was said", [ttp("b.example")], [page], "https://a.example/", []],
    [
      "of its site",
      [ttp("a.example")],
      [],
      "https://www.a.example/x",
      [{ ...ttp("a.example"), by: ttp("a.example") }],
    ],
    [
      "of a narrower one",
      [afghan("a.example/x"), ttp("a.example")],
      [],
      "https://a.example/x/y",
      [{ ...afghan("a.example/x"), by: afghan("a.example/x") }],
    ],
    ["of the page, whatever place in it", [], [page], `${page.page}#z`, [{ ...page, by: "page" }]],
    ["of another page of the site", [], [page], "https://a.example/x?y=2", []],
    [
      "of the page, and otherwise of its site",
      [afghan("a.example/x")],
      [{ page: "https://a.example/x", entity: "ttp", instead: "afghan-taliban" }],
      "https://a.example/x",
      [{ ...ttp("a.example"), by: "page" }],
    ],
    [
      "of others, too",
      [ttp("a.example")],
      [page],
      page.page,
      [
        { ...ttp("a.example"), by: ttp("a.example") },
        { ...page, by: "page" },
      ],
    ],
  ])("%s", (_name, rules, pages, url, expected) => {
    const plain = expected.map(({ site: _site, page: _page, ...rest }) => rest);
    expect(meantOn(rules, pages, url)).toEqual(plain);
  });
});

describe("as a setting", () => {
  it("is one rule for two on a site, which the later word replaces and any takes back", () => {
    const said = applyIntent({}, say(ttp("https://Www.Example.org/")));
    expect(said).toEqual({ ok: true, values: { meant: [ttp("www.example.org")] } });
    const other = applyIntent(said.ok ? said.values : {}, say(afghan("www.example.org")));
    expect(other).toEqual({ ok: true, values: { meant: [afghan("www.example.org")] } });
    const none = applyIntent(other.ok ? other.values : {}, say(ttp("www.example.org"), false));
    expect(none).toEqual({ ok: true, values: { meant: [] } });
    expect(keyOf(say(ttp("a")))).toBe("meant");
  });

  it.each<[string, unknown]>([
    ["the same twice", { site: "a.example", entity: "ttp", instead: "ttp" }],
    ["no site", { site: "a b", entity: "ttp", instead: "daesh" }],
    ["everywhere", { entity: "ttp", instead: "daesh" }],
    ["no entity", { site: "a.example", entity: "T T P", instead: "daesh" }],
  ])("is refused where it is %s", (_name, rule) => {
    expect(applyIntent({}, say(rule as MeantRule)).ok).toBe(false);
    expect(parseSettings({ meant: [rule] }, canonical).settings.meant).toEqual([]);
    expect(parseBackup(writeBackup({ meant: [rule] })).ok).toBe(false);
  });

  it("has an end", () => {
    const meant = Array.from({ length: mostOf("meant") }, (_, n) => ttp(`s${n}.example`));
    expect(applyIntent({ meant }, say(ttp("one-more.example")))).toEqual({
      ok: false,
      error: ["faultManyMeant", mostOf("meant")],
    });
  });

  it("goes through a file, and to frames of its site alone", () => {
    const meant = [ttp("a.example"), afghan("b.example")];
    expect(parseBackup(writeBackup({ meant }))).toEqual({ ok: true, values: { meant } });
    expect(valuesForSite({ meant }, "https://www.b.example/").meant).toEqual([meant[1]]);
  });

  it("is not for a version that does not know of it", () => {
    expect(VERSION).toBeGreaterThanOrEqual(3);
    expect(migrate({ theme: "dark" }, 2)).toEqual({ theme: "dark" });
  });
});

describe("between browsers", () => {
  const field = "meant a.example afghan-taliban ttp";

  it("is a field by itself, whose value is the one that is meant", () => {
    const values = { meant: [ttp("a.example")] };
    const fields = fieldsOf(values);
    expect([...fields]).toEqual([[field, "ttp"]]);
    expect(withFields({}, fields)).toEqual(values);
    expect(withFields(values, new Map([[field, "afghan-taliban"]]))).toEqual({
      meant: [afghan("a.example")],
    });
    expect(withFields(values, new Map([[field, undefined]]))).toEqual({});
    const entries = entriesOf(fields, new Map([[field, 5]]));
    expect(readMirror(packMirror(entries).items).entries).toEqual(entries);
  });

  it.each<[string, string, unknown]>([
    ["a third", field, "daesh"],
    ["a switch", field, true],
    ["the two the other way round", "meant a.example ttp afghan-taliban", "ttp"],
    ["one entity", "meant a.example ttp", "ttp"],
    ["no site", "meant", "ttp"],
  ])("is not taken over where it is %s", (_name, name, value) => {
    expect(isValidEntry(name, { stamp: 1, value: value as string })).toBe(false);
  });

  it("keeps the time of what was said, and none of what is in the list and no field", () => {
    const values = { meant: [ttp("a.example"), afghan("a b")] };
    const stamps = { [field]: 5, "meant a b afghan-taliban ttp": 6, "meant c.example afghan-taliban ttp": 7 };
    expect([...stampsIn(values, stamps)]).toEqual([
      [field, 5],
      ["meant c.example afghan-taliban ttp", 7],
    ]);
  });
});

it("what is said of a page takes the place of what was said of the same two on it, and is taken back", () => {
  const [a, b] = ["https://a.example/", "https://b.example/"].map((page) => ({
    page,
    entity: "ttp",
    instead: "afghan-taliban",
  })) as [PageMeant, PageMeant];
  const turned: PageMeant = { page: a.page, entity: "afghan-taliban", instead: "ttp" };
  const other: PageMeant = { ...a, instead: "daesh" };
  expect(saidOfPage([a, b, other], turned, true)).toEqual([b, other, turned]);
  expect(saidOfPage([a, b, other], turned, false)).toEqual([b, other]);
});
