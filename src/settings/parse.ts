/**
 * The one parser of settings. It is total: whatever storage holds, valid settings come out. What is wrong falls back to
 * its default, alone, and is told with its place; nothing throws.
 */
import type { Fault } from "./change/faults.ts";
import { defaults, ENTITY_KINDS } from "./defaults.ts";
import { KINDS, type ScalarKey, scalarProblem } from "./fields.ts";
import { countProblem, isListName, type ListName, LONGEST_NAME, mostOf } from "./limits.ts";
import { type ItemOf, inOrder, LISTS, type ReadMode } from "./lists.ts";
import { parseNameText } from "./name-text.ts";
import { normalisePattern } from "./page/sites.ts";
import type { Settings } from "./types.ts";
import {
  isObject,
  type Path,
  type PlainObject,
  property,
  readMembers,
  type Strict,
  type Tell,
} from "./untrusted.ts";

/** Settings as stored: only what the reader touched. Untrusted until parsed; unknown keys are carried along. */
export type SparseSettings = PlainObject;

export interface Problem {
  /** The setting, with the place inside it: `["theme"]`, `["sites", 2, "mark"]`. Empty: the settings as a whole. */
  path: Path;
  fault: Fault;
}

export interface ParsedSettings {
  settings: Settings;
  problems: Problem[];
}

/**
 * What the writer stores is canonical. Content scripts leave it at that: each byte of theirs is paid for by every page.
 * They only see to it that a name is a text of some length.
 */
const asStored: ReadMode = {
  pattern: (pattern) => ({ ok: true, pattern }),
  name: (text) => (text.length <= LONGEST_NAME ? { ok: true, text } : { ok: false, why: "long" }),
};

/** Every text in its canonical form, or refused: for what writes settings, and for what shows problems. */
export const canonical: ReadMode = { pattern: normalisePattern, name: parseNameText };

/** `raw` is the sparse object: absent keys take their defaults silently, bad ones with a problem. */
export function parseSettings(raw: unknown, mode: ReadMode = asStored): ParsedSettings {
  const problems: Problem[] = [];
  const tell: Tell = (fault, ...path) => {
    problems.push({ path, fault });
    return null;
  };
  const settings: Settings = { ...defaults };
  if (raw !== undefined && !isObject(raw)) tell(["faultObject"]);
  for (const key of Object.keys(defaults) as Array<keyof Settings>) {
    const value = property(raw, key);
    if (value === undefined) continue;
    const setting = readSetting(key, value, (fault, ...path) => tell(fault, key, ...path), mode);
    // What is read for a key fits it; TypeScript cannot tie the two together.
    if (setting !== null) (settings as unknown as PlainObject)[key] = setting;
  }
  if (isObject(raw)) mode.strict?.(raw, defaults, tell);
  return { settings, problems };
}

function readSetting(key: keyof Settings, value: unknown, tell: Tell, mode: ReadMode): unknown {
  if (key === "kinds") return readKinds(value, tell, mode.strict);
  if (isListName(key)) return readList(key, value, tell, mode);
  const fault = scalarProblem(key as ScalarKey, value);
  return fault === null ? value : tell(fault);
}

function readKinds(raw: unknown, tell: Tell, strict: Strict): Settings["kinds"] {
  readMembers(raw, KINDS, tell, strict);
  const kinds = { ...defaults.kinds };
  for (const kind of ENTITY_KINDS) {
    const on = property(raw, kind);
    if (typeof on === "boolean") kinds[kind] = on;
  }
  return kinds;
}

/** Of a list that is too long, the first items: a file or a page may not make all pages slow. */
function readList<L extends ListName>(list: L, raw: unknown, tell: Tell, mode: ReadMode): ItemOf<L>[] | null {
  if (!Array.isArray(raw)) return tell(["faultList"]);
  const fault = countProblem(list, raw.length);
  if (fault) tell(fault);
  const items = new Map<string, ItemOf<L>>();
  for (const [index, each] of raw.slice(0, mostOf(list)).entries()) {
    const item = LISTS[list].read(each, (fault, ...path) => tell(fault, index, ...path), mode);
    if (item === null) continue;
    const name = LISTS[list].nameOf(item);
    if (mode.strict && items.has(name)) tell(["faultTwice", name], index);
    items.set(name, item);
  }
  return inOrder(list, [...items.values()]);
}

/** One item of a list in its canonical form, or what is wrong with it. */
export function parseItem<L extends ListName>(
  list: L,
  raw: unknown,
): { ok: true; item: ItemOf<L> } | { ok: false; error: Fault } {
  let error: Fault = ["faultObject"];
  const item = LISTS[list].read(
    raw,
    (fault) => {
      error = fault;
      return null;
    },
    canonical,
  );
  return item === null ? { ok: false, error } : { ok: true, item };
}
