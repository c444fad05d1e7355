/**
 * JSON, read with the place of every value: a file that is refused is refused with its line and column, the same in
 * every browser (the messages of `JSON.parse` differ, and some name no place). Stricter than the standard where leniency
 * hides something: names that occur twice, names that reach a prototype, nesting beyond reason.
 */
import type { Fault, FaultKey } from "../change/faults.ts";

export interface JsonNode {
  /** Where the value begins, in UTF-16 units of the text. */
  at: number;
  value: null | boolean | number | string | JsonNode[] | ReadonlyMap<string, JsonNode>;
}

interface JsonError {
  at: number;
  fault: Fault;
}

export type JsonResult = { ok: true; node: JsonNode } | { ok: false; error: JsonError };

const DEEPEST = 16;
const DANGEROUS = new Set(["__proto__", "constructor", "prototype"]);
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = new Map<string, null | boolean>([
  ["true", true],
  ["false", false],
  ["null", null],
]);
const ESCAPES = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

class Refused extends Error {
  readonly at: number;
  readonly fault: Fault;
  constructor(at: number, fault: Fault) {
    super();
    this.at = at;
    this.fault = fault;
  }
}

/** Reads one value, which has to be all there is. */
export function parseJson(text: string): JsonResult {
  try {
    return { ok: true, node: new Reader(text).whole() };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, error: { at: error.at, fault: error.fault } };
  }
}

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  whole(): JsonNode {
    // Editors on Windows put a mark before the text.
    if (this.text.startsWith("\ufeff")) this.at = 1;
    const node = this.node(0);
    this.space();
    if (this.at < this.text.length) throw new Refused(this.at, ["faultAfterEnd"]);
    return node;
  }

  private node(depth: number): JsonNode {
    this.space();
    const at = this.at;
    if (depth > DEEPEST) throw new Refused(at, ["faultDeep", DEEPEST]);
    const char = this.text[at];
    if (char === "{") return { at, value: this.object(depth) };
    if (char === "[") return { at, value: this.list(depth) };
    if (char === '"') return { at, value: this.string() };
    for (const [word, value] of WORDS) {
      if (!this.text.startsWith(word, at)) continue;
      this.at += word.length;
      return { at, value };
    }
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(this.text)?.[0];
    if (number === undefined) throw this.unexpected("faultWantValue");
    this.at += number.length;
    const value = Number(number);
    if (!Number.isFinite(value)) throw new Refused(at, ["faultNumber"]);
    return { at, value };
  }

  private object(depth: number): Map<string, JsonNode> {
    const members = new Map<string, JsonNode>();
    this.at++;
    if (this.takes("}")) return members;
    do {
      this.space();
      const at = this.at;
      if (this.text[at] !== '"') throw this.unexpected("faultWantName");
      const name = this.string();
      if (DANGEROUS.has(name)) throw new Refused(at, ["faultMemberName", name]);
      if (members.has(name)) throw new Refused(at, ["faultTwice", shortened(name)]);
      if (!this.takes(":")) throw this.unexpected("faultWantColon");
      members.set(name, this.node(depth + 1));
    } while (this.takes(","));
    if (!this.takes("}")) throw this.unexpected("faultWantBrace");
    return members;
  }

  private list(depth: number): JsonNode[] {
    const items: JsonNode[] = [];
    this.at++;
    if (this.takes("]")) return items;
    do items.push(this.node(depth + 1));
    while (this.takes(","));
    if (!this.takes("]")) throw this.unexpected("faultWantBracket");
    return items;
  }

  private string(): string {
    const from = this.at;
    this.at++;
    let result = "";
    for (;;) {
      const char = this.text[this.at];
      if (char === undefined) throw new Refused(from, ["faultNoEnd"]);
      if (char < " ") throw new Refused(this.at, ["faultControl"]);
      this.at++;
      if (char === '"') return result;
      result += char === "\\" ? this.escape() : char;
    }
  }

  private escape(): string {
    const at = this.at - 1;
    const char = this.text[this.at++] ?? "";
    const plain = ESCAPES.get(char);
    if (plain !== undefined) return plain;
    const digits = this.text.slice(this.at, this.at + 4);
    if (char !== "u" || !/^[0-9a-fA-F]{4}$/.test(digits)) throw new Refused(at, ["faultEscape"]);
    this.at += 4;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  private takes(char: string): boolean {
    this.space();
    if (this.text[this.at] !== char) return false;
    this.at++;
    return true;
  }

  private space(): void {
    while (this.at < this.text.length && " \t\n\r".includes(this.text[this.at]!)) this.at++;
  }

  private unexpected(wanted: FaultKey): Refused {
    const there = shortened(this.text.slice(this.at, this.at + 12));
    return new Refused(
      this.at,
      there === "" ? ["faultEndsHere", [wanted]] : ["faultStandsHere", there, [wanted]],
    );
  }
}

/** What a file holds, fit to be shown in a message: short, and without what could garble it. */
export function shortened(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "\ufffd");
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}

/** Line and column of a place in a text, both from 1. */
export function placeIn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
