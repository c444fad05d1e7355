/** What is rehearsed finds something each way, and changes nothing of what is found afterwards. */
import { expect, it } from "vitest";
import { indexPack } from "../../src/pack/lookup.ts";
import { rehearsalOf } from "../../src/search/rehearsal.ts";
import { SameEntities } from "../../src/search/same-entities.ts";
import { searchIn } from "../../src/search/search.ts";
import { SearchedPack } from "../../src/search/searched-pack.ts";
import { foldText } from "../../src/spot/letters/fold.ts";
import { largePack } from "../harness/bench/names.ts";
import { entity, packOf } from "./pack.ts";

const SOURCE = { title: "", author: "", publisher: "", date: "2022-12", genre: "" };
const NONE = new SameEntities([]);
const all = () => true;

it("begun, misspelt and several words are found in an index that has just begun to grow", () => {
  const pack = new SearchedPack(indexPack(largePack(2_000, { source: SOURCE })), foldText);
  expect(pack.grow(all)).toBe(false);
  const rehearsed = rehearsalOf(pack);
  const asTyped = (query: string) => pack.matcher.isNear(query);
  expect(rehearsed.map((query) => [query, searchIn([pack], NONE, query).length > 0])).toEqual(
    rehearsed.map((query) => [query, true]),
  );
  expect(rehearsed.filter((query) => !query.includes(" ") && !asTyped(query)).length).toBeGreaterThan(0);
  expect(rehearsed.filter((query) => query.includes(" ")).length).toBeGreaterThan(0);
});

it("what is found afterwards is what would have been", () => {
  const index = indexPack(largePack(300, { source: SOURCE }));
  const [one, other] = [new SearchedPack(index, foldText), new SearchedPack(index, foldText)];
  one.grow(all);
  const rehearsed = rehearsalOf(one);
  for (const query of rehearsed) searchIn([one], NONE, query);
  for (const pack of [one, other]) while (!pack.grow(all));
  const queries = [...rehearsed, "tied", "said to be tied", index.pack.entities[7]!.name];
  for (const query of queries) expect(searchIn([one], NONE, query)).toEqual(searchIn([other], NONE, query));
});

it("of a pack of short names alone nothing is rehearsed", () => {
  expect(rehearsalOf(new SearchedPack(packOf([entity("ttp", "TTP")]), foldText))).toEqual([]);
});
