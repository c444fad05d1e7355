/**
 * The total parse: whatever storage holds, valid settings come out. A bad field falls back to its default, alone, and
 * is reported; nothing throws.
 */
import type { EntityKind } from "../pack/types.ts";
import type { Fault } from "./change/faults.ts";
import { defaults, ENTITY_KINDS } from "./defaults.ts";
import { isEntityId, SCALAR_KEYS, scalarProblem } from "./fields.ts";
import { countProblem, type ListName, LONGEST_NAME, mostOf } from "./limits.ts";
import { isObject, own, type PlainObject } from "./objects.ts";
import { quietKey, readQuietRule } from "./quiet.ts";
import type { PatternResult } from "./sites.ts";
import type { OwnAlias, QuietRule, Settings, SiteRule } from "./types.ts";

/** Settings as stored: only what the reader touched. Untrusted until parsed; unknown keys are carried along. */
export type SparseSettings = PlainObject;

export interface Problem {
  /** The setting, with the place inside it: `theme`, `kinds.place`, `sites[2]`. */
  key: string;
  fault: Fault;
}

export interface ParsedSettings {
  settings: Settings;
  problems: Problem[];
}

/** How the texts within settings are brought into their canonical form, or refused. */
export interface TextReaders {
  pattern(pattern: string): PatternResult;
  alias(alias: PlainObject): OwnAlias | null;
}

/**
 * What the writer stores is canonical. Content scripts leave it at that: each byte of theirs is paid for by every page.
 * They only see to it that a name is a text, and one for some sites never one for all.
 */
const asStored: TextReaders = {
  pattern: (pattern) => ({ ok: true, pattern }),
  alias: (alias) => {
    const [entity, text, sites] = ["entity", "text", "sites"].map((key) => own(alias, key));
    const sound =
      typeof entity === "string" &&
      typeof text === "string" &&
      text.length <= LONGEST_NAME &&
      (sites === undefined || (Array.isArray(sites) && sites.every((site) => typeof site === "string")));
    return sound ? ({ entity, text, ...(sites !== undefined && { sites }) } as OwnAlias) : null;
  },
};

/**
 * `raw` is the sparse object; absent keys take their defaults silently, bad ones with a problem. `readers`: what
 * writes settings, or shows problems, passes `strictly` (strict.ts).
 */
export function parseSettings(raw: unknown, readers: TextReaders = asStored): ParsedSettings {
  const problems: Problem[] = [];
  if (raw !== undefined && !isObject(raw)) problems.push({ key: "", fault: ["faultObject"] });
  const values = isObject(raw) ? raw : {};
  const settings: Settings = {
    ...defaults,
    kinds: parseKinds(own(values, "kinds"), problems),
    muted: parseMuted(own(values, "muted"), problems),
    quiet: parseQuiet(own(values, "quiet"), problems),
    sites: parseSites(own(values, "sites"), readers, problems),
    aliases: parseAliases(own(values, "aliases"), readers, problems),
  };
  for (const key of SCALAR_KEYS) {
    const value = own(values, key);
    if (value === undefined) continue;
    const fault = scalarProblem(key, value);
    // The check above is what makes the value fit its key; TypeScript cannot tie the two together.
    if (fault === null) (settings as unknown as PlainObject)[key] = value;
    else problems.push({ key, fault });
  }
  return { settings, problems };
}

function parseKinds(raw: unknown, problems: Problem[]): Record<EntityKind, boolean> {
  const kinds = { ...defaults.kinds };
  if (raw === undefined) return kinds;
  if (!isObject(raw)) {
    problems.push({ key: "kinds", fault: ["faultObject"] });
    return kinds;
  }
  for (const kind of ENTITY_KINDS) {
    const on = own(raw, kind);
    if (typeof on === "boolean") kinds[kind] = on;
    else if (on !== undefined) problems.push({ key: `kinds.${kind}`, fault: ["faultSwitch"] });
  }
  return kinds;
}

function parseMuted(raw: unknown, problems: Problem[]): string[] {
  const ids = new Set<string>();
  for (const [index, id] of listAt("muted", raw, problems)) {
    if (isEntityId(id)) ids.add(id);
    else problems.push({ key: `muted[${index}]`, fault: ["faultEntityId"] });
  }
  return [...ids].sort();
}

function parseQuiet(raw: unknown, problems: Problem[]): QuietRule[] {
  const rules = new Map<string, QuietRule>();
  for (const [index, item] of listAt("quiet", raw, problems)) {
    const rule = readQuietRule(item);
    if (rule) rules.set(quietKey(rule), rule);
    else problems.push({ key: `quiet[${index}]`, fault: ["faultQuietRule"] });
  }
  return [...rules.values()];
}

function parseAliases(raw: unknown, readers: TextReaders, problems: Problem[]): OwnAlias[] {
  const aliases = new Map<string, OwnAlias>();
  for (const [index, item] of listAt("aliases", raw, problems)) {
    const alias = isObject(item) ? readers.alias(item) : null;
    if (alias) aliases.set(`${alias.entity} ${alias.text}`, alias);
    else problems.push({ key: `aliases[${index}]`, fault: ["faultAlias"] });
  }
  return [...aliases].sort(byKey).map(([, alias]) => alias);
}

function parseSites(raw: unknown, readers: TextReaders, problems: Problem[]): SiteRule[] {
  const rules = new Map<string, SiteRule>();
  for (const [index, rule] of listAt("sites", raw, problems)) {
    const key = `sites[${index}]`;
    const pattern = isObject(rule) ? own(rule, "pattern") : undefined;
    const mark = isObject(rule) ? own(rule, "mark") : undefined;
    if (typeof pattern !== "string" || typeof mark !== "boolean") {
      problems.push({ key, fault: ["faultSite"] });
      continue;
    }
    const normal = readers.pattern(pattern);
    if (!normal.ok) problems.push({ key, fault: normal.error });
    else rules.set(normal.pattern, { pattern: normal.pattern, mark });
  }
  return [...rules].sort(byKey).map(([, rule]) => rule);
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** Of a list that is too long, the first items: a file or a page may not make all pages slow. */
function listAt(key: ListName, raw: unknown, problems: Problem[]): Iterable<[number, unknown]> {
  if (Array.isArray(raw)) {
    const fault = countProblem(key, raw.length);
    if (fault) problems.push({ key, fault });
    return raw.slice(0, mostOf(key)).entries();
  }
  if (raw !== undefined) problems.push({ key, fault: ["faultList"] });
  return [];
}
