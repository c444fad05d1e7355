/** What a page is told of large packs, and what it is answered. That no name is lost on the way is a property (fuzz.ts). */
import { describe, expect, it } from "vitest";
import { atOnce } from "../../src/pack/steps.ts";
import { Tokens } from "../../src/spot/match/tokens.ts";
import { joinFilters, UNTOLD } from "../../src/spot/sieve/make-filter.ts";
import { storeSieve, takeSieve } from "../../src/spot/sieve/stored-sieve.ts";
import { meetTelling } from "../../src/spot/sieve/telling.ts";
import { runsWith, type TellingRuns, tellingRuns } from "../../src/spot/sieve/telling-runs.ts";

const tokens = new Tokens();
const made = (...runs: string[]): TellingRuns => atOnce(tellingRuns(runs));
function keysIn(text: string, ...lists: TellingRuns[]): Set<number> {
  const keys = new Set<number>();
  const filter = takeSieve(storeSieve({ ...joinFilters(lists.map((list) => list.filter)), ...UNTOLD }));
  meetTelling(filter, text, tokens, (key) => keys.add(key));
  return keys;
}
const answered = (text: string, list: TellingRuns) => [...runsWith(list, keysIn(text, list)).values()].flat();

describe("what tells most of a run", () => {
  it.each([
    [
      "the word that is rare in the pack",
      ["stimson center", "wilson center"],
      "the Stimson family",
      ["stimson center"],
    ],
    ["not the one that is common", ["stimson center", "wilson center"], "a Center", []],
    ["a longer word before a shorter one", ["the harbours of"], "the of", []],
    ["an acronym in its letters", ["us=US"], "THE US", ["us=US"]],
    ["and in no others", ["us=US"], "tell us, Us", []],
    ["small letters that have to be small", ["al=al"], "Al al", ["al=al"]],
    ["two ideographs", ["安 理 会"], "安理", ["安 理 会"]],
    ["and not each of them", ["安 理 会"], "安 x 理 x 会", []],
    ["a word broken at a line's end", ["stimson center"], "Stim-\nson", ["stimson center"]],
  ])("%s", (_, runs, text, expected) => {
    expect(answered(text, made(...runs))).toEqual(expected);
  });
});

describe("of a hundred thousand names", () => {
  const many = Array.from({ length: 100_000 }, (_, i) => `zweig${(i * 7919) % 60_000} nummer${i % 997}`);
  const list = made(...many);

  it("a page is told no more than of a few thousand", () => {
    for (const filter of [list.filter, joinFilters([list.filter, made("stimson center").filter])])
      expect(storeSieve({ ...filter, ...UNTOLD }).length).toBeLessThan(12_000);
  });

  it("each is answered to a text that has it, and few besides", () => {
    for (const run of [many[0]!, many[54_321]!, many[99_999]!]) {
      expect(answered(`at the ${run} today`, list)).toContain(run);
      expect(answered(`at the ${run} today`, list).length).toBeLessThan(10);
    }
  });
});

it("of a small pack nearly nothing is asked for by a text without its words", () => {
  const list = made(...Array.from({ length: 100 }, (_, i) => `zweig${i} nummer`));
  const others = Array.from({ length: 1_000 }, (_, i) => `zwist${i}`).join(" ");
  expect(keysIn(others, list).size).toBeLessThan(20);
});

it("keys are found whatever their sign", () => {
  const list = made(...Array.from({ length: 64 }, (_, i) => `wort${i}`));
  expect([...list.keys].some((key) => key < 0)).toBe(true);
  for (let i = 0; i < 64; i++) expect(answered(`wort${i}`, list)).toEqual([`wort${i}`]);
});
