/**
 * `npm run spot -- [--json] FILE…|-`: the extension's spotter on plain text. Each file is one document; `-` is standard
 * input. What is compressed by gzip, as manuals mostly are, is read unpacked. Offsets are UTF-16 code units of the text.
 * With `--json`, each file is one line: `{ "file": "a.txt", "mentions": [{ "entity": "ttp", "start": 4, "end": 7, … }] }`.
 */
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { spotText } from "../src/spot/decide/plain-text.ts";
import { compileLexicon } from "../src/spot/names/lexicon.ts";
import { loadAnalysis } from "./lib/analysis/load.ts";
import { cli } from "./lib/cli.ts";

const { json, words: files } = cli("spot -- [--json] FILE…|-", { json: "flag" }, "some");
const lexicon = compileLexicon(await loadAnalysis());
for (const file of files) {
  try {
    report(file, textOf(file === "-" ? await buffer(process.stdin) : await readFile(file)));
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

function textOf(bytes: Buffer): string {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isGzip ? gunzipSync(bytes) : bytes).toString("utf8");
}

function report(file: string, source: string): void {
  const mentions = spotText(lexicon, source).map((mention) => ({
    ...mention,
    text: source.slice(mention.start, mention.end),
  }));
  if (json) {
    console.log(JSON.stringify({ file, mentions }));
    return;
  }
  for (const { entity, start, end, text, reason, runnerUp, close } of mentions) {
    const { code, evidence } = reason;
    const why = code + (evidence === undefined ? "" : `: “${evidence}”`);
    const other = runnerUp && close ? `; could also be ${runnerUp}` : "";
    console.log(`${file}:${start}-${end}  ${entity}  “${text}”  (${why}${other})`);
  }
}
