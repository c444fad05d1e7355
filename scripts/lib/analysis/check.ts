/**
 * What must hold of the analysis folder before it may become a pack. The schemas say what one file can say of itself; here is
 * what they cannot: references from file to file, ids made of others, the one order, and names that only one entity answers to.
 */
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { readPackFile } from "../../../src/pack/format/read-pack.ts";
import { originalOf } from "../../../src/pack/texts.ts";
import type { Alias, Pack, Stance, Text } from "../../../src/pack/types.ts";
import { expandPack, variantsOf } from "../../../src/pack/variants.ts";
import { foldText } from "../../../src/spot/letters/fold.ts";
import { wordsOf } from "../../../src/spot/names/name-words.ts";
import { firmnessProblems } from "./firmness.ts";
import {
  type AnalysisFile,
  idleSpeakers,
  joinAnalysis,
  PART_FILES,
  packText,
  problemLineOf,
  readAnalysisFiles,
} from "./load.ts";
import { lexiconWithoutDoubt, unfoundNames } from "./names.ts";
import { firstOutOfOrder } from "./order.ts";
import { translationProblems } from "./translations.ts";

export interface Problem {
  /** Relative to the analysis folder. */
  file: string;
  /** A JSON pointer or the words of the item, `""` for the file as a whole. */
  where: string;
  message: string;
}

type Say = (file: string, where: string, message: string) => void;

/** A problem as one line: `file: where: message`. */
export function problemLine({ file, where, message }: Problem): string {
  return [file, where, message].filter((part) => part !== "").join(": ");
}

/** All problems of the folder `dir`; empty when it may be joined. Later checks rest on earlier ones. */
export async function checkAnalysis(dir: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  const say: Say = (file, where, message) => void problems.push({ file, where, message });
  let files: AnalysisFile[];
  try {
    files = await readAnalysisFiles(dir);
  } catch (error) {
    const [, file = "", message = ""] = /^(?:(\S+\.json): )?(.*)$/s.exec((error as Error).message)!;
    return [{ file, where: "", message }];
  }
  await checkShape(dir, files, say);
  if (problems.length > 0) return problems;
  const pack = joinAnalysis(files);
  checkVariants(pack, say);
  if (problems.length > 0) return problems;
  const door = readPackFile(packText(pack));
  if (!door.ok) for (const problem of door.problems) say("", "", problemLineOf(problem));
  for (const { path, value } of files) {
    const place = firstOutOfOrder(value as Parameters<typeof firstOutOfOrder>[0]);
    if (place !== null) say(path, place, "is not in its place: keys and lists have one order");
  }
  checkIds(files, pack, say);
  checkReferences(pack, say);
  checkSequence(pack, say);
  checkFirmness(pack, say);
  const written = expandPack(pack);
  checkForms(written, say);
  // A name that two entities have would be reported for every text that it stands in.
  if (problems.length > 0) return problems;
  const lexicon = lexiconWithoutDoubt(written);
  for (const { entity, lang, text, found } of unfoundNames(written, lexicon))
    say(entityFile(entity), text, `the name in ${lang} is found as ${found.join(" and ") || "nothing"}`);
  for (const speaker of idleSpeakers(files)) say("analysis.json", "/speakers", `"${speaker}" says nothing`);
  for (const { text, message } of translationProblems(pack, lexicon)) say(fileOf(files, text), text, message);
  return problems;
}

/** By the texts of the schemas. Tests check some sixty copies of an analysis, and compiling takes longer than reading by what was compiled. */
const compiled = new Map<string, ReadonlyMap<string, ValidateFunction>>();

/** What each file is held to: "entity", or the name of the one that it is. */
async function validatorsIn(dir: string): Promise<ReadonlyMap<string, ValidateFunction>> {
  const names = ["common", "entity", ...PART_FILES.map((file) => basename(file, ".json"))];
  const read = (name: string) => readFile(join(dir, "schema", `${name}.schema.json`), "utf8");
  const texts = await Promise.all(names.map(read));
  const known = compiled.get(texts.join());
  if (known) return known;
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
  const [common, ...schemas] = texts.map((text) => JSON.parse(text));
  ajv.addSchema(common);
  const validators = new Map(schemas.map((schema, i) => [names[i + 1]!, ajv.compile(schema)]));
  compiled.set(texts.join(), validators);
  return validators;
}

