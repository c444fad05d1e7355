/**
 * What must hold of the analysis folder before it may become a pack. The schemas say what one file can say of itself; the door
 * that all packs come in by, what refers to what; here is what neither asks: ids made of others, the one order, and names that
 * only one entity answers to.
 */
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { readPackFile } from "../../../src/pack/format/read-pack.ts";
import { originalOf } from "../../../src/pack/texts.ts";
import type { Alias, Pack, Stance, Text } from "../../../src/pack/types.ts";
import { expandPack } from "../../../src/pack/variants.ts";
import { faultWords } from "../../../src/pages/fault-words.ts";
import { foldText } from "../../../src/spot/letters/fold.ts";
import { wordsOf } from "../../../src/spot/names/name-words.ts";
import { firmnessProblems } from "./firmness.ts";
import {
  type AnalysisFile,
  BUNDLED,
  idleSpeakers,
  joinAnalysis,
  PART_FILES,
  packText,
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

/** All problems of a folder; empty when it may be joined. Later checks rest on earlier ones. */
export async function checkAnalysis(dir = BUNDLED): Promise<Problem[]> {
  const problems: Problem[] = [];
  const say: Say = (file, where, message) => void problems.push({ file, where, message });
  let files: AnalysisFile[];
  try {
    files = await readAnalysisFiles(dir);
  } catch (error) {
    const [, file = "", message = ""] = /^(?:(\S+\.json): )?(.*)$/s.exec((error as Error).message)!;
    return [{ file, where: "", message }];
  }
  await checkShape(files, say);
  if (problems.length > 0) return problems;
  const pack = joinAnalysis(files);
  const door = readPackFile(packText(pack));
  if (!door.ok) for (const { path, fault } of door.problems) say(...placeOf(files, path), faultWords(fault));
  for (const { path, value } of files) {
    const place = firstOutOfOrder(value as Parameters<typeof firstOutOfOrder>[0]);
    if (place !== null) say(path, place, "is not in its place: keys and lists have one order");
  }
  checkIds(files, pack, say);
  checkPassagesUsed(pack, say);
  checkSequence(pack, say);
  checkFirmness(pack, say);
  // Of a form with a brace too many nothing can be written out.
  if (problems.length > 0) return problems;
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

/** What each file is held to: "entity", or the name of the one that it is. */
let validators: ReadonlyMap<string, ValidateFunction> | null = null;

/** Made once: compiling takes longer than reading by what was compiled. */
async function makeValidators(): Promise<ReadonlyMap<string, ValidateFunction>> {
  const read = async (name: string) =>
    JSON.parse(await readFile(join(BUNDLED, "schema", `${name}.schema.json`), "utf8"));
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
  ajv.addSchema(await read("common"));
  const names = ["entity", ...PART_FILES.map((file) => basename(file, ".json"))];
  return new Map(
    await Promise.all(names.map(async (name) => [name, ajv.compile(await read(name))] as const)),
  );
}

async function checkShape(files: readonly AnalysisFile[], say: Say): Promise<void> {
  validators ??= await makeValidators();
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

/** Where in the folder a place of the pack is: `entities[2].claims[0].by` is `/claims/0/by` of the third entity's file. */
function placeOf(files: readonly AnalysisFile[], path: string): [file: string, where: string] {
  const [list = "", ...rest] = path.replaceAll("]", "").split(/[.[]/);
  const pointer = (steps: readonly string[]) => `/${steps.join("/")}`;
  if (list === "entities")
    return [files.filter((file) => isEntity(file.path))[Number(rest[0])]?.path ?? "", pointer(rest.slice(1))];
  const part = `${list}.json`;
  return [PART_FILES.includes(part) ? part : "analysis.json", pointer([list, ...rest])];
}

const entityFile = (id: string): string => `entities/${id}.json`;
const isEntity = (path: string): boolean => path.startsWith("entities/");

function checkIds(files: readonly AnalysisFile[], pack: Pack, say: Say): void {
  for (const { id, claims } of pack.entities)
    for (const claim of claims)
      if (!claim.id.startsWith(`${id}-`)) say(entityFile(id), claim.id, `must begin with "${id}-"`);
  for (const { path, value } of files) {
    const { id } = value as { id?: string };
    if (isEntity(path) && path !== entityFile(id!))
      say(path, "/id", `"${id}" does not match the file's name`);
  }
  pack.passages.forEach(({ id }, i) => {
    if (id !== `p${i + 1}`) say("passages.json", id, `p${i + 1} expected: passages count up from p1`);
  });
  for (const { id, from, type, to } of pack.relations)
    if (id !== `${from}-${type}-${to}`) say("relations.json", id, `must be "${from}-${type}-${to}"`);
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

function checkPassagesUsed(pack: Pack, say: Say): void {
  const used = new Set([...statements(pack)].flatMap(({ passages }) => passages));
  for (const { id } of pack.passages)
    if (!used.has(id)) say("passages.json", id, "no claim, relation or event rests on it");
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
