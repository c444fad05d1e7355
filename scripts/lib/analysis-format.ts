/**
 * The one way an analysis file is written. Formatting is a function of the value alone: keys in the order of the type,
 * lists in the order given below, small things on one line where they fit (as the project's formatter has it, which
 * must find nothing to change). `canonical(parse(file)) === file` is what the check asserts, so that two people who
 * edit the same fact produce the same bytes.
 */

/** Like `JSON.parse`'s result, with a place for every key. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Item = { [key: string]: Json };

const LINE_WIDTH = 110;

/** The order of keys, over all objects of an analysis: no key means two things in two places. */
const KEY_ORDER = [
  ...["$schema", "format", "id", "source", "title", "author", "publisher", "date", "url", "genre"],
  ...[
    "kind",
    "name",
    "from",
    "type",
    "to",
    "entity",
    "lang",
    "text",
    "case",
    "trust",
    "weight",
    "gist",
    "why",
  ],
  ...[
    "stance",
    "by",
    "passages",
    "among",
    "entities",
    "names",
    "summary",
    "aliases",
    "decoys",
    "cues",
    "for",
  ],
  ...["against", "claims", "notSameAs", "relations", "events", "ambiguities"],
];
const RANK = new Map(KEY_ORDER.map((key, rank) => [key, rank]));

/** How each list is ordered, by the key it stands under; `among` keeps its order, which means something. */
const LIST_ORDER: Readonly<Record<string, (a: Json, b: Json) => number>> = {
  aliases: by(text("lang"), text("text"), text("case"), text("trust")),
  decoys: by(text("lang"), text("text"), text("case"), text("trust")),
  names: by(text("lang"), text("text")),
  for: by(negatedWeight, text("text")),
  against: by(negatedWeight, text("text")),
  claims: by(firstPassage, text("id")),
  notSameAs: by(text("entity")),
  relations: by(text("id")),
  events: by(text("date"), text("id")),
  ambiguities: by(text("id")),
  entities: by(text("id")),
  passages: by(passageNumber, text("id")),
};

/** The canonical text of a file that holds `value`; ends with a newline. */
export function canonical(value: unknown): string {
  return `${print(arrange(value as Json, ""), "", 0)}\n`;
}

/** The same value with keys and lists in canonical order. */
function arrange(value: Json, under: string): Json {
  if (Array.isArray(value)) {
    const order = LIST_ORDER[under];
    const list = value.map((item) => arrange(item, ""));
    return order ? list.sort(order) : list;
  }
  if (value === null || typeof value !== "object") return value;
  const keys = Object.keys(value).sort((a, b) => rank(a) - rank(b) || compare(a, b));
  return Object.fromEntries(keys.map((key) => [key, arrange(value[key]!, key)]));
}

/** `used` is the width already taken on the line that the value begins on. */
function print(value: Json, indent: string, used: number): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    const flat = oneLine(value);
    if (flat !== null && used + width(flat) <= LINE_WIDTH) return flat;
    return `[\n${value.map((item) => inner + print(item, inner, inner.length + 1)).join(",\n")}\n${indent}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  const flat = isLeaf(value) ? oneLine(value) : null;
  if (flat !== null && used + width(flat) <= LINE_WIDTH) return flat;
  const lines = entries.map(([key, item]) => {
    const head = `${inner}${JSON.stringify(key)}: `;
    return head + print(item, inner, head.length + 1);
  });
  return `{\n${lines.join(",\n")}\n${indent}}`;
}

/** Only small facts go on one line: names, aliases, cues, gists. Statements keep a line for each of their parts. */
const isLeaf = (value: Item): boolean =>
  !("stance" in value) && Object.values(value).every((item) => !isObject(item));

/** The value on one line, or `null` where a part of it must not be. */
function oneLine(value: Json): string | null {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) {
    const items = value.map(oneLine);
    return items.includes(null) ? null : `[${items.join(", ")}]`;
  }
  if (!isLeaf(value)) return null;
  const items = Object.entries(value).map(([key, item]) => {
    const text = oneLine(item);
    return text === null ? null : `${JSON.stringify(key)}: ${text}`;
  });
  return items.includes(null) ? null : `{ ${items.join(", ")} }`;
}

/** Columns on a terminal: East Asian wide characters take two, combining marks none. */
function width(line: string): number {
  let columns = 0;
  for (const char of line) {
    if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(char)) continue;
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        char,
      )
        ? 2
        : 1;
  }
  return columns;
}

const isObject = (value: Json): value is Item =>
  value !== null && typeof value === "object" && !Array.isArray(value);
const rank = (key: string): number => RANK.get(key) ?? KEY_ORDER.length;
const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

type Key = (item: Json) => string | number;

function by(...keys: Key[]): (a: Json, b: Json) => number {
  return (a, b) => {
    for (const key of keys) {
      const order = compare(key(a), key(b));
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** The text under `key`, or the item itself where the list is one of plain ids. */
function text(key: string): Key {
  return (item) => (isObject(item) ? String(item[key] ?? "") : String(item));
}

function negatedWeight(item: Json): number {
  return isObject(item) ? -Number(item.weight ?? 1) : 0;
}

/** The number in `p12`, from a passage's id or from an object that is a passage. */
function passageNumber(item: Json): number {
  const id = isObject(item) ? item.id : item;
  return Number(/^p(\d+)$/.exec(String(id))?.[1] ?? 0);
}

function firstPassage(item: Json): number {
  const passages = isObject(item) ? item.passages : null;
  return Array.isArray(passages) && passages.length > 0 ? Math.min(...passages.map(passageNumber)) : 0;
}
