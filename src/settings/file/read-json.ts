/**
 * JSON, read with the position of every value: a file that is refused is refused with its line and column, the same in
 * every browser (the messages of `JSON.parse` differ, and some name no position). Stricter than the standard where leniency
 * hides something: names that occur twice, names that reach a prototype, nesting beyond reason.
 */
import { createScanner, type JSONVisitor, printParseErrorCode, visit } from "jsonc-parser";
import type { Fault, FaultKey } from "../change/faults.ts";
import type { Path } from "../untrusted.ts";

/** Both from 1, the column in UTF-16 code units. */
export interface FilePosition {
  line: number;
  column: number;
}

export type JsonResult =
  /** `positionsOf`: of a value that the file does not have, the position of what it would be in. */
  | { ok: true; value: unknown; positionsOf(paths: readonly Path[]): FilePosition[] }
  | { ok: false; position: FilePosition; fault: Fault };

/** Reads one value, which has to be all there is. */
export function readJson(file: string): JsonResult {
  // Editors on Windows put a mark before the text.
  const text = file.replace(/^\ufeff/, "");
  return judged(text) ?? readSound(text);
}

/**
 * The same in steps of some milliseconds, each of which tells how far it has come, of 1. Two are longer: of a file that is right,
 * the engine's own reading; of one that is not, the search for its first mistake.
 */
export function* readJsonInSteps(file: string): Generator<number, JsonResult> {
  const text = file.replace(/^\ufeff/, "");
  const isSound = yield* looksSound(text);
  yield 1;
  if (isSound) {
    try {
      return readSound(text);
    } catch {
      // What stands where is no JSON: the place is to be told.
    }
  }
  return judged(text) ?? readSound(text);
}

const readSound = (text: string): JsonResult => ({
  ok: true,
  value: JSON.parse(text),
  positionsOf: (paths) => positionsIn(text, paths),
});

/** What is wrong first; `null` for nothing. */
function judged(text: string): JsonResult | null {
  try {
    visit(text, checksOf(text), { disallowComments: true });
    return null;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, position: error.position, fault: error.fault };
  }
}

/** So many tokens are a step. */
const STEP = 20_000;
/** By jsonc-parser's numbers, which are constants of its types alone. */
const TOKEN = {
  ...{ openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4 },
  ...{ colon: 6, text: 10, number: 11, end: 17 },
} as const;

/**
 * Whether what `checksOf` looks for besides the grammar is not in it, for sure, as far as it is JSON at all; where this is in
 * doubt, `judged` knows. That reads all at a stretch, so it is asked only then.
 */
function* looksSound(text: string): Generator<number, boolean> {
  const scanner = createScanner(text, true);
  const open: (Set<string> | null)[] = [];
  let last = "";
  let count = 0;
  for (let token: number = scanner.scan(); token !== TOKEN.end; token = scanner.scan()) {
    if (++count % STEP === 0) yield scanner.getPosition() / text.length;
    if (scanner.getTokenError() !== 0 || open.length > DEEPEST + 1) return false;
    if (token === TOKEN.openBrace) open.push(new Set());
    else if (token === TOKEN.openBracket) open.push(null);
    else if (token === TOKEN.closeBrace || token === TOKEN.closeBracket) open.pop();
    else if (token === TOKEN.text) last = scanner.getTokenValue();
    else if (token === TOKEN.colon) {
      const names = open.at(-1);
      if (!names || DANGEROUS.has(last) || names.has(last)) return false;
      names.add(last);
    } else if (token === TOKEN.number && !Number.isFinite(Number(scanner.getTokenValue()))) return false;
  }
  return true;
}

class Refused extends Error {
  readonly position: FilePosition;
  readonly fault: Fault;
  constructor(position: FilePosition, fault: Fault) {
    super();
    this.position = position;
    this.fault = fault;
  }
}

