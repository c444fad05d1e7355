/**
 * The analysis folder, joined into one pack: the inverse of how people edit it. Nothing is added, defaulted or repaired
 * here (that is the check's business); the result depends on the files' contents alone, not on the order of a directory.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type PackProblem, readPackFile } from "../../../src/pack/format/read-pack.ts";
import { originalOf, sentenceIn } from "../../../src/pack/texts.ts";
import type {
  Ambiguity,
  AnalysisEvent,
  Entity,
  Pack,
  Passage,
  Relation,
  Text,
} from "../../../src/pack/types.ts";
import { expandPack } from "../../../src/pack/variants.ts";
import { faultWords } from "../../../src/pages/fault-words.ts";
import "../messages.ts";
import { inRoot } from "../paths.ts";

/** The folder of the analysis that the extension comes with. */
export const BUNDLED = inRoot("assets/analysis");

/** A file of the folder: its path relative to the folder, as written, and parsed. */
export interface AnalysisFile {
  path: string;
  text: string;
  value: unknown;
}

/** The files that hold one list each, and the analysis itself. */
export const PART_FILES = [
  "ambiguities.json",
  "analysis.json",
  "events.json",
  "passages.json",
  "relations.json",
];

/**
 * Reads the folder's files, parts first, then the entities by name.
 * @throws Error naming the file, when one is missing or is not JSON.
 */
export async function readAnalysisFiles(dir: string): Promise<AnalysisFile[]> {
  const entities = (await readdir(join(dir, "entities"))).filter((name) => name.endsWith(".json")).sort();
  const paths = [...PART_FILES, ...entities.map((name) => `entities/${name}`)];
  return Promise.all(paths.map((path) => readAnalysisFile(dir, path)));
}

async function readAnalysisFile(dir: string, path: string): Promise<AnalysisFile> {
  const text = await readFile(join(dir, path), "utf8");
  try {
    return { path, text, value: JSON.parse(text) };
  } catch (error) {
    throw new Error(`${path}: not JSON: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * Joins the folder `dir` into a pack, as its file has it. It comes in by the door that every pack comes in by.
 * @throws Error naming the first problem, when it is refused there; `checkAnalysis` tells of all.
 */
export async function readAnalysis(dir = BUNDLED): Promise<Pack> {
  const result = readPackFile(packText(joinAnalysis(await readAnalysisFiles(dir))));
  if (!result.ok) throw new Error(problemLineOf(result.problems[0]!));
  return result.pack;
}

/** The same, spelling variants written out. */
export const loadAnalysis = async (dir = BUNDLED): Promise<Pack> => expandPack(await readAnalysis(dir));

/** A pack as the file that one installs. */
export const packText = (pack: Pack): string => `${JSON.stringify(pack, null, 2)}\n`;

/** A problem by its path: the lines of a file that was never written say nothing. */
export const problemLineOf = ({ path, fault }: PackProblem): string => `${path}: ${faultWords(fault)}`;

/** The pack that the files make; keys meant for editors (`$schema`) stay behind. */
export function joinAnalysis(files: readonly AnalysisFile[]): Pack {
  const part = <T>(path: string): T => {
    const file = files.find((candidate) => candidate.path === path);
    if (!file) throw new Error(`${path}: missing`);
    return withoutSchema(file.value) as T;
  };
  const { speakers, ...analysis } = part<Analysis>("analysis.json");
  // Editors write who says it in the language of the analysis, and once what that is in the others.
  const bySpeaker = new Map(
    speakers.map((one) => [sentenceIn(analysis, one, originalOf(analysis)).text, one]),
  );
  const said = <T extends { by: Text }>(statement: T): T => ({
    ...statement,
    by: bySpeaker.get(statement.by as string) ?? statement.by,
  });
  return {
    ...analysis,
    ...part<{ passages: Passage[] }>("passages.json"),
    entities: files
      .filter((file) => file.path.startsWith("entities/"))
      .map((file) => part<Entity>(file.path))
      .map((entity) => ({ ...entity, claims: entity.claims.map(said) })),
    relations: part<{ relations: Relation[] }>("relations.json").relations.map(said),
    events: part<{ events: AnalysisEvent[] }>("events.json").events.map(said),
    ...part<{ ambiguities: Ambiguity[] }>("ambiguities.json"),
  };
}

/** `analysis.json`. */
type Analysis = Omit<Pack, "passages" | "entities" | "relations" | "events" | "ambiguities"> & {
  /** Everybody who is named under `by`, in all languages; empty where there is one language. */
  speakers: Text[];
};

/** The speakers whom nobody names: `by` is all that they are for. */
export function idleSpeakers(files: readonly AnalysisFile[]): string[] {
  const { languages, speakers } = files.find(({ path }) => path === "analysis.json")!.value as Analysis;
  const { entities, relations, events } = joinAnalysis(files);
  const named = new Set<Text>(
    [...entities.flatMap(({ claims }) => claims), ...relations, ...events].map(({ by }) => by),
  );
  return speakers
    .filter((one) => !named.has(one))
    .map((one) => sentenceIn({ languages }, one, languages[0]!).text);
}

function withoutSchema(value: unknown): unknown {
  const { $schema: _, ...rest } = value as Record<string, unknown>;
  return rest;
}
