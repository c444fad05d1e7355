/**
 * A pack as little text, for the content script that every page pays for. Names, decoys and cues of all entities are
 * laid out by script, then by entity, a row for each language and rule: what looks alike stands close together, within
 * the 32 kB that a gzip reader looks back. `expandPack(compactPack(pack))` is the pack again, lists in canonical order.
 */
import type { Alias, Ambiguity, CaseRule, Cue, Entity, Name, Pack } from "./types.ts";

/** One script at a time; the last takes what is left. */
const SCRIPTS = [
  /\p{Script=Arabic}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Han}|[\u3040-\u30ff]/u,
  /^/,
];

/** What a row of texts is, its first letter. */
type Use = "n" | "a" | "d" | "+" | "-";
interface Form {
  text: string;
  lang?: string;
  case?: CaseRule;
  trust?: string;
  weight?: number;
}
type Lists = Record<Use, Form[]>;

const CASE_SIGN = { exact: "!", capital: "^", fold: "_" } as const;
const TRUST_SIGN = { context: "?", sure: "=" } as const;
const caseOf = new Map<string, CaseRule>(
  Object.entries(CASE_SIGN).map(([rule, sign]) => [sign, rule as CaseRule]),
);
const trustOf = new Map<string, string>(Object.entries(TRUST_SIGN).map(([trust, sign]) => [sign, trust]));
/** Use, language, case, trust, weight. */
const HEAD = /^([nad+-])([a-z]*(?:-[A-Za-z0-9]+)*)([!^_]?)([?=]?)([123]?)$/;

/**
 * @throws Error when a text holds a tab or a line break, or a language looks like a sign.
 */
export function compactPack(pack: Pack): string {
  const lists = [...pack.entities.map(listsOfEntity), ...pack.ambiguities.map(listsOfAmbiguity)];
  const rows: string[] = [];
  let left = lists;
  for (const script of SCRIPTS) {
    left.forEach((uses, index) => {
      const found = Object.entries(uses).flatMap(([use, forms]) =>
        rowsOf(
          use as Use,
          forms.filter(({ text }) => script.test(text)),
        ),
      );
      if (found.length > 0) rows.push(`@${index}`, ...found);
    });
    left = left.map((uses) => mapLists(uses, (forms) => forms.filter(({ text }) => !script.test(text))));
  }
  const rest = {
    ...pack,
    entities: pack.entities.map(({ names: _n, aliases: _a, decoys: _d, cues: _c, ...entity }) => entity),
    ambiguities: pack.ambiguities.map(({ aliases: _, ...ambiguity }) => ambiguity),
  };
  return [JSON.stringify(rest), ...rows].join("\n");
}

/** The pack that `compactPack` was given. Trusts its input: it is the build's own. */
export function expandPack(text: string): Pack {
  const [head, ...rows] = text.split("\n");
  const rest = JSON.parse(head!) as Pack;
  const lists: Lists[] = [...rest.entities, ...rest.ambiguities].map(() => ({
    n: [],
    a: [],
    d: [],
    "+": [],
    "-": [],
  }));
  let current = lists[0]!;
  for (const row of rows) {
    if (row.startsWith("@")) {
      current = lists[Number(row.slice(1))]!;
      continue;
    }
    const [key, ...texts] = row.split("\t");
    const [, use, lang, rule, trust, weight] = HEAD.exec(key!)!;
    const shared = {
      ...(lang && { lang }),
      ...(rule && { case: caseOf.get(rule)! }),
      ...(trust && { trust: trustOf.get(trust)! }),
      ...(weight && { weight: Number(weight) }),
    };
    for (const form of texts) current[use as Use].push({ ...shared, text: form });
  }
  return {
    ...rest,
    entities: rest.entities.map((entity, i) => expandEntity(entity, lists[i]!)),
    ambiguities: rest.ambiguities.map((ambiguity, i) => ({
      ...ambiguity,
      aliases: lists[rest.entities.length + i]!.a.sort(byLanguage) as Alias[],
    })),
  };
}

function expandEntity(entity: Entity, { n, a, d, "+": pro, "-": contra }: Lists): Entity {
  return {
    ...entity,
    names: n.sort(byLanguage) as Name[],
    aliases: a.sort(byLanguage) as Alias[],
    decoys: d.sort(byLanguage) as Alias[],
    cues: { for: pro.sort(byWeight) as Cue[], against: contra.sort(byWeight) as Cue[] },
  };
}

const listsOfEntity = ({ names, aliases, decoys, cues }: Entity): Lists => ({
  n: names,
  a: aliases,
  d: decoys,
  "+": cues.for,
  "-": cues.against,
});

const listsOfAmbiguity = ({ aliases }: Ambiguity): Lists => ({ n: [], a: aliases, d: [], "+": [], "-": [] });

const mapLists = (lists: Lists, change: (forms: Form[]) => Form[]): Lists =>
  Object.fromEntries(Object.entries(lists).map(([use, forms]) => [use, change(forms)])) as Lists;

function rowsOf(use: Use, forms: readonly Form[]): string[] {
  const rows = new Map<string, string[]>();
  for (const { text, lang = "", case: rule, trust, weight = "" } of forms) {
    const sign = trust === undefined ? "" : TRUST_SIGN[trust as keyof typeof TRUST_SIGN];
    const key = `${use}${lang}${rule ? CASE_SIGN[rule] : ""}${sign}${weight}`;
    if (/[\t\n\r]/.test(text) || !HEAD.test(key))
      throw new Error(`cannot be written in a row: ${key} ${text}`);
    rows.set(key, [...(rows.get(key) ?? []), text]);
  }
  return [...rows].map(([key, texts]) => [key, ...texts].join("\t"));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byLanguage(a: Form, b: Form): number {
  return (
    compare(a.lang!, b.lang!) ||
    compare(a.text, b.text) ||
    compare(a.case ?? "", b.case ?? "") ||
    compare(a.trust ?? "", b.trust ?? "")
  );
}

const byWeight = (a: Form, b: Form): number => (b.weight ?? 1) - (a.weight ?? 1) || compare(a.text, b.text);
