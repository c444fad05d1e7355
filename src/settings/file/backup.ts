/**
 * Settings as a file: written, read back, and compared with those there are. A file is anybody's, so it is taken whole
 * or not at all, and a refusal says what is wrong and where.
 */

import type { Fault } from "../change/faults.ts";
import { ENTITY_KINDS } from "../defaults.ts";
import { isEntityId, isScalarKey, scalarProblem } from "../fields.ts";
import { countProblem, type ListName, LONGEST_FILE, MOST_SITES_OF_NAME, sizeProblem } from "../limits.ts";
import { migrate, VERSION } from "../migrations.ts";
import { parseSettings, type SparseSettings } from "../parse.ts";
import { quietKey, readQuietRule } from "../quiet.ts";
import { type FieldName, type Fields, type FieldValue, fieldsOf } from "../sync/stamps.ts";
import type { OwnAlias, QuietRule } from "../types.ts";
import { type JsonNode, parseJson, placeIn, shortened } from "./json.ts";
import { strictly } from "./strict.ts";

const MARK = "settings";

export interface BackupProblem {
  /** What is wrong and where, for a reader. */
  fault: Fault;
  /** The place within the settings, such as `values.sites[2].mark`; empty for the file as a whole. */
  path: string;
  line: number;
  column: number;
}

export type BackupResult = { ok: true; values: SparseSettings } | { ok: false; problem: BackupProblem };

/** The file for these settings: what the reader touched, as text that a person can read. */
export function writeBackup(values: SparseSettings, version: number = VERSION): string {
  return `${JSON.stringify({ sidelight: MARK, version, values }, null, 2)}\n`;
}

/** Reads a file. Total, whatever the text. */
export function parseBackup(text: string): BackupResult {
  if (text.length > LONGEST_FILE) return problem(text, 0, "", ["faultFileTooLarge"]);
  const read = parseJson(text);
  if (!read.ok) return problem(text, read.error.at, "", read.error.fault);
  try {
    return { ok: true, values: valuesOf(read.node) };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return problem(text, error.node.at, error.path, error.fault);
  }
}

function problem(text: string, at: number, path: string, what: Fault): BackupResult {
  const { line, column } = placeIn(text, at);
  const fault: Fault =
    path === "" ? ["faultAt", line, column, what] : ["faultAtPath", line, column, path, what];
  return { ok: false, problem: { fault, path, line, column } };
}

class Wrong extends Error {
  readonly node: JsonNode;
  readonly path: string;
  readonly fault: Fault;
  constructor(node: JsonNode, path: string, fault: Fault) {
    super();
    this.node = node;
    this.path = path;
    this.fault = fault;
  }
}

function valuesOf(node: JsonNode): SparseSettings {
  const file = membersOf(node, "", ["sidelight", "version", "values"]);
  const mark = memberOf(file, node, "", "sidelight");
  if (mark.value !== MARK) throw new Wrong(mark, "sidelight", ["faultNotOurs"]);
  const version = memberOf(file, node, "", "version");
  if (typeof version.value !== "number" || !Number.isSafeInteger(version.value) || version.value < 1)
    throw new Wrong(version, "version", ["faultWholeFrom", 1]);
  if (version.value > VERSION) throw new Wrong(version, "version", ["faultFileNewer"]);
  const values = memberOf(file, node, "", "values");
  // Only what is in today's form can be checked name by name, and each fault told with its place.
  const before = plain(values) as SparseSettings;
  const migrated = migrate(before, version.value);
  if (migrated === before) return checked(values);
  const again = parseJson(writeBackup(migrated));
  if (!again.ok) throw new Wrong(values, "values", again.error.fault);
  try {
    return valuesOf(again.node);
  } catch (error) {
    throw error instanceof Wrong ? new Wrong(values, error.path, error.fault) : error;
  }
}

function checked(node: JsonNode): SparseSettings {
  const values: SparseSettings = {};
  for (const [key, member] of membersOf(node, "values")) {
    const path = `values.${shortened(key)}`;
    if (isScalarKey(key)) {
      const wrong = scalarProblem(key, scalarOf(member, path));
      if (wrong !== null) throw new Wrong(member, path, wrong);
      values[key] = member.value;
    } else if (key === "kinds") values.kinds = kindsOf(member, path);
    else if (key === "muted") values.muted = mutedOf(member, path);
    else if (key === "sites") values.sites = sitesOf(member, path);
    else if (key === "aliases") values.aliases = aliasesOf(member, path);
    else if (key === "quiet") values.quiet = quietRulesOf(member, path);
    else throw new Wrong(member, path, ["faultNoSetting"]);
  }
  const fault = sizeProblem(values);
  if (fault) throw new Wrong(node, "values", fault);
  return values;
}

function kindsOf(node: JsonNode, path: string): Record<string, boolean> {
  const kinds: Record<string, boolean> = {};
  for (const [kind, on] of membersOf(node, path, ENTITY_KINDS)) kinds[kind] = switchOf(on, `${path}.${kind}`);
  return kinds;
}

function mutedOf(node: JsonNode, path: string): string[] {
  const ids = itemsOf(node, path, "muted").map((item, index) => {
    if (!isEntityId(item.value)) throw new Wrong(item, `${path}[${index}]`, ["faultEntityId"]);
    return item.value;
  });
  return unique(node, path, ids);
}