const DEEPEST = 16;
const DANGEROUS = new Set(["__proto__", "constructor", "prototype"]);
/** What would have been right, by jsonc-parser's name of what is wrong; else a value. */
const WANTED: Readonly<Record<string, FaultKey>> = {
  PropertyNameExpected: "faultWantName",
  ColonExpected: "faultWantColon",
  CloseBraceExpected: "faultWantBrace",
  CloseBracketExpected: "faultWantBracket",
};
/** What is wrong within a text in quotation marks. */
const IN_TEXT: Readonly<Record<string, FaultKey>> = {
  InvalidCharacter: "faultControl",
  InvalidUnicode: "faultEscape",
  InvalidEscapeCharacter: "faultEscape",
};
/** As much of a text in quotation marks as is right. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be in it.
const RIGHT_TEXT = /"(?:[^"\\\0-\x1f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y;

const at = (line: number, column: number): FilePosition => ({ line: line + 1, column: column + 1 });

/** Throws `Refused` at the first thing that is wrong. */
function checksOf(text: string): JSONVisitor {
  /** What is open around the position that is being read: the names so far in an object, `null` for a list. */
  const open: (Set<string> | null)[] = [];
  const begin = (line: number, column: number) => {
    if (open.length > DEEPEST) throw new Refused(at(line, column), ["faultDeep", DEEPEST]);
  };
  const end = () => void open.pop();
  return {
    onObjectBegin(_offset, _length, line, column) {
      begin(line, column);
      open.push(new Set());
    },
    onArrayBegin(_offset, _length, line, column) {
      begin(line, column);
      open.push(null);
    },
    onObjectEnd: end,
    onArrayEnd: end,
    onObjectProperty(name, _offset, _length, line, column) {
      if (DANGEROUS.has(name)) throw new Refused(at(line, column), ["faultMemberName", name]);
      if (open.at(-1)?.has(name)) throw new Refused(at(line, column), ["faultTwice", name]);
      open.at(-1)?.add(name);
    },
    onLiteralValue(value, _offset, _length, line, column) {
      begin(line, column);
      if (Math.abs(value) === Number.POSITIVE_INFINITY) throw new Refused(at(line, column), ["faultNumber"]);
    },
    onError(code, offset, length, line, column) {
      const error = printParseErrorCode(code);
      RIGHT_TEXT.lastIndex = offset;
      const right = IN_TEXT[error] ? RIGHT_TEXT.exec(text)![0].length : 0;
      throw new Refused(
        at(line, column + right),
        faultOf(error, text.slice(offset, offset + length), open.at(-1)),
      );
    },
  };
}

/** A value whose position is asked for, or one that has such a value in it. */
interface Wanted {
  position?: FilePosition;
  below: Map<string | number, Wanted>;
}

/** Where the values at these paths begin. Of a large file few positions are ever asked for, so none are kept while it is checked. */
function positionsIn(text: string, paths: readonly Path[]): FilePosition[] {
  const root: Wanted = { position: { line: 1, column: 1 }, below: new Map() };
  for (const path of paths) {
    let wanted = root;
    for (const step of path) {
      const next = wanted.below.get(step) ?? { below: new Map() };
      wanted.below.set(step, next);
      wanted = next;
    }
  }
  const note = (line: number, column: number, path: Path): boolean => {
    let wanted: Wanted | undefined = root;
    for (const step of path) wanted = wanted?.below.get(step);
    if (wanted) wanted.position = at(line, column);
    // Nothing is asked of what is in it: it is passed over.
    return (wanted?.below.size ?? 0) > 0;
  };
  visit(text, {
    onObjectBegin: (_offset, _length, line, column, path) => note(line, column, path()),
    onArrayBegin: (_offset, _length, line, column, path) => note(line, column, path()),
    // Without these, jsonc-parser never finds the end of what it was told to pass over.
    onObjectEnd() {},
    onArrayEnd() {},
    onLiteralValue: (_value, _offset, _length, line, column, path) => void note(line, column, path()),
  });
  return paths.map((path) => {
    let position = root.position!;
    let wanted: Wanted | undefined = root;
    for (const step of path) {
      wanted = wanted?.below.get(step);
      position = wanted?.position ?? position;
    }
    return position;
  });
}

/** @param there what stands there; nothing at the end of the file */
function faultOf(error: string, there: string, inside: Set<string> | null | undefined): Fault {
  if (error === "InvalidSymbol" || error === "InvalidCommentToken") return ["faultHasNo", there];
  if (error === "EndOfFileExpected") return ["faultAfterEnd"];
  if (error === "UnexpectedEndOfString") return ["faultNoEnd"];
  const inText = IN_TEXT[error];
  if (inText) return [inText];
  const missing =
    error === "CommaExpected" ? (inside ? "CloseBraceExpected" : "CloseBracketExpected") : error;
  const wanted: Fault = [WANTED[missing] ?? "faultWantValue"];
  return there === "" ? ["faultEndsHere", wanted] : ["faultStandsHere", there, wanted];
}
