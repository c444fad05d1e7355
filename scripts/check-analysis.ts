/** `npm run check:analysis [-- FOLDER]`: says what is wrong with the analysis, or that nothing is. */
import { loadAnalysis } from "./lib/analysis.ts";
import { checkAnalysis, problemLine } from "./lib/analysis-check.ts";
import { inRoot } from "./lib/paths.ts";

const dir = process.argv[2] ?? inRoot("assets/analysis");
const problems = await checkAnalysis(dir);
if (problems.length > 0) {
  for (const problem of problems) console.error(problemLine(problem));
  console.error(`${problems.length} ${problems.length === 1 ? "problem" : "problems"}`);
  process.exitCode = 1;
} else {
  const pack = await loadAnalysis(dir);
  const sum = (count: (entity: (typeof pack.entities)[number]) => number) =>
    pack.entities.reduce((total, entity) => total + count(entity), 0);
  const aliases =
    sum((entity) => entity.aliases.length) + pack.ambiguities.reduce((n, one) => n + one.aliases.length, 0);
  console.log(
    `${pack.id}: ${pack.passages.length} passages, ${pack.entities.length} entities, ${sum((entity) => entity.claims.length)} claims, ` +
      `${pack.relations.length} relations, ${pack.events.length} events, ${aliases} aliases, ${sum((entity) => entity.decoys.length)} decoys`,
  );
}
