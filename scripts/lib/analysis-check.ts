/**
 * What must hold of the analysis folder before it may become a pack: the shape of each file by its schema, every
 * reference, every statement's source, the one canonical order and format, and names that only one entity answers to.
 * Each problem says in which file and where, so that an editor can go there.
 */
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Alias, Pack } from "../../src/pack/types.ts";
import { expandPack, variantsOf } from "../../src/pack/variants.ts";
import { foldText } from "../../src/spot/letters/fold.ts";
import { wordsOf } from "../../src/spot/names/name-words.ts";
import { type AnalysisFile, joinAnalysis, readAnalysisFiles } from "./analysis.ts";
import { canonical } from "./analysis-format.ts";

export interface Problem {
  /** Relative to the analysis folder. */
  file: string;
  /** A JSON pointer or the words of the item, `""` for the file as a whole. */
  where: string;
  message: string;
}

const SCHEMAS = ["ambiguities", "analysis", "entity", "events", "passages", "relations"];

/** A problem as one line: `file: where: message`. */
export function problemLine({ file, where, message }: Problem): string {
  return [file, where, message].filter((part) => part !== "").join(": ");
}

/**
 * All problems of the folder `dir`, in the order of its files; empty when it may be joined. Later checks rest on earlier
 * ones: references are looked at only where every file has its shape.
 */
export async function checkAnalysis(dir: string): Promise<Problem[]> {
  let files: AnalysisFile[];
  try {
    files = await readAnalysisFiles(dir);
  } catch (error) {
    const { message } = error as Error;
    const file = /^(\S+\.json): /.exec(message)?.[1] ?? "";
    return [{ file, where: "", message: file ? message.slice(file.length + 2) : message }];
  }
  const shape = await checkShape(dir, files);
  if (shape.length > 0) return shape;
  const pack = joinAnalysis(files);
  const variants = checkVariants(pack);
  if (variants.length > 0) return variants;
  return [
    ...files.flatMap(checkFormat),
    ...checkIds(files, pack),
    ...checkReferences(pack),
    ...checkUse(pack),
    ...checkSpeakers(pack),
    ...checkForms(expandPack(pack)),
  ];
}

/** What one written-out form may measure; the schema bounds the pattern. UTF-16 code units. */
const LONGEST_FORM = 120;

/** Braces in names and cues. */
function checkVariants({ entities, ambiguities }: Pack): Problem[] {
  const forms = [
    ...entities.flatMap(({ id, aliases, decoys, cues }) =>
      [...aliases, ...decoys, ...cues.for, ...cues.against].map(({ text }) => ({
        file: entityFile(id),
        text,
      })),
    ),
    ...ambiguities.flatMap(({ aliases }) => aliases.map(({ text }) => ({ file: "ambiguities.json", text }))),
  ];
  return forms.flatMap(({ file, text }) => {
    try {
      const long = variantsOf(text).find((form) => form.length > LONGEST_FORM);
      return long
        ? [{ file, where: text, message: `"${long}" is longer than ${LONGEST_FORM} characters` }]
        : [];
    } catch (error) {
      return [{ file, where: text, message: (error as Error).message }];
    }
  });
}

async function checkShape(dir: string, files: readonly AnalysisFile[]): Promise<Problem[]> {
  const validators = await compileSchemas(dir);
  return files.flatMap((file) => {
    const reference = `${file.path.startsWith("entities/") ? ".." : "."}/schema/${schemaOf(file)}.schema.json`;
    const validate = validators.get(schemaOf(file))!;
    const problems: Problem[] = [];
    if ((file.value as { $schema?: unknown } | null)?.$schema !== reference)
      problems.push({ file: file.path, where: "/$schema", message: `must be "${reference}"` });
    if (!validate(file.value))
      for (const { instancePath, message, params } of validate.errors ?? [])
        problems.push({
          file: file.path,
          where: instancePath,
          message: `${message}${detail(params)}`,
        });
    return problems;
  });
}

const schemaOf = (file: AnalysisFile): string =>
  file.path.startsWith("entities/") ? "entity" : basename(file.path, ".json");

