import { expect, it } from "vitest";
import { loadAnalysis } from "../../scripts/lib/analysis/load.ts";
import { indexPack } from "../../src/pack/lookup.ts";
import { encodePack, packToSearch } from "../../src/pack/stored.ts";
import { createSearch } from "../../src/search/search.ts";
import { foldText } from "../../src/spot/letters/fold.ts";
import { scoreQueries } from "../harness/evaluate/queries.ts";
import { QUERIES } from "./queries.ts";

const analysis = await loadAnalysis("assets/analysis");

it.each([
  ["the analysis", analysis],
  ["its stored form, which the popup searches", packToSearch(encodePack(analysis))],
])("finds the wanted entity first for 95 in a hundred queries, of at least sixty: %s", (_of, pack) => {
  const search = createSearch(indexPack(pack), foldText);
  const scores = [...scoreQueries(search, QUERIES).values()];
  const sum = (of: "queries" | "first") => scores.reduce((total, score) => total + score[of], 0);
  expect(sum("queries")).toBeGreaterThanOrEqual(60);
  expect(sum("first") / sum("queries")).toBeGreaterThanOrEqual(0.95);
});
