/**
 * `npm run spot -- [--json] FILE…|-`: the extension's spotter on plain text. Each file is one document; `-` is standard
 * input. Offsets are UTF-16 code units of the input.
 */
import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { spotText } from "../src/spot/decide/plain-text.ts";
import { compileLexicon } from "../src/spot/names/lexicon.ts";
import type { Reason } from "../src/spot/types.ts";
import { loadAnalysis } from "./lib/analysis.ts";
import { inRoot } from "./lib/paths.ts";

const USAGE = "Usage: npm run spot -- [--json] FILE…|-";

const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
if (positionals.length === 0) {
  console.error(USAGE);
  process.exit(2);
}

const lexicon = compileLexicon(await loadAnalysis(inRoot("assets", "analysis")));
let failed = false;
for (const file of positionals) {
  let text: string;
  try {
    text = file === "-" ? await readAll(process.stdin) : await readFile(file, "utf8");
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : error}`);
    failed = true;
    continue;
  }
  for (const mention of spotText(lexicon, text)) {
    const { entity, start, end, alias, reason, runnerUp } = mention;
    const found = text.slice(start, end);
    if (values.json) {
      console.log(JSON.stringify({ file, entity, start, end, text: found, alias, reason, runnerUp }));
    } else {
      const why = explain(reason) + (runnerUp ? `; could also be ${runnerUp}` : "");
      console.log(`${file}:${start}-${end}  ${entity}  “${found}”  (${why})`);
    }
  }
}
process.exitCode = failed ? 1 : 0;

function explain({ code, evidence }: Reason): string {
  return evidence === undefined ? code : `${code}: “${evidence}”`;
}
