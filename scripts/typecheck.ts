/** `npm run typecheck`: the extension, the pure rooms without the document, and the scripts with the tests. */
import { typeCheckAll } from "./lib/tsc.ts";

const problems = await typeCheckAll();
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? "types: no problems" : `types: ${problems.length} lines of problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