async function checkShape(dir: string, files: readonly AnalysisFile[], say: Say): Promise<void> {
  const validators = await validatorsIn(dir);
  for (const { path, value } of files) {
    const validate = validators.get(isEntity(path) ? "entity" : basename(path, ".json"))!;
    if (validate(value)) continue;
    for (const { instancePath, message, params } of validate.errors ?? []) {
      // What ajv's message leaves out: the key that is too many, the values that would do.
      const said =
        params.additionalProperty ??
        params.unevaluatedProperty ??
        params.allowedValues ??
        params.allowedValue;
      say(path, instancePath, `${message}${said === undefined ? "" : ` (${[said].flat().join(", ")})`}`);
    }
  }
}

/** What one written-out form may measure; the schema bounds the pattern. UTF-16 code units. */
const LONGEST_FORM = 120;

/** Braces in names and cues. */
function checkVariants({ entities, ambiguities }: Pack, say: Say): void {
  const check = (file: string, { text }: { text: string }) => {
    try {
      const long = variantsOf(text).find((form) => form.length > LONGEST_FORM);
      if (long) say(file, text, `"${long}" is longer than ${LONGEST_FORM} characters`);
    } catch (error) {
      say(file, text, (error as Error).message);
    }
  };
  for (const { id, aliases, decoys, cues } of entities)
    for (const form of [...aliases, ...decoys, ...cues.for, ...cues.against]) check(entityFile(id), form);
  for (const { aliases } of ambiguities) for (const form of aliases) check("ambiguities.json", form);
}

const entityFile = (id: string): string => `entities/${id}.json`;
const isEntity = (path: string): boolean => path.startsWith("entities/");

function checkIds(files: readonly AnalysisFile[], pack: Pack, say: Say): void {
  const once = (file: string, ids: readonly string[]) => {
    for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) say(file, id, "occurs twice");
  };
  for (const list of ["passages", "relations", "events", "ambiguities"] as const)
    once(
      `${list}.json`,
      pack[list].map(({ id }) => id),
    );
  for (const { id, claims, names, notSameAs } of pack.entities) {
    once(entityFile(id), [
      ...claims.map((claim) => claim.id),
      ...names.map(({ lang }) => `name in ${lang}`),
      ...notSameAs.map(({ entity }) => `not the same as ${entity}`),
    ]);
    for (const claim of claims)
      if (!claim.id.startsWith(`${id}-`)) say(entityFile(id), claim.id, `must begin with "${id}-"`);
  }
  for (const { path, value } of files) {
    const { id } = value as { id?: string };
    if (isEntity(path) && path !== entityFile(id!))
      say(path, "/id", `"${id}" does not match the file's name`);
  }
  pack.passages.forEach(({ id }, i) => {
    if (id !== `p${i + 1}`) say("passages.json", id, `p${i + 1} expected: passages count up from p1`);
  });
  for (const { id, from, type, to } of pack.relations) {
    if (id !== `${from}-${type}-${to}`) say("relations.json", id, `must be "${from}-${type}-${to}"`);
    if (from === to) say("relations.json", id, "ties an entity to itself");
  }
}

/** No sentence says more or less than who says it does, in any language. */
function checkFirmness(pack: Pack, say: Say): void {
  const check = (file: string, where: string, text: Text, stance?: Stance) => {
    const sentences = typeof text === "string" ? { [originalOf(pack)]: text } : text;
    for (const [language, words] of Object.entries(sentences))
      for (const problem of firmnessProblems(language, words, stance))
        say(file, where, `${language}: ${problem}`);
  };
  for (const { file, id, text, stance } of statements(pack)) check(file, id, text, stance);
  for (const { id, summary } of pack.entities) check(entityFile(id), "/summary", summary);
  for (const { id, gist } of pack.passages) check("passages.json", id, gist);
}

/** The file that a sentence stands in. */
const fileOf = (files: readonly AnalysisFile[], sentence: string): string =>
  files.find(({ text }) => text.includes(JSON.stringify(sentence)))?.path ?? "";

