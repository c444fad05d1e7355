/**
 * The names of a pack, as one string for storage: only frames that hold text read them. What the pack says travels
 * inside the content script (statements.ts), so that a card needs nobody. What an entity is called in other languages
 * travels here, although only cards show it: where there is a mention to open a card of, the names have been read.
 */
import type { LexiconForm, LexiconSource } from "../spot/types.ts";
import { lexiconSource } from "./compile.ts";
import type { CaseRule, Cue, EntityId, Name, Pack } from "./types.ts";

/** The names of a pack, as stored. */
export interface Names {
  /** Tells one version of the names from another. */
  id: string;
  text: string;
}

/** Where they are in storage: the id apart, so that it can be asked for without the text. */
export const NAMES_KEYS = { id: "names.id", text: "names.text" } as const;

/** `<case> <trust or weight>` → forms, one a line: `{"exact context": "TTP\nIS"}`. */
type Lines = Record<string, string>;

/** Entity → what it is called in other languages. */
export type Titles = ReadonlyMap<EntityId, Name[]>;

interface StoredNames {
  entities: Array<{
    id: EntityId;
    names: Name[];
    aliases: Lines;
    decoys: Lines;
    for: Lines;
    against: Lines;
  }>;
  ambiguities: Array<{ id: string; aliases: Lines; among: readonly EntityId[] }>;
}

/** The language of forms that have come out of storage: spotting does not ask for it. */
const UNSAID = "und";

export function encodeNames(pack: Pack): string {
  const { entities, ambiguities } = lexiconSource(pack);
  const names = new Map(pack.entities.map((entity) => [entity.id, entity.names]));
  const stored: StoredNames = {
    entities: entities.map(({ id, aliases, decoys, cues }) => ({
      id,
      names: names.get(id)!,
      aliases: group(aliases, aliasKey),
      decoys: group(decoys, aliasKey),
      for: group(cues.for, cueKey),
      against: group(cues.against, cueKey),
    })),
    ambiguities: ambiguities.map(({ id, aliases, among }) => ({
      id,
      aliases: group(aliases, aliasKey),
      among,
    })),
  };
  return JSON.stringify(stored);
}

/**
 * The inverse of `encodeNames`, but for languages and order.
 * @throws {Error} when `text` is not what `encodeNames` makes
 */
export function decodeNames(text: string): { source: LexiconSource; titles: Titles } {
  const stored = JSON.parse(text) as StoredNames;
  const source = {
    entities: stored.entities.map(({ id, aliases, decoys, for: pro, against }) => ({
      id,
      aliases: ungroup(aliases, aliasOf),
      decoys: ungroup(decoys, aliasOf),
      cues: { for: ungroup(pro, cueOf), against: ungroup(against, cueOf) },
    })),
    ambiguities: stored.ambiguities.map(({ id, aliases, among }) => ({
      id,
      aliases: ungroup(aliases, aliasOf),
      among,
    })),
  };
  return { source, titles: new Map(stored.entities.map(({ id, names }) => [id, names])) };
}

const aliasKey = (alias: LexiconForm): string => `${alias.case ?? "fold"} ${alias.trust ?? "sure"}`;
const cueKey = (cue: Cue): string => `${cue.case ?? "fold"} ${cue.weight ?? 1}`;

const aliasOf = (text: string, rule: CaseRule, trust: string): LexiconForm => ({
  text,
  lang: UNSAID,
  case: rule,
  trust: trust === "sure" ? "sure" : "context",
});
const cueOf = (text: string, rule: CaseRule, weight: string): Cue => ({
  text,
  case: rule,
  weight: weight === "3" ? 3 : weight === "2" ? 2 : 1,
});

function group<T extends { text: string }>(forms: readonly T[], keyOf: (form: T) => string): Lines {
  const groups = new Map<string, string[]>();
  for (const form of forms) {
    const key = keyOf(form);
    const texts = groups.get(key);
    if (texts) texts.push(form.text);
    else groups.set(key, [form.text]);
  }
  return Object.fromEntries([...groups].map(([key, texts]) => [key, texts.join("\n")]));
}

function ungroup<T>(lines: Lines, make: (text: string, rule: CaseRule, rest: string) => T): T[] {
  return Object.entries(lines).flatMap(([key, texts]) => {
    const [rule, rest] = key.split(" ") as [CaseRule, string];
    return texts.split("\n").map((text) => make(text, rule, rest));
  });
}
