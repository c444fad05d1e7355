/** What the sieve is made of, and what it keeps back. That it loses no name is a property (fuzz.ts). */
import { describe, expect, it } from "vitest";
import type { Alias, NameSource } from "../../src/pack/types.ts";
import { Tokens } from "../../src/spot/match/tokens.ts";
import { chooseSieve } from "../../src/spot/sieve/choose.ts";
import { letsThrough } from "../../src/spot/sieve/sieve.ts";
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
  letsThrough(takeSieve(storeSieve(chooseSieve(source))), text, tokens);

describe("what it is made of", () => {
  it.each([
    ["a name of one word", ["Daesh"], "daesh"],
    ["one in certain letters only", [{ text: "TTP", case: "exact" as const }], "ttp=TTP"],
    ["a longer one that has it in it: nothing more", ["Daesh", "the Daesh fighters"], "daesh"],
    ["two telling words of a longer one", ["the Stimson Center in Washington"], "stimson center"],
    [
      "two words each of many with one in common",
      ["Pakistani army", "Pakistani navy"],
      "pakistani army\npakistani navy",
    ],
    ["three of many ideographs", ["联合国安全理事会"], "全理事"],
    ["nothing, for no names", [], ""],
  ])("%s", (_, aliases, runs) => {
    expect(chooseSieve(names(...aliases)).replaceAll(/(?<=\p{Script=Han}) /gu, "")).toBe(runs);
  });

  it("is the same in whatever order the names come", () => {
    const given = ["Stimson Center", "Stimson Centre", "Wilson Center", "Daesh", "University of Cambridge"];
    expect(chooseSieve(names(...given))).toBe(chooseSieve(names(...given.reverse())));
  });
});

describe("what it keeps back", () => {
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