/** Everything that is said, and where. */
function* statements({ entities, relations, events }: Pack) {
  for (const { id, claims } of entities) for (const claim of claims) yield { file: entityFile(id), ...claim };
  for (const relation of relations) yield { file: "relations.json", ...relation };
  for (const event of events) yield { file: "events.json", ...event };
}

function checkReferences(pack: Pack, say: Say): void {
  const passages = new Set(pack.passages.map(({ id }) => id));
  const entities = new Set(pack.entities.map(({ id }) => id));
  const unread = new Set(passages);
  for (const { file, id, passages: used } of statements(pack))
    for (const passage of used) {
      unread.delete(passage);
      if (!passages.has(passage)) say(file, id, `no passage "${passage}"`);
    }
  for (const id of unread) say("passages.json", id, "no claim, relation or event rests on it");
  const known = (file: string, where: string, ids: readonly string[]) => {
    for (const id of ids) if (!entities.has(id)) say(file, where, `no entity "${id}"`);
  };
  for (const { id, from, to } of pack.relations) known("relations.json", id, [from, to]);
  for (const event of pack.events) known("events.json", event.id, event.entities);
  for (const ambiguity of pack.ambiguities) known("ambiguities.json", ambiguity.id, ambiguity.among);
  for (const { id, notSameAs } of pack.entities)
    for (const { entity } of notSameAs) {
      known(entityFile(id), `not the same as ${entity}`, [entity]);
      if (entity === id) say(entityFile(id), "/notSameAs", "an entity is the same as itself");
    }
}

/** Events have each a place of its own, and no place says that a later date was before an earlier one. */
function checkSequence({ events }: Pack, say: Say): void {
  const bySequence = events.toSorted((a, b) => a.sequence - b.sequence);
  bySequence.forEach(({ id, sequence, date }, i) => {
    const before = bySequence[i - 1];
    if (before?.sequence === sequence) say("events.json", id, `has the place of ${before.id}`);
    // Only as far as both are known: `2022` may be before and after `2022-06`.
    const later = bySequence.slice(0, i).find((one) => {
      const known = Math.min(one.date.length, date.length);
      return one.date.slice(0, known) > date.slice(0, known);
    });
    if (later) say("events.json", id, `comes after ${later.id}, which is dated ${later.date}`);
  });
}

/**
 * Names, decoys and cues as the spotter will see them. Two exact forms are different names even where they fold alike
 * ("Swat" and "SWAT").
 */
function checkForms({ entities, ambiguities }: Pack, say: Say): void {
  const taken = new Map<string, Array<Alias & { owner: string; use: string }>>();
  const take = (file: string, owner: string, use: "name" | "decoy", form: Alias) => {
    const { text } = form;
    const key = wordsOf(text)?.join(" ") ?? "";
    if (foldText(text) === "") say(file, text, "is empty once folded");
    else if (key === "") say(file, text, "can never match: too many signs");
    const others = taken.get(key) ?? [];
    const other = others.find((one) => one.case !== "exact" || form.case !== "exact" || one.text === text);
    const shared =
      use === "name" && other?.owner !== owner ? "; a shared name belongs in ambiguities.json" : "";
    if (other)
      say(file, text, `a ${use} that is already a ${other.use} of ${other.owner} ("${other.text}")${shared}`);
    taken.set(key, [...others, { ...form, owner, use }]);
  };
  // All names before all decoys, so that a decoy is what is reported where the two meet.
  for (const { id, aliases } of ambiguities)
    for (const alias of aliases) take("ambiguities.json", id, "name", alias);
  for (const { id, aliases } of entities)
    for (const alias of aliases) take(entityFile(id), id, "name", alias);
  for (const { id, decoys } of entities) for (const decoy of decoys) take(entityFile(id), id, "decoy", decoy);
  for (const { id, aliases, cues } of entities) {
    const own = new Set(aliases.map(({ text }) => foldText(text)));
    const seen = new Set<string>();
    for (const { text } of [...cues.for, ...cues.against]) {
      const key = foldText(text);
      const refuse = (why: string) => say(entityFile(id), text, `a cue that ${why}`);
      if (key === "") refuse("is empty once folded");
      else if (wordsOf(text) === null) refuse("can never match: too many signs");
      if (own.has(key)) refuse("is one of the entity's own names");
      if (seen.has(key)) refuse("occurs twice");
      seen.add(key);
    }
  }
}
