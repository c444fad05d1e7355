/**
 * JSON, read with the place of every value: a file that is refused is refused with its line and column, the same in
 * every browser (the messages of `JSON.parse` differ, and some name no place). Stricter than the standard where leniency
 * hides something: names that occur twice, names that reach a prototype, nesting beyond reason.
 */

export interface JsonNode {
  /** Where the value begins, in UTF-16 units of the text. */
  at: number;
  value: null | boolean | number | string | JsonNode[] | ReadonlyMap<string, JsonNode>;
}

export interface JsonError {
  at: number;
  message: string;
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
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

/** Reads one value, which has to be all there is. */
export function parseJson(text: string): JsonResult {
  try {
    return { ok: true, node: new Reader(text).whole() };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, error: { at: error.at, message: error.message } };
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
    if (this.at < this.text.length) throw new Refused(this.at, "something follows after the end");
    return node;
  }

  private node(depth: number): JsonNode {
    this.space();
    const at = this.at;
    if (depth > DEEPEST) throw new Refused(at, `nested more than ${DEEPEST} deep`);
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
    if (number === undefined) throw this.unexpected("a value");
    this.at += number.length;
    const value = Number(number);
    if (!Number.isFinite(value)) throw new Refused(at, "a number too large");
    return { at, value };
  }

  private object(depth: number): Map<string, JsonNode> {
    const members = new Map<string, JsonNode>();
    this.at++;
    if (this.takes("}")) return members;
    do {
      this.space();
      const at = this.at;
      if (this.text[at] !== '"') throw this.unexpected("a name in quotation marks");
      const name = this.string();
      if (DANGEROUS.has(name)) throw new Refused(at, `“${name}” is not allowed as a name`);
      if (members.has(name)) throw new Refused(at, `“${shortened(name)}” occurs twice`);
      if (!this.takes(":")) throw this.unexpected("a colon");
      members.set(name, this.node(depth + 1));
    } while (this.takes(","));
    if (!this.takes("}")) throw this.unexpected("a comma or a closing brace");
    return members;
  }

  private list(depth: number): JsonNode[] {
    const items: JsonNode[] = [];
    this.at++;
    if (this.takes("]")) return items;
    do items.push(this.node(depth + 1));
    while (this.takes(","));
    if (!this.takes("]")) throw this.unexpected("a comma or a closing bracket");
    return items;
  }

  private string(): string {
    const from = this.at;
    this.at++;
    let result = "";
    for (;;) {
      const char = this.text[this.at];
      if (char === undefined) throw new Refused(from, "a text without an end");
      if (char < " ") throw new Refused(this.at, "a control character within a text");
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
    if (char !== "u" || !/^[0-9a-fA-F]{4}$/.test(digits))
      throw new Refused(at, "an escape that there is not");
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

  private unexpected(wanted: string): Refused {
    if (this.at >= this.text.length) return new Refused(this.at, `the file ends where ${wanted} should be`);
    return new Refused(
      this.at,
      `“${shortened(this.text.slice(this.at, this.at + 12))}” where ${wanted} should be`,
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
