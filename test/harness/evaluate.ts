/**
 * `npm run evaluate -- [--json] [--errors] FILE …`: how well the spotter does on labelled text: precision, recall and
 * F1, overall and by entity, language and class. A file is either JSON lines or, when its name ends in `.txt`, marked-up
 * text in the language that its name says (`test/spot/corpus/fr.txt`).
 */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { loadAnalysis } from "../../scripts/lib/analysis.ts";
import { inRoot } from "../../scripts/lib/paths.ts";
import { spotText } from "../../src/spot/decide/plain-text.ts";
import { compileLexicon } from "../../src/spot/names/lexicon.ts";
import type { Mention } from "../../src/spot/types.ts";
import { describeMistake } from "./evaluate/describe.ts";
import { type LabelledText, parseLabelled } from "./evaluate/labelled.ts";
import { parseMarked } from "./evaluate/marked.ts";
import { type Scores, score, type Tally } from "./evaluate/score.ts";

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean" }, errors: { type: "boolean" } },
  allowPositionals: true,
});
if (positionals.length === 0) {
  console.error("Usage: npm run evaluate -- [--json] [--errors] FILE.jsonl|LANG.txt …");
  process.exit(2);
}

const texts: LabelledText[] = [];
try {
  for (const file of positionals) {
    const source = await readFile(file, "utf8");
    texts.push(
      ...(file.endsWith(".txt")
        ? parseMarked(file, basename(file, ".txt"), source)
        : parseLabelled(file, source)),
    );
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const pack = await loadAnalysis(inRoot("assets", "analysis"));
const lexicon = compileLexicon(pack);
const places = new Set(pack.entities.filter(({ kind }) => kind === "place").map(({ id }) => id));
const scores = score(texts, (text) => spotText(lexicon, text), places);
if (values.json) console.log(JSON.stringify(asJson(scores)));
else {
  if (values.errors) for (const mistake of scores.mistakes) console.log(describeMistake(mistake));
  report(scores);
}

function report(scores: Scores<Mention>): void {
  console.table({
    ...rows("", new Map([["overall", scores.overall]])),
    ...rows("class ", scores.byClass),
    ...rows("language ", scores.byLanguage),
    ...rows("entity ", scores.byEntity),
  });
  for (const [name, { texts: count, alarmed }] of scores.alarms) {
    console.log(`${name}: ${alarmed} of ${count} texts with a false alarm`);
  }
  const { spotted, right } = scores.choice;
  console.log(
    `Taliban choice: ${right} of ${spotted} right (${percent(spotted === 0 ? 1 : right / spotted)})`,
  );
}

function rows(
  prefix: string,
  tallies: ReadonlyMap<string, Tally>,
): Record<string, Record<string, string | number>> {
  return Object.fromEntries(
    [...tallies]
      .sort(([, a], [, b]) => b.labelled - a.labelled)
      .map(([name, tally]) => [
        prefix + name,
        {
          precision: percent(tally.precision),
          recall: percent(tally.recall),
          F1: percent(tally.f1),
          right: tally.right,
          false: tally.wrong,
          missed: tally.labelled - tally.found,
        },
      ]),
  );
}

function asJson(scores: Scores<Mention>): unknown {
  const plain = (tally: Tally) => ({
    precision: tally.precision,
    recall: tally.recall,
    f1: tally.f1,
    right: tally.right,
    false: tally.wrong,
    found: tally.found,
    labelled: tally.labelled,
  });
  const each = (tallies: ReadonlyMap<string, Tally>) =>
    Object.fromEntries([...tallies].map(([name, tally]) => [name, plain(tally)]));
  return {
    overall: plain(scores.overall),
    entities: each(scores.byEntity),
    languages: each(scores.byLanguage),
    classes: each(scores.byClass),
    alarms: Object.fromEntries(scores.alarms),
    talibanChoice: scores.choice,
    mistakes: values.errors
      ? scores.mistakes.map(({ text, ...mistake }) => ({ id: text.id, lang: text.lang, ...mistake }))
      : undefined,
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
