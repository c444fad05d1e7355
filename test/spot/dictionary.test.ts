/** The dictionary that the spotter is measured against: no straw man, and no more than a dictionary. */
import { describe, expect, it } from "vitest";
import { dictionary } from "../harness/evaluate/dictionary.ts";
import { source } from "./lexicon.ts";

const find = dictionary(source);
const found = (text: string) =>
  find(text).map(({ entity, start, end }) => `${entity}: ${text.slice(start, end)}`);

describe("a plain dictionary", () => {
  it.each([
    ["the longest name", "the Pakistani Taliban", ["ttp: Pakistani Taliban"]],
    [
      "a space for a dash, and any case",
      "AL QAEDA and al-qaeda",
      ["al-qaeda: AL QAEDA", "al-qaeda: al-qaeda"],
    ],
    [
      "accents and letters that are mixed",
      "Dáesh, تحریك طالبان پاكستان",
      ["daesh: Dáesh", "ttp: تحریك طالبان پاكستان"],
    ],
    ["names without spaces", "反对伊斯兰国和塔利班。", ["daesh: 伊斯兰国", "afghan-taliban: 塔利班"]],
    ["whole words in their case", "unsc, UNSC, Daeshy", ["council: UNSC"]],
    ["the more frequent of two", "In Swat the Taliban came.", ["swat: Swat", "afghan-taliban: Taliban"]],
    [
      "whatever is meant",
      "al-Qaeda in Iraq. IS it? TTP: low platelets",
      ["al-qaeda: al-Qaeda", "daesh: IS", "ttp: TTP"],
    ],
  ])("takes %s", (_, text, names) => {
    expect(found(text)).toEqual(names);
  });
});
