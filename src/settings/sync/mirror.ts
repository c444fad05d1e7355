/**
 * The settings as `storage.sync` holds them: entries (stamps.ts) in items `settings.0`, `settings.1`, …, within the
 * quotas of both browsers. The home of settings is this browser's own storage; what does not fit here is only not handed on.
 */
import { migrate, VERSION } from "../migrations.ts";
import { isObject, type PlainObject, property } from "../untrusted.ts";
import {
  type Entries,
  type Entry,
  type FieldName,
  fieldsOf,
  isLater,
  isStamp,
  isValidEntry,
  withFields,
} from "./stamps.ts";

const ITEM = /^settings\.\d{1,3}$/;

/** Bytes: both browsers allow 8,192 an item and 102,400 in all, the key counted; some are left for other items. */
const ITEM_BYTES = 8_000;
const TOTAL_BYTES = 100_000;

export interface Mirror {
  entries: Entries;
  /** Written in part by a newer version: read as far as it is valid, not to be written to. */
  newer: boolean;
}

/** Reads what `storage.sync.get(null)` answered. Total: what is not valid is left out. */
export function readMirror(items: unknown): Mirror {
  const entries = new Map<FieldName, Entry>();
  let newer = false;
  if (!isObject(items)) return { entries, newer };
  for (const key of Object.keys(items).filter(isMirrorKey)) {
    const item = property(items, key);
    if (!isObject(item)) continue;
    const version = property(item, "version");
    const raw = property(item, "entries");
    if (typeof version !== "number" || !isObject(raw)) continue;
    newer ||= version > VERSION;
    for (const [name, entry] of upToDate(readEntries(raw), version)) {
      const known = entries.get(name);
      if (isValidEntry(name, entry) && (known === undefined || isLater(entry, known)))
        entries.set(name, entry);
    }
  }
  return { entries, newer };
}

export function isMirrorKey(key: string): boolean {
  return ITEM.test(key);
}

function readEntries(raw: PlainObject): Map<FieldName, Entry> {
  const entries = new Map<FieldName, Entry>();
  for (const [name, pair] of Object.entries(raw)) {
    if (!Array.isArray(pair) || !isStamp(pair[0])) continue;
    const value: unknown = pair[1];
    if (value === undefined) entries.set(name, { stamp: pair[0] });
    else if (typeof value === "boolean" || typeof value === "number" || typeof value === "string")
      entries.set(name, { stamp: pair[0], value });
  }
  return entries;
}

/** Entries of an earlier version, by way of the settings that they are. A field that is new has the stamp of the latest. */
function upToDate(entries: Map<FieldName, Entry>, version: number): Map<FieldName, Entry> {
  if (version >= VERSION) return entries;
  const values = withFields({}, new Map([...entries].map(([name, { value }]) => [name, value])));
  const latest = Math.max(0, ...[...entries.values()].map(({ stamp }) => stamp));
  const fields = fieldsOf(migrate(values, version));
  return new Map(
    [...fields].map(([name, value]) => [name, { stamp: entries.get(name)?.stamp ?? latest, value }]),
  );
}

export interface Packed {
  items: Record<string, PlainObject>;
  /** Settings that do not fit. Fields that were taken back are not counted: they merely have to be remembered. */
  leftOut: number;
}

/** The items for these entries. Values go before what was taken back, the short before the long, the new before the old. */
export function packMirror(entries: Entries): Packed {
  const items: Record<string, PlainObject> = {};
  const overhead = bytesOf(JSON.stringify({ version: VERSION, entries: {} })) + "settings.00".length;
  let room = TOTAL_BYTES;
  let number = 0;
  let current: Record<string, unknown> = {};
  let size = overhead;
  let leftOut = 0;
  const close = () => {
    if (Object.keys(current).length === 0) return;
    items[`settings.${number++}`] = { version: VERSION, entries: current };
    room -= size;
    current = {};
    size = overhead;
  };
  for (const [name, { stamp, value }] of [...entries].sort(byWeight)) {
    const pair = value === undefined ? [stamp] : [stamp, value];
    const bytes = bytesOf(JSON.stringify(name)) + bytesOf(JSON.stringify(pair)) + 2;
    if (size + bytes > ITEM_BYTES) close();
    if (size + bytes > Math.min(room, ITEM_BYTES)) {
      if (value !== undefined) leftOut++;
      continue;
    }
    current[name] = pair;
    size += bytes;
  }
  close();
  return { items, leftOut };
}

function byWeight([nameA, a]: [FieldName, Entry], [nameB, b]: [FieldName, Entry]): number {
  return (
    Number(a.value === undefined) - Number(b.value === undefined) ||
    rank(nameA) - rank(nameB) ||
    b.stamp - a.stamp ||
    (nameA < nameB ? -1 : 1)
  );
}

/** Plain settings and kinds first: few, and what a reader notices at once. */
function rank(name: FieldName): number {
  return name.includes(" ") && !name.startsWith("kinds ") ? 1 : 0;
}

/**
 * Bytes of JSON as the browsers count them at the most: UTF-8; in Chromium six for `<`, which it writes as an escape, and
 * five more for a number beyond 32 bits, as stamps are, which it writes with an exponent (`1.795447427366e+12`; measured in version 156).
 */
export function bytesOf(json: string): number {
  let bytes = 5 * (json.match(/\[\d{10,}(?=[,\]])/g)?.length ?? 0);
  for (const char of json) {
    const code = char.codePointAt(0)!;
    bytes += code === 0x3c ? 6 : code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
