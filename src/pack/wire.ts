/**
 * How the bundled pack travels inside the content script: as JSON that compresses well. Names are most of it, so forms
 * of one case rule and trust (or weight) go together as one string of lines, and their languages, which matter to search
 * but not to spotting or the card, stay behind.
 */
import type { Alias, Ambiguity, CaseRule, Cue, Entity, Pack } from "./types.ts";
import { expandPack } from "./variants.ts";

/** `<case><trust or weight>` → forms, one a line: `{"exact context": "TTP\nIS"}`. */
type Lines = Record<string, string>;

type WireEntity = Omit<Entity, "aliases" | "decoys" | "cues"> & {
  aliases: Lines;
  decoys: Lines;
  cues: { for: Lines; against: Lines };
};

type Wire = Omit<Pack, "entities" | "ambiguities"> & {
  entities: WireEntity[];
  ambiguities: Array<Omit<Ambiguity, "aliases"> & { aliases: Lines }>;
};

/** The language of forms that have come over the wire. */
const UNSAID = "und";

/** A pack as people write it (variants not yet written out) → wire text. */
export function encodePack(pack: Pack): string {
  const wire: Wire = {
    ...pack,
    entities: pack.entities.map(({ aliases, decoys, cues, ...rest }) => ({
      ...rest,
      aliases: group(aliases, aliasKey),
      decoys: group(decoys, aliasKey),
      cues: { for: group(cues.for, cueKey), against: group(cues.against, cueKey) },
    })),
    ambiguities: pack.ambiguities.map(({ aliases, ...rest }) => ({
      ...rest,
      aliases: group(aliases, aliasKey),
    })),
  };
  return JSON.stringify(wire);
}

/** Wire text → the pack with all variants written out. Trusts its input: the build made it from a checked analysis. */
export function decodePack(text: string): Pack {
  const wire = JSON.parse(text) as Wire;
  return expandPack({
    ...wire,
    entities: wire.entities.map((entity) => ({
      ...entity,
      aliases: ungroup(entity.aliases, aliasOf),
      decoys: ungroup(entity.decoys, aliasOf),
      cues: { for: ungroup(entity.cues.for, cueOf), against: ungroup(entity.cues.against, cueOf) },
    })),
    ambiguities: wire.ambiguities.map((ambiguity) => ({
      ...ambiguity,
      aliases: ungroup(ambiguity.aliases, aliasOf),
    })),
  });
}

const aliasKey = (alias: Alias): string => `${alias.case ?? "fold"} ${alias.trust ?? "sure"}`;
const cueKey = (cue: Cue): string => `${cue.case ?? "fold"} ${cue.weight ?? 1}`;

const aliasOf = (text: string, rule: CaseRule, trust: string): Alias => ({
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
    groups.set(key, [...(groups.get(key) ?? []), form.text]);
  }
  return Object.fromEntries([...groups].sort().map(([key, texts]) => [key, texts.sort().join("\n")]));
}

function ungroup<T>(lines: Lines, make: (text: string, rule: CaseRule, rest: string) => T): T[] {
  return Object.entries(lines).flatMap(([key, texts]) => {
    const [rule, rest] = key.split(" ") as [CaseRule, string];
    return texts.split("\n").map((text) => make(text, rule, rest));
  });
}
