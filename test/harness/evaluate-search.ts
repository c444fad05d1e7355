/**
 * `npm run evaluate:search`: what search finds first for a table of queries, by their kind, with every miss; and how long a
 * keystroke takes over ten thousand entities. Fails below 95 in a hundred.
 */

import { loadAnalysis } from "../../scripts/lib/analysis.ts";
import { inRoot } from "../../scripts/lib/paths.ts";
import { indexPack } from "../../src/pack/lookup.ts";
import { createSearch } from "../../src/search/search.ts";
import { foldText } from "../../src/spot/letters/fold.ts";
import { QUERIES } from "../search/queries.ts";
import { KEYSTROKE_BUDGET, timeKeystrokes } from "./bench/keystrokes.ts";
import { scoreQueries } from "./evaluate/queries.ts";

const WANTED = 0.95;

const pack = await loadAnalysis(inRoot("assets", "analysis"));
const scores = scoreQueries(createSearch(indexPack(pack), foldText), QUERIES);
let queries = 0;
let first = 0;
const table: Record<string, object> = {};
for (const [name, score] of scores) {
  queries += score.queries;
  first += score.first;
  table[name] = { queries: score.queries, "wanted first": score.first };
}
console.table(table);
for (const { query, wanted, got, place } of [...scores.values()].flatMap((score) => score.misses))
  console.log(
    `“${query}”: ${got ?? "nothing"} instead of ${wanted.join(" or ")} (${place === null ? "not found" : `place ${place}`})`,
  );
console.log(
  `${first} of ${queries} first: ${((first / queries) * 100).toFixed(1)} % (wanted: ${WANTED * 100} %)`,
);

const { median, slowest, slowestAt, keystrokes } = timeKeystrokes();
console.log(
  `${keystrokes} keystrokes over 10,000 entities: median ${median.toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms at “${slowestAt}” (budget: ${KEYSTROKE_BUDGET} ms)`,
);
process.exitCode = first / queries >= WANTED && slowest <= KEYSTROKE_BUDGET ? 0 : 1;
