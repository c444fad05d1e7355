/**
 * Settings field by field, each with the time of its last change: what lets two browsers of one reader merge what was
 * changed in each, whatever the order in which they hear of each other. A kind, a muted entity, a site, which of two is meant
 * on one, an own name, how a pack is used, and which entities of two packs are one are fields of their own. A field that was never touched has no stamp, so a default is never handed on.
 */
import { defaults, ENTITY_KINDS } from "../defaults.ts";
import { SCALAR_KEYS } from "../fields.ts";
import { LISTS } from "../lists.ts";
import { canonical, parseSettings, type SparseSettings } from "../parse.ts";
import type { MeantRule } from "../types.ts";
import { isObject, property } from "../untrusted.ts";

/** `theme`, `kinds place`, `muted ttp`, `sites example.org`, `meant example.org daesh ttp`, `aliases ttp Some Name`, `packs my-pack`, `same my-pack/isis daesh`. */
export type FieldName = string;
export type FieldValue = boolean | number | string;
export type Fields = ReadonlyMap<FieldName, FieldValue>;

/** Milliseconds since 1970, pushed on where the clock stands still or goes back: a later change has a larger stamp. */
export type Stamps = ReadonlyMap<FieldName, number>;

/** A field as it is handed on: `value` is absent where the reader has taken it back. */
export interface Entry {
  stamp: number;
  value?: FieldValue;
}
export type Entries = ReadonlyMap<FieldName, Entry>;

/** Later than any clock that is merely wrong; a stamp beyond is damage, and would win for ever. */
const LAST_STAMP = Date.UTC(2200, 0);
/** Of fields that were taken back, so many are remembered. */
const MOST_REMOVED = 1000;

/** These belong to one browser. */
const LOCAL_FIELDS: ReadonlySet<string> = new Set(["sync", "pausedUntil"]);

/** Likewise: most of these last an hour. */
const LOCAL_LISTS: ReadonlySet<string> = new Set(["quiet"]);

export function isStamp(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value < LAST_STAMP;
}

/** The fields of sparse settings that are valid, in a fixed order. */
export function fieldsOf(values: SparseSettings): Fields {
  const { settings } = parseSettings(values, canonical);
  const fields = new Map<FieldName, FieldValue>();
  for (const key of SCALAR_KEYS) if (property(values, key) === settings[key]) fields.set(key, settings[key]);
  const kinds = property(values, "kinds");
  for (const kind of ENTITY_KINDS)
    if (property(kinds, kind) === settings.kinds[kind]) fields.set(`kinds ${kind}`, settings.kinds[kind]);
  for (const entity of settings.muted) fields.set(`muted ${entity}`, true);
  for (const { pattern, mark } of settings.sites) fields.set(`sites ${pattern}`, mark);
  // Of the two, the one that is meant.
  for (const rule of settings.meant) fields.set(`meant ${LISTS.meant.nameOf(rule)}`, rule.entity);
  for (const { entity, text, sites } of settings.aliases)
    fields.set(`aliases ${entity} ${text}`, sites?.join(" ") ?? true);
  // "on 0", "off 2 =wavy example.org": no site begins so.
  for (const { id, on, sites = [], style, place } of settings.packs)
    fields.set(
      `packs ${id}`,
      [on ? "on" : "off", place, ...(style ? [`=${style}`] : []), ...sites].join(" "),
    );
  for (const rule of settings.same) fields.set(`same ${LISTS.same.nameOf(rule)}`, true);
  return fields;
}

/** `values` with these fields changed, `undefined` taking one away. What is not valid is left out; unknown keys stay. */
export function withFields(
  values: SparseSettings,
  changes: ReadonlyMap<FieldName, FieldValue | undefined>,
): SparseSettings {
  const fields = new Map<FieldName, FieldValue | undefined>([...fieldsOf(values), ...changes]);
  const result: SparseSettings = { ...values };
  for (const key of Object.keys(defaults)) if (!LOCAL_LISTS.has(key)) delete result[key];
  const kinds: Record<string, FieldValue> = {};
  const muted: string[] = [];
  const sites: unknown[] = [];
  const meant: unknown[] = [];
  const aliases: unknown[] = [];
  const packs: unknown[] = [];
  const same: unknown[] = [];
  for (const [name, value] of fields) {
    if (value === undefined) continue;
    const [key, part, rest] = split(name);
    if (part === "") result[key] = value;
    else if (key === "kinds") kinds[part] = value;
    else if (key === "muted") muted.push(part);
    else if (key === "sites") sites.push({ pattern: part, mark: value });
    else if (key === "meant")
      meant.push({ site: part, entity: value, instead: rest.split(" ").find((one) => one !== value) });
    else if (key === "aliases")
      // A name's value is `true`, or the sites it is kept to, with a space between.
      aliases.push({
        entity: part,
        text: rest,
        ...(typeof value === "string" && { sites: value.split(" ") }),
      });
    else if (key === "same") same.push({ entity: part, other: rest });
    else if (key === "packs" && typeof value === "string") {
      const [on, place, ...rest] = value.split(" ");
      const style = rest[0]?.startsWith("=") ? rest.shift()!.slice(1) : undefined;
      const use = { id: part, on: on === "on", place: Number(place) };
      packs.push({ ...use, ...(rest.length > 0 && { sites: rest }), ...(style && { style }) });
    }
  }
  if (Object.keys(kinds).length > 0) result.kinds = kinds;
  if (muted.length > 0) result.muted = muted.sort();
  if (sites.length > 0) result.sites = sites;
  if (meant.length > 0) result.meant = meant;
  if (aliases.length > 0) result.aliases = aliases;
  if (packs.length > 0) result.packs = packs;
  if (same.length > 0) result.same = same;
  return result;
}

