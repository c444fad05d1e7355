/** The names of a pack, and what tells for and against them, as one string: forms by the line, grouped by their rules. */
import type { Alias, CaseRule, Cue, Decoy, EntityId, NameSource, Pack } from "./types.ts";

/**
 * `<case> <trust> <language>`, of decoys `apart` in place of a trust, or `<case> <weight> <chooses, or not>` → forms, one a line:
 * `{"exact context en": "TTP\nIS"}`.
 */
type Lines = Record<string, string>;

interface StoredNames {
  entities: Array<{
    id: EntityId;
    aliases: Lines;
    decoys: Lines;
    for: Lines;
    against: Lines;
  }>;
  ambiguities: Array<{ id: string; aliases: Lines; among: readonly EntityId[] }>;
}

export function encodeNames(pack: Pack): string {
  const { entities, ambiguities } = pack;
  const stored: StoredNames = {
    entities: entities.map(({ id, aliases, decoys, cues }) => ({
      id,
      aliases: group(aliases, aliasKey),
      decoys: group(decoys, decoyKey),
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
 * The inverse of `encodeNames`, but for order.
 * @throws {Error} when `text` is not what `encodeNames` makes
 */
export function decodeNames(text: string): NameSource {
  const stored = JSON.parse(text) as StoredNames;
  return {
    entities: stored.entities.map(({ id, aliases, decoys, for: pro, against }) => ({
      id,
      aliases: ungroup(aliases, aliasOf),
      decoys: ungroup(decoys, decoyOf),
      cues: { for: ungroup(pro, cueOf), against: ungroup(against, cueOf) },
    })),
    ambiguities: stored.ambiguities.map(({ id, aliases, among }) => ({
      id,
      aliases: ungroup(aliases, aliasOf),
      among,
    })),
  };
}

// The language is for the popup, which shows a name in it; spotting does not ask.
const aliasKey = ({ case: rule = "fold", trust = "sure", lang }: Alias): string => `${rule} ${trust} ${lang}`;
const decoyKey = (decoy: Decoy): string =>
  decoy.apart ? `${decoy.case ?? "fold"} apart ${decoy.lang}` : aliasKey(decoy);
const cueKey = ({ case: rule = "fold", weight = 1, chooses }: Cue): string =>
  `${rule} ${weight} ${chooses !== false}`;

const aliasOf = (text: string, rule: CaseRule, trust: string, lang: string): Alias => ({
  text,
  lang,
  case: rule,
  trust: trust === "sure" || trust === "surname" ? trust : "context",
});
const decoyOf = (text: string, rule: CaseRule, trust: string, lang: string): Decoy => ({
  ...aliasOf(text, rule, trust === "apart" ? "sure" : trust, lang),
  ...(trust === "apart" && { apart: true }),
});
const cueOf = (text: string, rule: CaseRule, weight: string, chooses: string): Cue => ({
  text,
  case: rule,
  weight: weight === "3" ? 3 : weight === "2" ? 2 : 1,
  ...(chooses === "false" && { chooses: false }),
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

function ungroup<T>(
  lines: Lines,
  make: (text: string, rule: CaseRule, second: string, third: string) => T,
): T[] {
  return Object.entries(lines).flatMap(([key, texts]) => {
    const [rule, second, third] = key.split(" ") as [CaseRule, string, string];
    return texts.split("\n").map((text) => make(text, rule, second, third));
  });
}
