import { expect, it } from "vitest";
import { loadAnalysis } from "../../scripts/lib/analysis.ts";
import { scoreQueries } from "../../scripts/lib/evaluate/queries.ts";
import { indexPack } from "../../src/pack/lookup.ts";
import { createSearch } from "../../src/search/search.ts";
import { foldText } from "../../src/spot/fold.ts";
import { QUERIES } from "./queries.ts";

it("finds the wanted entity first for 95 in a hundred queries, of at least sixty", async () => {
  const search = createSearch(indexPack(await loadAnalysis("assets/analysis")), foldText);
  const scores = [...scoreQueries(search, QUERIES).values()];
  const sum = (of: "queries" | "first") => scores.reduce((total, score) => total + score[of], 0);
  expect(sum("queries")).toBeGreaterThanOrEqual(60);
  expect(sum("first") / sum("queries")).toBeGreaterThanOrEqual(0.95);
});