function split(name: FieldName): [key: string, part: string, rest: string] {
  const [key = "", part = "", ...rest] = name.split(" ");
  return [key, part, rest.join(" ")];
}

/** Stamps rebuilt from untrusted input. */
export function readStamps(raw: unknown): Map<FieldName, number> {
  const stamps = new Map<FieldName, number>();
  if (isObject(raw))
    for (const [name, stamp] of Object.entries(raw)) if (isStamp(stamp)) stamps.set(name, stamp);
  return stamps;
}

/**
 * The stamps that a record has. What stands in its lists and is no field (beyond what a list may have, or not valid) has none:
 * it was not taken back, and nobody is to be told so.
 */
export function stampsIn(values: SparseSettings, raw: unknown): Map<FieldName, number> {
  const stamps = readStamps(raw);
  const fields = fieldsOf(values);
  for (const name of namesIn(values)) if (!fields.has(name)) stamps.delete(name);
  return stamps;
}

/** The names of what stands in the lists of a record, valid or not. */
function* namesIn(values: SparseSettings): Generator<FieldName> {
  for (const [key, ...parts] of LISTED) {
    const list = property(values, key);
    for (const item of Array.isArray(list) ? (list as unknown[]) : []) {
      const named = parts.length === 0 ? [item] : parts.map((part) => isObject(item) && property(item, part));
      if (!named.every((part) => typeof part === "string")) continue;
      yield [key, ...(key === "meant" ? [LISTS.meant.nameOf(item as MeantRule)] : named)].join(" ");
    }
  }
}

/** The lists that are handed on, each with what of an item names its field. */
const LISTED = [
  ["muted"],
  ["sites", "pattern"],
  ["meant", "site", "entity", "instead"],
  ["aliases", "entity", "text"],
  ["packs", "id"],
  ["same", "entity", "other"],
] as const;

/** The stamps after a change from `before` to `after`: every field that differs gets one larger than all there are. */
export function stampChanges(stamps: Stamps, before: Fields, after: Fields, now: number): Stamps {
  let latest = 0;
  for (const stamp of stamps.values()) latest = Math.max(latest, stamp);
  const stamp = Math.min(Math.max(now, latest + 1), LAST_STAMP - 1);
  const next = new Map(stamps);
  for (const name of new Set([...before.keys(), ...after.keys()]))
    if (before.get(name) !== after.get(name)) next.set(name, stamp);
  return forgetful(next, after);
}

/** Without the oldest of those that were taken back, where they are too many. */
function forgetful(stamps: Map<FieldName, number>, fields: Fields): Stamps {
  const removed = [...stamps].filter(([name]) => !fields.has(name));
  removed.sort(([, a], [, b]) => b - a);
  for (const [name] of removed.slice(MOST_REMOVED)) stamps.delete(name);
  return stamps;
}

/** What a browser hands on: every field that was touched, and nothing else. */
export function entriesOf(fields: Fields, stamps: Stamps): Map<FieldName, Entry> {
  const entries = new Map<FieldName, Entry>();
  for (const name of new Set([...fields.keys(), ...stamps.keys()])) {
    if (LOCAL_FIELDS.has(name)) continue;
    const value = fields.get(name);
    entries.set(name, { stamp: stamps.get(name) ?? 0, ...(value === undefined ? {} : { value }) });
  }
  return entries;
}

/**
 * Whether `a` counts rather than `b`: the later one. Of two with one stamp every browser has to choose the same, so
 * the order of their texts decides.
 */
export function isLater(a: Entry, b: Entry): boolean {
  if (a.stamp !== b.stamp) return a.stamp > b.stamp;
  return String(a.value) > String(b.value);
}

/** Whether an entry from elsewhere is a field that there is, with a value that it may have. */
export function isValidEntry(name: FieldName, { value }: Entry): boolean {
  if (LOCAL_FIELDS.has(name)) return false;
  const [key, part] = split(name);
  if (!Object.hasOwn(defaults, key) || (part === "") !== SCALAR_KEYS.some((each) => each === key))
    return false;
  if (value === undefined) return true;
  return fieldsOf(withFields({}, new Map([[name, value]]))).get(name) === value;
}
