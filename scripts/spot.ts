/**
 * `npm run spot -- [--json] FILE…|-`: the extension's spotter on plain text. Each file is one document; `-` is standard
 * input. Offsets are UTF-16 code units of the input.
 */
import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import { spotText } from "../src/spot/decide/plain-text.ts";
import { compileLexicon } from "../src/spot/names/lexicon.ts";
import { loadAnalysis } from "./lib/analysis/load.ts";
import { cli } from "./lib/cli.ts";
import { inRoot } from "./lib/paths.ts";

const { json, words: files } = cli("spot -- [--json] FILE…|-", { json: "flag" }, "some");
const lexicon = compileLexicon(await loadAnalysis(inRoot("assets", "analysis")));
for (const file of files) {
  try {
    report(file, file === "-" ? await readAll(process.stdin) : await readFile(file, "utf8"));
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

function report(file: string, source: string): void {
  for (const { entity, start, end, alias, reason, runnerUp, close } of spotText(lexicon, source)) {
    const text = source.slice(start, end);
    if (json) {
      console.log(JSON.stringify({ file, entity, start, end, text, alias, reason, runnerUp, close }));
      continue;
    }
    const { code, evidence } = reason;
    const why = code + (evidence === undefined ? "" : `: “${evidence}”`);
    const other = runnerUp && close ? `; could also be ${runnerUp}` : "";
    console.log(`${file}:${start}-${end}  ${entity}  “${text}”  (${why}${other})`);
  }
}
