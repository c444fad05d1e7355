/**
 * `npm run evaluate:search`: what search finds first for a table of queries, by their kind, with every miss; and how long a
 * keystroke takes over ten thousand entities. Fails below 95 in a hundred.
 */
import { loadAnalysis } from "../../scripts/lib/analysis/load.ts";
import { cli } from "../../scripts/lib/cli.ts";
import { indexPack } from "../../src/pack/lookup.ts";
import { createSearch } from "../../src/search/search.ts";
import { foldText } from "../../src/spot/letters/fold.ts";
import { QUERIES } from "../search/queries.ts";
import { KEYSTROKE_BUDGET, timeKeystrokes } from "./bench/keystrokes.ts";
import { scoreQueries } from "./evaluate/queries.ts";

const WANTED = 0.95;

cli("evaluate:search", {});
const pack = await loadAnalysis();
const scores = [...scoreQueries(createSearch(indexPack(pack), foldText), QUERIES)];
console.table(
  Object.fromEntries(scores.map(([name, { queries, first }]) => [name, { queries, "wanted first": first }])),
);
for (const { query, wanted, got, place } of scores.flatMap(([, { misses }]) => misses)) {
  const where = place === null ? "not found" : `place ${place}`;
  console.log(`“${query}”: ${got ?? "nothing"} instead of ${wanted.join(" or ")} (${where})`);
}
const sum = (of: "queries" | "first") => scores.reduce((total, [, score]) => total + score[of], 0);
const share = sum("first") / sum("queries");
console.log(
  `${sum("first")} of ${sum("queries")} first: ${(share * 100).toFixed(1)} % (wanted: ${WANTED * 100} %)`,
);
const { median, slowest, slowestAt, keystrokes } = timeKeystrokes();
console.log(
  `${keystrokes} keystrokes over 10,000 entities: median ${median.toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms at “${slowestAt}” (budget: ${KEYSTROKE_BUDGET} ms)`,
);
process.exitCode = share >= WANTED && slowest <= KEYSTROKE_BUDGET ? 0 : 1;
