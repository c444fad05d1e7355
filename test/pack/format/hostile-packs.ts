/**
 * Files that somebody hostile, or only careless, could hand in as a pack, and what must hold of each: it is refused with
 * places that exist and sentences that there are, or what is taken has nothing in it that was not looked at.
 */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { messagesIn } from "../../../scripts/lib/messages.ts";
import { inRoot } from "../../../scripts/lib/paths.ts";
import { MOST_PROBLEMS } from "../../../src/pack/format/limits.ts";
import { problemFault, readPackFile } from "../../../src/pack/format/read-pack.ts";
import { atOnce } from "../../../src/pack/steps.ts";
import type { Fault } from "../../../src/settings/change/faults.ts";
import { readJson, readJsonInSteps } from "../../../src/settings/file/read-json.ts";
import { samplePack } from "./samples.ts";

const schema = JSON.parse(readFileSync(inRoot("assets/pack.schema.json"), "utf8"));
export const validate = new Ajv2020({ allErrors: false, strict: true, strictTypes: false }).compile(schema);

/** Each is in some place what nobody expects there. */
const VALUES: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e21, 1e308, "", " ", "x", [], {}, [[]], [null], { length: 3 }],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "p0",
    "p1",
    "tea-rose",
    "Q1",
    "en",
    "mul",
    "xx-XX",
  ],
  ...[
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "http://[::1]/",
    "https://a@b/",
    "data:text/html,x",
  ],
  ...[
    "\u202etxt",
    "a\u200bb",
    "a\u00adb",
    "\ud800",
    "a\udc00",
    "\0",
    "a\tb",
    "\ufeff",
    "\ufffd",
    "گ\u200c",
    "\u2067a",
  ],
  ...[
    "{",
    "}",
    "{a,{b}}",
    "{,}",
    "{a,b}".repeat(9),
    "{a,b}".repeat(70),
    "{a,b,c,d,e,f,g,h}".repeat(20),
    ",".repeat(300),
  ],
  ...[
    "a".repeat(121),
    "a".repeat(501),
    "語".repeat(400),
    "a\u0301".repeat(200),
    "2026-13-01",
    "2026-02-29",
    "9999",
  ],
  ...[Array(30).fill("en"), Array(2_500).fill({ text: "{a,b}".repeat(10), lang: "en" })],
];
/** In the place of members that there are, or beside them. */
const NAMES = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "text",
  "id",
  "lang",
  "",
  "x".repeat(5_000),
  "\u202e",
];

interface Step {
  /** Which of the places in the file, of all that there are then: 0 to 1. */
  place: number;
  change: "replace" | "delete" | "rename" | "twice" | "copy";
  value: unknown;
  name: string;
}

const fraction = fc.integer({ min: 0, max: 999 }).map((n) => n / 1000);
const step: fc.Arbitrary<Step> = fc.record({
  place: fraction,
  change: fc.constantFrom<Step["change"][]>(
    "replace",
    "replace",
    "replace",
    "delete",
    "rename",
    "twice",
    "copy",
  ),
  value: fc.oneof(fc.constantFrom(...VALUES), fc.jsonValue(), fc.string({ unit: "binary" })),
  name: fc.constantFrom(...NAMES),
});

/** A change of the text itself. */
interface Cut {
  at: number;
  kind: "none" | "truncate" | "insert" | "remove" | "mark" | "utf16" | "deep" | "comment";
  text: string;
}
const cut: fc.Arbitrary<Cut> = fc.record({
  at: fraction,
  kind: fc.constantFrom<Cut["kind"][]>(
    ...Array<Cut["kind"]>(12).fill("none"),
    ...(["truncate", "insert", "remove", "mark", "utf16", "deep", "comment"] as const),
  ),
  text: fc.oneof(
    fc.constantFrom(
      '"',
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      "\\",
      "\\u12",
      "\0",
      "\n",
      "1e999",
      "NaN",
      "'",
      "\ud800",
    ),
    fc.string({ unit: "binary", maxLength: 8 }),
  ),
});

export const hostileFile: fc.Arbitrary<string> = fc
  .tuple(fc.array(step, { maxLength: 4 }), cut)
  .map(([steps, change]) => changedText(steps.reduce(changedValue, JSON.stringify(samplePack())), change));

type Holder = { parent: Record<string | number, unknown>; key: string | number };