/** What ajv's message leaves out: the key that is too many, the values that would do. */
function detail(params: Record<string, unknown>): string {
  const said = params.additionalProperty ?? params.allowedValues ?? params.allowedValue;
  return said === undefined ? "" : ` (${[said].flat().join(", ")})`;
}

async function compileSchemas(dir: string): Promise<Map<string, ValidateFunction>> {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
  const read = async (name: string) =>
    JSON.parse(await readFile(join(dir, "schema", `${name}.schema.json`), "utf8"));
  ajv.addSchema(await read("common"));
  return new Map(
    await Promise.all(SCHEMAS.map(async (name) => [name, ajv.compile(await read(name))] as const)),
  );
}

function checkFormat({ path, text, value }: AnalysisFile): Problem[] {
  const expected = canonical(value);
  if (text === expected) return [];
  const lines = text.split("\n");
  const line = expected.split("\n").findIndex((wanted, i) => wanted !== lines[i]) + 1;
  return [{ file: path, where: `line ${line}`, message: "not sorted or not formatted" }];
}

const entityFile = (id: string): string => `entities/${id}.json`;

function checkIds(files: readonly AnalysisFile[], pack: Pack): Problem[] {
  const problems: Problem[] = [];
  for (const file of files) {
    const { id } = file.value as { id?: string };
    if (file.path.startsWith("entities/") && file.path !== entityFile(id!))
      problems.push({ file: file.path, where: "/id", message: `"${id}" does not match the file's name` });
  }
  const lists: Array<[string, string[]]> = [
    ["passages.json", pack.passages.map(({ id }) => id)],
    ["relations.json", pack.relations.map(({ id }) => id)],
    ["events.json", pack.events.map(({ id }) => id)],
    ["ambiguities.json", pack.ambiguities.map(({ id }) => id)],
    ...pack.entities.flatMap(
      (entity): Array<[string, string[]]> => [
        [entityFile(entity.id), entity.claims.map(({ id }) => id)],
        [entityFile(entity.id), entity.names.map(({ lang }) => `name in ${lang}`)],
        [entityFile(entity.id), entity.notSameAs.map((other) => `not the same as ${other.entity}`)],
      ],
    ),
  ];
  for (const [file, ids] of lists)
    for (const id of repeated(ids)) problems.push({ file, where: id, message: "occurs twice" });
  pack.passages.forEach(({ id }, i) => {
    if (id !== `p${i + 1}`)
      problems.push({
        file: "passages.json",
        where: id,
        message: `p${i + 1} expected: passages count up from p1`,
      });
  });
  for (const entity of pack.entities)
    for (const { id } of entity.claims)
      if (!id.startsWith(`${entity.id}-`))
        problems.push({ file: entityFile(entity.id), where: id, message: `must begin with "${entity.id}-"` });
  for (const { id, from, type, to } of pack.relations)
    if (id !== `${from}-${type}-${to}`)
      problems.push({ file: "relations.json", where: id, message: `must be "${from}-${type}-${to}"` });
  return problems;
}

/** Everything that is said, and where. */
function* statements(pack: Pack) {
  for (const entity of pack.entities)
    for (const claim of entity.claims) yield { file: entityFile(entity.id), ...claim };
  for (const relation of pack.relations) yield { file: "relations.json", ...relation };
  for (const event of pack.events) yield { file: "events.json", ...event };
}

function checkReferences(pack: Pack): Problem[] {
  const problems: Problem[] = [];
  const passages = new Set(pack.passages.map(({ id }) => id));
  const entities = new Set(pack.entities.map(({ id }) => id));
  const entity = (file: string, where: string, id: string) => {
    if (!entities.has(id)) problems.push({ file, where, message: `no entity "${id}"` });
  };
  for (const { file, id, passages: used } of statements(pack))
    for (const passage of used)
      if (!passages.has(passage)) problems.push({ file, where: id, message: `no passage "${passage}"` });
  for (const { id, from, to } of pack.relations) {
    entity("relations.json", id, from);
    entity("relations.json", id, to);
    if (from === to)
      problems.push({ file: "relations.json", where: id, message: "ties an entity to itself" });
  }
  for (const event of pack.events) for (const id of event.entities) entity("events.json", event.id, id);
  for (const ambiguity of pack.ambiguities)
    for (const id of ambiguity.among) entity("ambiguities.json", ambiguity.id, id);
  for (const { id, notSameAs } of pack.entities)
    for (const other of notSameAs) {
      entity(entityFile(id), `not the same as ${other.entity}`, other.entity);
      if (other.entity === id)
        problems.push({
          file: entityFile(id),
          where: "/notSameAs",
          message: "an entity is the same as itself",
        });
    }
  return problems;
}

