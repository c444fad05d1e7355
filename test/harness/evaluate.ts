/**
 * `npm run evaluate -- [--json] [--errors] FILE …`: how well the spotter does on labelled text: precision, recall and
 * F1, overall and by entity, language and class, and beside it how well a plain dictionary of the same names does. A file is either JSON lines or, when its name ends in `.txt`, marked-up
 * text in the language that its name says (`test/spot/corpus/fr.txt`).
 */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { loadAnalysis } from "../../scripts/lib/analysis/load.ts";
import { cli } from "../../scripts/lib/cli.ts";
import { spotText } from "../../src/spot/decide/plain-text.ts";
import { compileLexicon } from "../../src/spot/names/lexicon.ts";
import { dictionary } from "./evaluate/dictionary.ts";
import { type LabelledText, parseLabelled, parseMarked } from "./evaluate/labelled.ts";
import { describeMistake, score, type Tally } from "./evaluate/score.ts";

const { json, errors, words } = cli(
  "evaluate -- [--json] [--errors] FILE.jsonl|LANG.txt …",
  { json: "flag", errors: "flag" },
  "some",
);
const texts: LabelledText[] = [];
try {
  for (const file of words) {
    const source = await readFile(file, "utf8");
    const isMarked = file.endsWith(".txt");
    texts.push(
      ...(isMarked ? parseMarked(file, basename(file, ".txt"), source) : parseLabelled(file, source)),
    );
  }
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
const pack = await loadAnalysis();
const lexicon = compileLexicon(pack);
const places = new Set(pack.entities.flatMap(({ id, kind }) => (kind === "place" ? [id] : [])));
const { tallies, choice, mistakes } = score(texts, (text) => spotText(lexicon, text), places);
const plain = score(texts, dictionary(pack), places);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
/** The dictionary's columns of a row. */
const besides = (tally: Tally | undefined) =>
  tally && {
    "dictionary: precision": percent(tally.precision),
    "… recall": percent(tally.recall),
    ...(tally.texts > 0 && { "… with a false alarm": tally.alarmed }),
  };
if (json) {
  const named = errors
    ? mistakes.map((each) => ({ ...each, text: undefined, id: each.text.id, lang: each.text.lang }))
    : undefined;
  console.log(
    JSON.stringify({
      ...Object.fromEntries(tallies),
      "taliban choice": choice,
      dictionary: { ...Object.fromEntries(plain.tallies), "taliban choice": plain.choice },
      mistakes: named,
    }),
  );
} else {
  if (errors) for (const mistake of mistakes) console.log(describeMistake(mistake));
  const rows = [...tallies].sort(([, a], [, b]) => b.labelled - a.labelled);
  const cells = rows.map(
    ([name, { precision, recall, f1, right, wrong, found, labelled, texts, alarmed }]) => [
      name,
      {
        ...{ precision: percent(precision), recall: percent(recall), F1: percent(f1) },
        ...{ right, false: wrong, missed: labelled - found },
        ...(texts > 0 && { texts, "with a false alarm": alarmed }),
        ...besides(plain.tallies.get(name)),
      },
    ],
  );
  console.table(Object.fromEntries(cells));
  const chosen = ({ right, spotted, share }: typeof choice) =>
    `${right} of ${spotted} right (${percent(share)})`;
  console.log(`Taliban choice: ${chosen(choice)}; a plain dictionary: ${chosen(plain.choice)}`);
}