/** The file with one change; as text again, for a name may be there twice. */
function changedValue(file: string, { place, change, value, name }: Step): string {
  let pack: unknown;
  try {
    pack = JSON.parse(file);
  } catch {
    return file;
  }
  const places = [...holdersIn(pack)];
  const at = places[Math.floor(place * places.length)];
  if (!at) return file;
  const { parent, key } = at;
  if (change === "replace") set(parent, key, value);
  else if (change === "delete") Array.isArray(parent) ? parent.splice(key as number, 1) : delete parent[key];
  else if (change === "rename") set(parent, Array.isArray(parent) ? key : name, parent[key]);
  else if (change === "copy" && Array.isArray(parent)) parent.push(parent[key]);
  const text = JSON.stringify(pack);
  if (change !== "twice" || typeof key !== "string") return text;
  const member = `${JSON.stringify(key)}:`;
  return text.replace(member, `${member}0,${member}`);
}

/** As JSON would have it: own, whatever the name. */
const set = (parent: object, key: string | number, value: unknown) =>
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });

function* holdersIn(value: unknown): Generator<Holder> {
  if (typeof value !== "object" || value === null) return;
  for (const key of Object.keys(value)) {
    const parent = value as Holder["parent"];
    yield { parent, key: Array.isArray(value) ? Number(key) : key };
    yield* holdersIn(parent[key]);
  }
}

function changedText(file: string, { at, kind, text }: Cut): string {
  const place = Math.floor(at * file.length);
  if (kind === "truncate") return file.slice(0, place);
  if (kind === "insert") return file.slice(0, place) + text + file.slice(place);
  if (kind === "remove") return file.slice(0, place) + file.slice(place + 1 + text.length);
  if (kind === "mark") return `\ufeff${file}`;
  if (kind === "utf16") return Buffer.from(`\ufeff${file}`, "utf16le").toString("utf8");
  if (kind === "deep") return file.replace(/:/, `:${"[".repeat(20_000)}`);
  if (kind === "comment") return `/* a pack */ ${file}`;
  return file;
}

/** What a schema cannot see: what hangs together over the whole file, and what is counted. */
const BEYOND_SCHEMA =
  /^fault(?:Twice|MemberName|Pack(?:NoEntity|NoPassage|NoLanguage|Original|Self|Editor|ManyNames|Form|Brace|Joiner))/;
const isBeyondSchema = ([key, sign]: Fault): boolean =>
  BEYOND_SCHEMA.test(key) || (key === "faultPackLetter" && /^U\+206[6-9]/.test(String(sign)));

/** @throws {Error} saying what does not hold of the file; answers whether it was taken */
export function checkFile(text: string): boolean {
  expectThat(
    JSON.stringify(atOnce(readJsonInSteps(text))) === JSON.stringify(readJson(text)),
    "read in steps, another JSON than at once",
  );
  const result = readPackFile(text);
  if (result.ok) {
    // Nothing that another reader of the format would not take, and nothing but what JSON can say.
    expectThat(validate(result.pack), `taken, though ${JSON.stringify(validate.errors?.[0])}`);
    expectThat(isPlain(result.pack), "taken with more than plain data");
    const again = readPackFile(JSON.stringify(result.pack));
    expectThat(
      again.ok && JSON.stringify(again.pack) === JSON.stringify(result.pack),
      "not the same read again",
    );
    return true;
  }
  const { problems } = result;
  expectThat(problems.length > 0 && problems.length <= MOST_PROBLEMS, `${problems.length} problems`);
  // As editors count them.
  const lines = text.split(/\r\n|\r|\n/);
  for (const problem of problems) {
    const { line, column, fault } = problem;
    expectThat(
      column >= 1 && column <= (lines[line - 1]?.length ?? -1) + 1,
      `no line ${line}, column ${column}`,
    );
    expectThat(isSaid(problemFault(problem)), `unsaid: ${fault}`);
    expectThat(JSON.stringify(problem).length < 2_000, "a problem as long as a file");
  }
  const value = parsed(text);
  const isShape =
    problems.some(({ path }) => path !== "") && !problems.some(({ fault }) => isBeyondSchema(fault));
  if (value !== undefined && isShape)
    expectThat(!validate(value), `refused by the door alone: ${JSON.stringify(problems[0])}`);
  return false;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}

const english = messagesIn("en");

/** The sentence is there, and has a place for each thing that it is given. */
function isSaid([key, ...places]: Fault): boolean {
  const wanted = new Set(english(key, ["$1", "$2", "$3", "$4"]).match(/\$\d/g));
  const isFilled = english(key) !== "" && wanted.size === places.length;
  return isFilled && places.every((place) => typeof place !== "object" || isSaid(place));
}

function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return typeof value !== "undefined";
  const prototype = Array.isArray(value) ? Array.prototype : Object.prototype;
  return Object.getPrototypeOf(value) === prototype && Object.values(value).every(isPlain);
}

function expectThat(holds: unknown, what: string): asserts holds {
  if (!holds) throw new Error(what);
}
