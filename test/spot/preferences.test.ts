/** What a reader has said of a page beats what its words tell, but for a word right beside the name. */
import { expect, it } from "vitest";
import type { Cue, NameSource } from "../../src/pack/types.ts";
import { SpotDocument } from "../../src/spot/decide/document.ts";
import { compileLexicon, type Lexicon } from "../../src/spot/names/lexicon.ts";
import type { Preference } from "../../src/spot/types.ts";
import { lexicon } from "./lexicon.ts";

const TTP: Preference = { entity: "ttp", instead: "afghan-taliban" };
const AFGHAN: Preference = { entity: "afghan-taliban", instead: "ttp" };

/** The names in a text, as "ttp Taliban". */
function named(text: string, preferences: readonly Preference[], by: Lexicon = lexicon): string[] {
  const spots = new SpotDocument<0>(by);
  spots.prefer(preferences);
  spots.set(0, text);
  spots.settle();
  return spots.mentions(0).map(({ entity, start, end }) => `${entity} ${text.slice(start, end)}`);
}

it.each<[string, string, Preference, string[]]>([
  ["nothing near by", "The Taliban said so.", TTP, ["ttp Taliban"]],
  ["in another script", "طالبان نے کہا", TTP, ["ttp طالبان"]],
  [
    "a word near by",
    "Mehsud said, and not for the first time, that the Taliban came.",
    AFGHAN,
    ["afghan-taliban Taliban"],
  ],
  [
    "a name in the same sentence",
    "The Taliban met the Pakistani Taliban.",
    TTP,
    ["ttp Taliban", "ttp Pakistani Taliban"],
  ],
  ["a name that says it itself", "The Pakistani Taliban came.", AFGHAN, ["ttp Pakistani Taliban"]],
  ["the other such name", "The Afghan Taliban came.", TTP, ["afghan-taliban Afghan Taliban"]],
  ["a word right beside", "The Taliban in Kabul said so.", TTP, ["afghan-taliban Taliban"]],
  [
    "of others than these two",
    "The Taliban said so.",
    { entity: "daesh", instead: "ttp" },
    ["afghan-taliban Taliban"],
  ],
])("%s", (_, text, preference, expected) => {
  expect(named(text, [preference])).toEqual(expected);
});

it("says that the reader decided, and what else it could be", () => {
  const spots = new SpotDocument<0>(lexicon);
  spots.set(0, "The Taliban said so.");
  spots.prefer([TTP]);
  spots.settle();
  expect(spots.mentions(0)).toMatchObject([
    { entity: "ttp", reason: { code: "reader" }, runnerUp: "afghan-taliban" },
  ]);
  expect(spots.mentions(0)[0]).not.toHaveProperty("close");
});

it("names the flows that change by it, and by its being taken back", () => {
  const spots = new SpotDocument<string>(lexicon);
  spots.set("bare", "The Taliban said so.");
  spots.set("sure", "Daesh and the Pakistani Taliban.");
  spots.set("beside", "The Taliban in Kabul.");
  spots.settle();
  const before = spots.mentions("bare");
  spots.prefer([TTP]);
  expect(spots.settle()).toEqual(["bare"]);
  spots.prefer([]);
  expect(spots.settle()).toEqual(["bare"]);
  expect(spots.mentions("bare")).toEqual(before);
});

it.each<[string, string, string[]]>([
  ["makes no name of what is none", "A talib read.", []],
  [
    "whichever the words near by speak for",
    "The militants had among them, as people say, a talib.",
    ["one talib"],
  ],
])("a form that needs support: %s", (_, text, expected) => {
  expect(named(text, [{ entity: "one", instead: "two" }], compileLexicon(shared("one", "two")))).toEqual(
    expected,
  );
});

it("leaves a form alone that a third may be meant by", () => {
  const by = compileLexicon(shared("two", "one", "three"));
  const text = "The militants had among them, as people say, a talib.";
  expect(named(text, [{ entity: "one", instead: "two" }], by)).toEqual(named(text, [], by));
  expect(named(text, [], by)).toEqual(["two talib"]);
});

/** "talib", which needs support, and may be any of these; "militants" speaks for the second. */
function shared(...among: string[]): NameSource {
  const form = (text: string) => ({ text, lang: "mul" });
  const entity = (id: string, cues: string[]) => ({
    id,
    aliases: [form(`${id} by its own name`)],
    decoys: [],
    cues: { for: cues.map((text): Cue => ({ text, weight: 3 })), against: [] },
  });
  return {
    entities: among.map((id) => entity(id, id === "two" ? ["militants"] : [])),
    ambiguities: [{ id: "talib", aliases: [{ ...form("talib"), trust: "context" }], among }],
  };
}
