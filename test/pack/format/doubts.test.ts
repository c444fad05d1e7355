import { describe, expect, it } from "vitest";
import { type Doubt, doubtsOf, MOST_DOUBTS, namesElsewhere } from "../../../src/pack/format/doubts.ts";
import { readPackFile } from "../../../src/pack/format/read-pack.ts";
import type { Pack } from "../../../src/pack/types.ts";
import { samplePack } from "./samples.ts";

function packWith(parts: object): Pack {
  const result = readPackFile(JSON.stringify({ ...samplePack(), ...parts }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.pack;
}

const rose = (id: string, more: object = {}) => ({ id, kind: "work", name: id, summary: "A rose.", ...more });
const called = (...aliases: object[]) => ({ aliases: aliases.map((alias) => ({ lang: "en", ...alias })) });
const alone = { relations: [], events: [], ambiguities: [] };

const doubtsIn = (parts: object, ...others: Pack[]) =>
  doubtsOf(
    packWith({ ...alone, ...parts }),
    others.map((pack) => namesElsewhere(pack.id, pack)),
  ).named;
const kinds = (doubts: readonly Doubt[]) => doubts.map(({ kind }) => kind);

describe("a name that is an everyday word", () => {
  it.each([
    ["two letters", { text: "Al" }],
    ["a word in small letters", { text: "garden" }],
    ["a word that stands in every text, in any case", { text: "Government" }],
    ["a month, in the language of the name", { text: "März", lang: "de" }],
    ["a day, whatever its case", { text: "Friday", case: "capital" }],
    ["a month that is asked for as it is written", { text: "May", case: "exact" }],
    ["one of the spellings that a pattern stands for", { text: "{Rosarium,rose}" }],
  ])("%s", (_, alias) => {
    expect(kinds(doubtsIn({ entities: [rose("one", called(alias))] }))).toEqual(["everyday"]);
  });

  it.each([
    ["an acronym as it is written", { text: "TTP", case: "exact" }],
    ["a word in small letters that needs support", { text: "garden", trust: "context" }],
    ["several words", { text: "tea rose" }],
    ["a word with a capital", { text: "Rosarium" }],
    ["a word of a script without capitals", { text: "گلاب", lang: "ur" }],
    ["two Han characters", { text: "玫瑰", lang: "zh" }],
  ])("is not: %s", (_, alias) => {
    expect(doubtsIn({ entities: [rose("one", called(alias))] })).toEqual([]);
  });
});

describe("names that meet", () => {
  const both = {
    entities: [rose("one", called({ text: "Tea-Rose" })), rose("two", called({ text: "tea rose" }))],
  };

  it("within a pack, where no ambiguity has them", () => {
    expect(doubtsIn(both)).toEqual([{ kind: "shared", of: "two", text: "tea rose", also: "one" }]);
    const ambiguity = { id: "both", aliases: [{ lang: "en", text: "Tea rose" }], among: ["one", "two"] };
    expect(doubtsIn({ entities: [rose("one"), rose("two")], ambiguities: [ambiguity] })).toEqual([]);
  });

  it("with those of another pack, unless Wikidata knows that they are one", () => {
    const other = (more: object) =>
      packWith({
        ...alone,
        id: "other",
        entities: [rose("dog", { ...called({ text: "Tea rose" }), ...more })],
      });
    const own = { entities: [rose("one", { ...called({ text: "Tea rose" }), sameAs: ["Q1"] })] };
    const told = [{ kind: "elsewhere", of: "one", text: "Tea rose", also: "other" }];
    expect(doubtsIn(own, other({}))).toEqual(told);
    expect(doubtsIn(own, other({ sameAs: ["Q2"] }))).toEqual(told);
    expect(doubtsIn(own, other({ sameAs: ["Q1", "Q2"] }))).toEqual([]);
  });
});

it("doubts names that no text can hold, and entities that have none", () => {
  const entities = [rose("one", called({ text: "!!!" })), rose("two")];
  expect(kinds(doubtsIn({ entities }))).toEqual(["unfound", "nameless"]);
});

it("doubts sentences that rest on nothing, but the editor's own, and those with markup or addresses in them", () => {
  const said = { stance: "reported", by: "A. Gardener" };
  const claims = [
    { id: "a", text: "It is red.", ...said },
    { id: "b", text: "It is <b>red</b>.", ...said, passages: ["p1"] },
    { id: "c", text: { en: "It is red.", ur: "https://example.org/" }, ...said, passages: ["p1"] },
    { id: "d", text: "We think so, and 1 < 2.", stance: "editor", by: "The street" },
  ];
  const doubts = doubtsIn({ entities: [rose("one", { claims, ...called({ text: "Rosarium" }) })] });
  expect(kinds(doubts)).toEqual(["unsupported", "markup", "markup"]);
});

it("names so many of a kind and counts the others", () => {
  const entities = Array.from({ length: 100 }, (_, i) => rose(`r${i}`));
  const { named, counts } = doubtsOf(packWith({ ...alone, entities }), []);
  expect(named).toHaveLength(MOST_DOUBTS);
  expect([...counts]).toEqual([["nameless", 100]]);
});
