/** `npm run check:analysis [-- FOLDER]`: says what is wrong with the analysis, or that nothing is. */

import { checkAnalysis, problemLine } from "./lib/analysis/check.ts";
import { loadAnalysis } from "./lib/analysis/load.ts";
import { cli } from "./lib/cli.ts";

const { words } = cli("check:analysis -- [FOLDER]", {}, "any");
const [dir] = words;
const problems = await checkAnalysis(dir);
if (problems.length > 0) {
  for (const problem of problems) console.error(problemLine(problem));
  console.error(`${problems.length} ${problems.length === 1 ? "problem" : "problems"}`);
  process.exitCode = 1;
} else {
  const { id, passages, entities, relations, events, ambiguities } = await loadAnalysis(dir);
  const counts = {
    passages,
    entities,
    claims: entities.flatMap(({ claims }) => claims),
    relations,
    events,
    aliases: [...entities, ...ambiguities].flatMap(({ aliases }) => aliases),
    decoys: entities.flatMap(({ decoys }) => decoys),
  };
  const counted = Object.entries(counts).map(([what, { length }]) => `${length} ${what}`);
  console.log(`${id}: ${counted.join(", ")}`);
}
