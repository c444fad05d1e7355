/**
 * The one order in which an analysis file is written: keys in the order of the type, lists as below. With it, and with Biome's
 * formatting, which leaves no choice in that folder, two people who edit the same fact produce the same bytes.
 */

/** Like `JSON.parse`'s result, with a place for every key. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The order of keys, over all objects of an analysis: no key means two things in two places. */
const KEYS = (
  "$schema format id languages title editor licence version date sequence placed source author publisher url genre kind name from type to entity lang text case trust apart " +
  "weight chooses gist why stance by passages among entities names summary aliases decoys cues for against claims notSameAs sameAs " +
  "relations events ambiguities speakers"
).split(" ");

type Key = (item: Json) => string | number;
const form = [text("lang"), text("text"), text("case"), text("trust")];
const cue = [(item: Json) => -Number(property(item, "weight") ?? 1), text("text")];

/** What each list is ordered by, under the key it stands under; `among` and `claims` keep their order, which means something. */
const LISTS: Readonly<Record<string, readonly Key[]>> = {
  aliases: form,
  decoys: form,
  names: form,
  for: cue,
  against: cue,
  notSameAs: [text("entity")],
  relations: [text("id")],
  events: [(item) => Number(property(item, "sequence") ?? 0), text("id")],
  ambiguities: [text("id")],
  entities: [text("id")],
  passages: [passageNumber],
  speakers: [text("en")],
};

/** The same value with keys and lists in canonical order. `under`: the key it stands under. */
export function inOrder(value: Json, under = ""): Json {
  if (Array.isArray(value)) {
    const list = value.map((item) => inOrder(item));
    return LISTS[under] ? list.sort((a, b) => compare(a, b, LISTS[under]!)) : list;
  }
  if (value === null || typeof value !== "object") return value;
  const rank = (key: string) => KEYS.indexOf(key);
  const keys = Object.keys(value).sort((a, b) => rank(a) - rank(b));
  return Object.fromEntries(keys.map((key) => [key, inOrder(value[key]!, key)]));
}

/** The JSON pointer of the first place at which `value` is not in order; `null` when it is. */
export function firstOutOfOrder(value: Json): string | null {
  return firstDifference(value, inOrder(value), "");
}

function firstDifference(is: Json, wanted: Json, at: string): string | null {
  if (JSON.stringify(is) === JSON.stringify(wanted)) return null;
  if (is === null || wanted === null || typeof is !== "object" || typeof wanted !== "object") return at;
  const keys = Object.keys(wanted);
  for (const [i, key] of Object.keys(is).entries()) {
    if (key !== keys[i]) return `${at}/${key}`;
    const inside = firstDifference(property(is, key)!, property(wanted, key)!, `${at}/${key}`);
    if (inside !== null) return inside;
  }
  return at;
}

function compare(a: Json, b: Json, keys: readonly Key[]): number {
  for (const key of keys) {
    const [x, y] = [key(a), key(b)];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

function property(item: Json, key: string): Json | undefined {
  return item !== null && typeof item === "object" ? (item as Record<string, Json>)[key] : undefined;
}

/** The text under `key`, or the item itself where the list is one of plain ids. */
function text(key: string): Key {
  return (item) => String(typeof item === "string" ? item : (property(item, key) ?? ""));
}

/** The number in `p12`, from a passage's id or from an object that is a passage. */
function passageNumber(item: Json): number {
  return Number(text("id")(item).toString().slice(1));
}