function sitesOf(node: JsonNode, path: string): Array<{ pattern: string; mark: boolean }> {
  const rules = itemsOf(node, path, "sites").map((item, index) => {
    const at = `${path}[${index}]`;
    const members = membersOf(item, at, ["pattern", "mark"]);
    const pattern = memberOf(members, item, at, "pattern");
    const read = strictly.pattern(textOf(pattern, `${at}.pattern`));
    if (!read.ok) throw new Wrong(pattern, `${at}.pattern`, read.error);
    return { pattern: read.pattern, mark: switchOf(memberOf(members, item, at, "mark"), `${at}.mark`) };
  });
  unique(
    node,
    path,
    rules.map((rule) => rule.pattern),
  );
  return rules;
}

function aliasesOf(node: JsonNode, path: string): OwnAlias[] {
  const aliases = itemsOf(node, path, "aliases").map((item, index) => {
    const at = `${path}[${index}]`;
    const members = membersOf(item, at, ["entity", "text", "sites"]);
    const entity = textOf(memberOf(members, item, at, "entity"), `${at}.entity`);
    const text = memberOf(members, item, at, "text");
    if (!isEntityId(entity)) throw new Wrong(item, `${at}.entity`, ["faultEntityId"]);
    const name = { entity, text: textOf(text, `${at}.text`) };
    if (strictly.alias(name) === null) throw new Wrong(text, `${at}.text`, ["faultNotName"]);
    const sites = members.get("sites");
    const read = strictly.alias(sites ? { ...name, sites: plain(sites) } : name);
    if (read === null) throw new Wrong(sites!, `${at}.sites`, ["faultNameSites", MOST_SITES_OF_NAME]);
    return read;
  });
  unique(
    node,
    path,
    aliases.map(({ entity, text }) => `${entity} ${text}`),
  );
  return aliases;
}

function quietRulesOf(node: JsonNode, path: string): QuietRule[] {
  const rules = itemsOf(node, path, "quiet").map((item, index) => {
    const at = `${path}[${index}]`;
    const site = membersOf(item, at, ["entity", "alias", "site", "until"]).get("site");
    const rule = readQuietRule(plain(item));
    if (rule === null) throw new Wrong(item, at, ["faultQuietRule"]);
    if (!site) return rule;
    const read = strictly.pattern(textOf(site, `${at}.site`));
    if (!read.ok) throw new Wrong(site, `${at}.site`, read.error);
    return { ...rule, site: read.pattern };
  });
  unique(node, path, rules.map(quietKey));
  return rules;
}

function unique(node: JsonNode, path: string, names: string[]): string[] {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new Wrong(node, path, ["faultTwice", shortened(name)]);
    seen.add(name);
  }
  return names;
}

function membersOf(node: JsonNode, path: string, allowed?: readonly string[]): ReadonlyMap<string, JsonNode> {
  if (!(node.value instanceof Map)) throw new Wrong(node, path, ["faultObject"]);
  for (const [name, member] of node.value as ReadonlyMap<string, JsonNode>)
    if (allowed && !allowed.includes(name)) throw new Wrong(member, path, ["faultHasNo", shortened(name)]);
  return node.value as ReadonlyMap<string, JsonNode>;
}

function memberOf(
  members: ReadonlyMap<string, JsonNode>,
  node: JsonNode,
  path: string,
  name: string,
): JsonNode {
  const member = members.get(name);
  if (member === undefined) throw new Wrong(node, path, ["faultMissing", name]);
  return member;
}

function itemsOf(node: JsonNode, path: string, list: ListName): JsonNode[] {
  if (!Array.isArray(node.value)) throw new Wrong(node, path, ["faultList"]);
  const fault = countProblem(list, node.value.length);
  if (fault) throw new Wrong(node, path, fault);
  return node.value;
}

function scalarOf(node: JsonNode, path: string): boolean | number | string {
  const { value } = node;
  if (typeof value === "boolean" || typeof value === "number" || typeof value === "string") return value;
  throw new Wrong(node, path, ["faultPlain"]);
}

function textOf(node: JsonNode, path: string): string {
  if (typeof node.value !== "string") throw new Wrong(node, path, ["faultText"]);
  return node.value;
}

function switchOf(node: JsonNode, path: string): boolean {
  if (typeof node.value !== "boolean") throw new Wrong(node, path, ["faultTrueFalse"]);
  return node.value;
}

/** The plain value of a node. The names that reach prototypes were refused when it was read. */
function plain({ value }: JsonNode): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof Map)) return value;
  return Object.fromEntries([...value].map(([name, member]) => [name, plain(member)]));
}

/** One field that a file would change; `undefined`: not touched, so its default. */
export interface Change {
  field: FieldName;
  from: FieldValue | undefined;
  to: FieldValue | undefined;
}

/** What would be different with `to` in the place of `from`, in a fixed order. */
export function changesBetween(from: SparseSettings, to: SparseSettings): Change[] {
  const before: Fields = fieldsOf(from);
  const after: Fields = fieldsOf(to);
  const changes: Change[] = [...new Set([...before.keys(), ...after.keys()])]
    .filter((field) => before.get(field) !== after.get(field))
    .map((field) => ({ field, from: before.get(field), to: after.get(field) }));
  // Rules that mostly last an hour are counted, not told one by one.
  const quiet = [from, to].map((values) => parseSettings(values, strictly).settings.quiet);
  if (JSON.stringify(quiet[0]) !== JSON.stringify(quiet[1]))
    changes.push({ field: "quiet", from: quiet[0]!.length, to: quiet[1]!.length });
  return changes;
}
