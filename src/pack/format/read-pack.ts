/**
 * The door that every pack comes in by: a file that anybody may have written becomes a pack, or what is wrong with it, each
 * mistake with its place. What comes out has been rebuilt member by member, so nothing is in it that was not looked at. Time
 * and memory grow with the file, which has an end; variants are counted and never written out here.
 */
import type { Fault } from "../../settings/change/faults.ts";
import { located, pathText, shortFault } from "../../settings/file/place.ts";
import { type FilePosition, readJsonInSteps } from "../../settings/file/read-json.ts";
import { isObject, type PlainObject, property } from "../../settings/untrusted.ts";
import { atOnce, between, type Steps } from "../steps.ts";
import { PACK_FORMAT, type Pack } from "../types.ts";
import { LARGEST_FILE } from "./limits.ts";
import { type LocatedFault, Reading } from "./reading.ts";
import { checkReferences } from "./references.ts";
import { packShape, readLanguages } from "./shape.ts";

export interface PackProblem extends FilePosition {
  /** `entities[3].aliases[0].text`; empty for the file as a whole. */
  path: string;
  fault: Fault;
}

export type PackResult =
  /** The pack's variants are not written out (`expandPack` does that). */
  | { ok: true; pack: Pack }
  /** From the top of the file; `more`: how many there are besides. */
  | { ok: false; problems: PackProblem[]; more: number };

/** Total, whatever the text. */
export const readPackFile = (text: string): PackResult => atOnce(readPackInSteps(text));

/** The same in steps, of which one is longer than some milliseconds: JSON.parse, of 10 MB, takes as much as all others together. */
export function* readPackInSteps(text: string): Steps<PackResult> {
  const unreadable = sizeFault(text) ?? encodingFault(text);
  if (unreadable) return refused({ line: 1, column: 1 }, unreadable);
  const json = yield* between(0, 0.5, readJsonInSteps(text));
  if (!json.ok) return refused(json.position, shortFault(json.fault));
  yield 0.5;
  const at = new Reading();
  const pack = yield* between(0.5, 1, packIn(json.value, at));
  if (pack && at.sound) return { ok: true, pack };
  return { ok: false, problems: inOrder(at.problems, json.positionsOf), more: at.more };
}

/** The whole of a problem as one sentence: "Line 3, column 9 (editor): “editor” is missing." */
export const problemFault = ({ path, fault, ...position }: PackProblem): Fault =>
  located(position, path, fault);

function* packIn(value: unknown, at: Reading): Steps<Pack | undefined> {
  if (!isObject(value)) return at.tell(["faultPackFormat", PACK_FORMAT]);
  const fault = formatFault(value);
  if (fault) return at.tell(fault, ...(Object.hasOwn(value, "format") ? ["format"] : []));
  // For editors, who complete what they write by it.
  const { $schema: _, ...members } = value;
  // What is wrong with them is told when they come up.
  const languages = readLanguages(property(value, "languages"), new Reading());
  const known = languages?.every((language) => language !== undefined) ? languages : null;
  const pack = packShape(known)(members, at);
  yield* at.rest();
  if (pack && at.sound) yield* checkReferences(pack, at);
  return pack;
}

function formatFault(value: PlainObject): Fault | null {
  const format = property(value, "format");
  if (format === PACK_FORMAT) return null;
  if (property(value, "sidelight") !== undefined) return ["faultPackSettings"];
  const numbered = typeof format === "string" ? /^sidelight-pack\/([1-9]\d{0,3})$/.exec(format) : null;
  if (numbered) return ["faultPackNewer", format as string];
  // As one file of an analysis that is edited as a folder has it.
  if (format === 1) return ["faultPackPart", PACK_FORMAT];
  return ["faultPackFormat", PACK_FORMAT];
}

function sizeFault(text: string): Fault | null {
  return isLarger(text, LARGEST_FILE) ? ["faultPackTooLarge", LARGEST_FILE / 1_000_000] : null;
}

/** Whether the text has more than `most` bytes in UTF-8. */
function isLarger(text: string, most: number): boolean {
  if (text.length > most) return true;
  if (3 * text.length <= most) return false;
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Each half of a surrogate pair stands for two of its four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit & 0xf800) === 0xd800 ? 2 : 3;
  }
  return bytes > most;
}

/** UTF-16 read as UTF-8 has a NUL beside every letter of the syntax; behind a byte order mark, U+FFFD. */
const encodingFault = (text: string): Fault | null =>
  /^[\ufffd\ufffe]|\0/.test(text.slice(0, 100)) ? ["faultPackEncoding"] : null;

const refused = (position: FilePosition, fault: Fault): PackResult => ({
  ok: false,
  problems: [{ path: "", ...position, fault }],
  more: 0,
});

/** A person mends a file from the top. */
function inOrder(
  faults: readonly LocatedFault[],
  positionsOf: (paths: readonly LocatedFault["path"][]) => FilePosition[],
): PackProblem[] {
  const positions = positionsOf(faults.map(({ path }) => path));
  return faults
    .map(({ path, fault }, i) => ({ path: pathText(path), ...positions[i]!, fault }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}
