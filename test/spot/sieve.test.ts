/** What the sieve is made of, and what it keeps back. That it loses no name is a property (fuzz.ts). */
import { describe, expect, it } from "vitest";
import type { Alias, NameSource } from "../../src/pack/types.ts";
import { Tokens } from "../../src/spot/match/tokens.ts";
import { chooseRuns } from "../../src/spot/sieve/choose.ts";
import { meetRuns } from "../../src/spot/sieve/filter.ts";
import { joinFilters, makeFilter } from "../../src/spot/sieve/make-filter.ts";
import { storeSieve, takeSieve } from "../../src/spot/sieve/stored-sieve.ts";

const names = (...aliases: Array<string | Partial<Alias>>): NameSource => ({
  entities: [
    {
      id: "e",
      aliases: aliases.map((alias) => ({
        lang: "mul",
        text: "",
        ...(typeof alias === "string" ? { text: alias } : alias),
      })),
      decoys: [],
      cues: { for: [], against: [] },
    },
  ],
  ambiguities: [],
});
const tokens = new Tokens();
const lets = (source: NameSource, text: string) =>
  meetRuns(takeSieve(storeSieve(makeFilter(chooseRuns(source)))), text, tokens, () => true);

describe("what it is made of", () => {
  it.each([
    ["a name of one word", ["Daesh"], "daesh"],
    ["one in certain letters only", [{ text: "TTP", case: "exact" as const }], "ttp=TTP"],
    ["a longer one that has it in it: nothing more", ["Daesh", "the Daesh fighters"], "daesh"],
    [
      "three words of a longer one, two of them telling",
      ["the Stimson Center in Washington"],
      "center in washington",
    ],
    [
      "two, where they stand for many",
      ["in Utopia", "of Utopia", "for Utopia", "near Utopia"].flatMap((where) => [
        `a Stimson Center ${where}`,
        `the Stimson Center ${where}`,
      ]),
      "stimson center",
    ],
    [
      "not the two words of three that other texts have",
      ["Wall Street Journal", "the Wall Street Journal"],
      "wall street journal",
    ],
    [
      "two words each of many with one in common",
      ["Pakistani army", "Pakistani navy"],
      "pakistani army\npakistani navy",
    ],
    ["of a longer one no words that are common ones", ["Utopia’s federal government"], "utopia s federal"],
    ["but of one that has no others", ["security forces in general"], "forces in general"],
    ["three of many ideographs", ["联合国安全理事会"], "全理事"],
    ["nothing, for no names", [], ""],
  ])("%s", (_, aliases, runs) => {
    expect(
      chooseRuns(names(...aliases))
        .join("\n")
        .replaceAll(/(?<=\p{Script=Han}) /gu, ""),
    ).toBe(runs);
  });

  it("of a long name that begins as others do takes what it shares with another, not its beginning", () => {
    const { entities, ambiguities } = names("the Islamic Republic of Utopia", "Utopia’s government");
    const embassy = names("Embassy of the Islamic Republic of Utopia").entities[0]!;
    const runs = chooseRuns({ entities: [...entities, { ...embassy, id: "embassy" }], ambiguities });
    expect(runs.map((run) => run.split(" ").slice(0, 3).join(" "))).not.toContain("embassy of the");
  });

  it("is the same in whatever order the names come", () => {
    const given = [
      "Stimson Center",
      "Stimson Centre",
      "Wilson Center",
      "Daesh",
      "University of Cambridge",
      "the Wilson Center",
    ];
    expect(chooseRuns(names(...given))).toEqual(chooseRuns(names(...given.reverse())));
  });
});

describe("what it keeps back", () => {
  it("a part that the names of several entities have in common", () => {
    const entity = (id: string, text: string) => ({ ...names(text).entities[0]!, id });
    const source = {
      entities: [entity("a", "スティムソンセンター"), entity("b", "ウィルソンセンター")],
      ambiguities: [],
    };
    expect(lets(source, "市民センターの催し")).toBe(false);
    for (const { aliases } of source.entities) expect(lets(source, `${aliases[0]!.text}の報告`)).toBe(true);
  });

  it.each([
    ["words of a name that do not stand together", "the Stimson family's Center"],
    ["half of a name", "a Center"],
    ["another word", "the stimsons center on"],
    ["nothing", ""],
  ])("%s", (_, text) => {
    expect(lets(names("Stimson Center"), text)).toBe(false);
  });

  it("an acronym in other letters, and a short one that needs support in a line of capitals", () => {
    const source = names({ text: "TTP", case: "exact" }, { text: "IS", case: "exact", trust: "context" });
    expect(lets(source, "http ttp is")).toBe(false);
    expect(lets(source, "THIS SOFTWARE IS PROVIDED BY")).toBe(false);
    expect(lets(source, "fighters of IS said")).toBe(true);
  });
});

describe("several in one", () => {
  const some = names("Stimson Center", "Daesh");
  const more = names(...Array.from({ length: 3_000 }, (_, i) => `Zweig Nummer${i}`), "خبرنامہ");
  const filters = [some, more].map((source) => makeFilter(chooseRuns(source)));
  const joined = takeSieve(storeSieve(joinFilters(filters)));
  const meets = (text: string) => meetRuns(joined, text, tokens, () => true);

  it.each(["the Stimson Center", "Daesh", "at Zweig Nummer2999 or so", "اور خبرنامہ میں"])(
    "has %s",
    (text) => {
      expect(meets(text)).toBe(true);
    },
  );

  it("has little else", () => {
    const others = Array.from({ length: 20_000 }, (_, i) => `Nummer${i % 3_000} Center${i}`);
    expect(others.filter(meets).length).toBeLessThan(20);
  });

  it("takes some four bytes a run", () => {
    const { bits, filter } = filters[1]!;
    expect(bits.byteLength + filter.byteLength).toBeLessThan(3_000 * 5);
  });
});

describe("what Arabic writes before a noun", () => {
  // A word with less taken off may be in the filter by chance: what is left of it with more taken off counts all the same.
  it("is taken off as far as it goes", () => {
    const crowd = names(
      ...Array.from(
        { length: 400 },
        (_, i) => `بالقا${String.fromCodePoint(0x627 + (i % 30))}${"ب".repeat(i % 7)}`,
      ),
      "القاعدة",
      "بالقاعدتين",
    );
    for (const text of ["وبالقاعدة", "بالقاعدة", "فالقاعدة", "وللقاعدة"])
      expect(lets(crowd, text), text).toBe(true);
  });
});