/** A passage that nothing rests on has not been read. */
function checkUse(pack: Pack): Problem[] {
  const used = new Set([...statements(pack)].flatMap(({ passages }) => passages));
  return pack.passages
    .filter(({ id }) => !used.has(id))
    .map(({ id }) => ({
      file: "passages.json",
      where: id,
      message: "no claim, relation or event rests on it",
    }));
}

/** Ours is said by us, and nothing else is. */
const EDITOR = "Sidelight";

function checkSpeakers(pack: Pack): Problem[] {
  return [...statements(pack)]
    .filter(({ stance, by }) => (stance === "editor") !== (by === EDITOR))
    .map(({ file, id, stance, by }) => ({
      file,
      where: id,
      message: `stance "${stance}" cannot be by "${by}": "${EDITOR}" says what is ours, and only that`,
    }));
}

interface Form {
  file: string;
  /** The entity or ambiguity it belongs to. */
  owner: string;
  use: "name" | "decoy";
  text: string;
  exact: boolean;
}

/**
 * Names, decoys and cues as the spotter will see them. Two exact forms are different names even where they fold alike
 * ("Swat" and "SWAT").
 */
function checkForms(pack: Pack): Problem[] {
  const problems: Problem[] = [];
  const taken = new Map<string, Form[]>();
  for (const form of forms(pack)) {
    const { file, text, use } = form;
    const key = wordsOf(text)?.join(" ") ?? "";
    if (foldText(text) === "") problems.push({ file, where: text, message: "is empty once folded" });
    else if (key === "") problems.push({ file, where: text, message: "can never match: too many signs" });
    const others = taken.get(key) ?? [];
    const other = others.find((one) => !(one.exact && form.exact && one.text !== text));
    if (other) {
      const shared =
        use === "name" && other.owner !== form.owner ? "; a shared name belongs in ambiguities.json" : "";
      const message = `a ${use} that is already a ${other.use} of ${other.owner} ("${other.text}")${shared}`;
      problems.push({ file, where: text, message });
    }
    taken.set(key, [...others, form]);
  }
  for (const entity of pack.entities) problems.push(...checkCues(entity));
  return problems;
}

/** All names before all decoys, so that a decoy is what is reported where the two meet. */
function* forms(pack: Pack): Iterable<Form> {
  const form = (file: string, owner: string, use: Form["use"], { text, case: rule }: Alias): Form => ({
    file,
    owner,
    use,
    text,
    exact: rule === "exact",
  });
  for (const { id, aliases } of pack.ambiguities)
    for (const alias of aliases) yield form("ambiguities.json", id, "name", alias);
  for (const { id, aliases } of pack.entities)
    for (const alias of aliases) yield form(entityFile(id), id, "name", alias);
  for (const { id, decoys } of pack.entities)
    for (const decoy of decoys) yield form(entityFile(id), id, "decoy", decoy);
}

function checkCues({ id, aliases, cues }: Pack["entities"][number]): Problem[] {
  const problems: Problem[] = [];
  const file = entityFile(id);
  const own = new Set(aliases.map(({ text }) => foldText(text)));
  const seen = new Set<string>();
  for (const { text } of [...cues.for, ...cues.against]) {
    const key = foldText(text);
    if (key === "") problems.push({ file, where: text, message: "a cue that is empty once folded" });
    else if (wordsOf(text) === null)
      problems.push({ file, where: text, message: "a cue that can never match: too many signs" });
    if (own.has(key))
      problems.push({ file, where: text, message: "a cue that is one of the entity's own names" });
    if (seen.has(key)) problems.push({ file, where: text, message: "a cue that occurs twice" });
    seen.add(key);
  }
  return problems;
}

function repeated(items: readonly string[]): string[] {
  return [...new Set(items.filter((item, i) => items.indexOf(item) !== i))];
}
