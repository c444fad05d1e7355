/**
 * Settings as a file: written, read back, and compared with those there are. A file is anybody's, so it is taken whole
 * or not at all, and a refusal says what is wrong and where.
 */

import type { Fault } from "../change/faults.ts";
import { LONGEST_FILE, sizeProblem } from "../limits.ts";
import type { ReadMode } from "../lists.ts";
import { migrate, VERSION } from "../migrations.ts";
import { canonical, type Problem, parseSettings, type SparseSettings } from "../parse.ts";
import { type FieldName, type Fields, type FieldValue, fieldsOf } from "../sync/stamps.ts";
import {
  isRecord,
  type Path,
  property,
  readMembers,
  refuseOthers,
  type Shape,
  wholeFrom,
} from "../untrusted.ts";
import { located, pathText, shortFault } from "./place.ts";
import { type FilePosition, type JsonResult, readJson } from "./read-json.ts";

const FILE_KIND = "settings";

/** What a file is: `{ "sidelight": "settings", "version": 3, "values": { "theme": "dark" } }`. */
const FILE: Shape = {
  sidelight: (value) => (value === FILE_KIND ? null : ["faultNotOurs"]),
  version: (value) => wholeFrom(1)(value) ?? ((value as number) > VERSION ? ["faultFileNewer"] : null),
  values: isRecord,
};

const AS_FILE: ReadMode = { ...canonical, strict: refuseOthers };

export interface BackupProblem extends FilePosition {
  /** What is wrong and where, for a reader. */
  fault: Fault;
  /** The place within the file, such as `values.sites[2].mark`; empty for the file as a whole. */
  path: string;
}

export type BackupResult = { ok: true; values: SparseSettings } | { ok: false; problem: BackupProblem };

/** The file for these settings: what the reader touched, as text that a person can read. */
export function writeBackup(values: SparseSettings, version: number = VERSION): string {
  return `${JSON.stringify({ sidelight: FILE_KIND, version, values }, null, 2)}\n`;
}

/** Reads a file. Total, whatever the text. */
export function parseBackup(text: string): BackupResult {
  if (text.length > LONGEST_FILE) return refused(["faultFileTooLarge"], [], { line: 1, column: 1 });
  const json = readJson(text);
  if (!json.ok) return refused(json.fault, [], json.position);
  const { values, problems } = valuesOf(json.value);
  return problems.length === 0 ? { ok: true, values } : firstOf(problems, json.positionsOf);
}

function valuesOf(file: unknown): { values: SparseSettings; problems: Problem[] } {
  const problems: Problem[] = [];
  const tell = (fault: Fault, ...path: Path) => {
    problems.push({ path, fault });
    return null;
  };
  const head = readMembers(file, FILE, tell, refuseOthers);
  if (head === null) return { values: {}, problems };
  const values = migrate(head.values as SparseSettings, head.version as number);
  const parsed = parseSettings(values, AS_FILE);
  for (const { fault, path } of parsed.problems) tell(fault, "values", ...path);
  const canonicalValues = Object.fromEntries(
    Object.keys(values).map((key) => [key, property(parsed.settings, key)]),
  );
  // Of the kinds, those that the reader touched.
  if (values.kinds) canonicalValues.kinds = values.kinds;
  const tooLarge = sizeProblem(canonicalValues);
  if (tooLarge) tell(tooLarge, "values");
  return { values: canonicalValues, problems };
}

type PositionsOf = Extract<JsonResult, { ok: true }>["positionsOf"];

/** A person mends a file from the top. */
function firstOf(problems: Problem[], positionsOf: PositionsOf): BackupResult {
  const positions = positionsOf(problems.map(({ path }) => path));
  const [first] = problems
    .map(({ fault, path }, i) => ({ fault, path, position: positions[i]! }))
    .sort(({ position: a }, { position: b }) => a.line - b.line || a.column - b.column);
  return refused(first!.fault, first!.path, first!.position);
}

function refused(what: Fault, way: Path, position: FilePosition): BackupResult {
  const path = pathText(way);
  return { ok: false, problem: { fault: located(position, path, shortFault(what)), path, ...position } };
}

/** One field that a file would change; `undefined`: not touched, so its default. */
export interface FieldChange {
  field: FieldName;
  from: FieldValue | undefined;
  to: FieldValue | undefined;
}

/** What would be different with `to` in the place of `from`, in a fixed order. */
export function changesBetween(from: SparseSettings, to: SparseSettings): FieldChange[] {
  const before: Fields = fieldsOf(from);
  const after: Fields = fieldsOf(to);
  const changes: FieldChange[] = [...new Set([...before.keys(), ...after.keys()])]
    .filter((field) => before.get(field) !== after.get(field))
    .map((field) => ({ field, from: before.get(field), to: after.get(field) }));
  // Rules that mostly last an hour are counted, not told one by one.
  const quiet = [from, to].map((values) => parseSettings(values, canonical).settings.quiet);
  if (JSON.stringify(quiet[0]) !== JSON.stringify(quiet[1]))
    changes.push({ field: "quiet", from: quiet[0]!.length, to: quiet[1]!.length });
  return changes;
}
