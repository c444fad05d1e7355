/** Names that readers have given to entities themselves, as the lexicon takes them. */
import type { Alias, NameSource } from "./types.ts";

export interface OwnName {
  entity: string;
  text: string;
}

/** Up to this length a name is taken only in the capitals it was typed in: so few letters are in too many words. */
export const SHORT_NAME = 4;

/** `source` with these names besides its own. Those of entities that it does not have are left out. */
export function withOwnNames(source: NameSource, own: readonly OwnName[]): NameSource {
  if (own.length === 0) return source;
  const names = new Map<string, Alias[]>();
  for (const name of own) {
    const known = names.get(name.entity);
    if (known) known.push(formOf(name));
    else names.set(name.entity, [formOf(name)]);
  }
  return {
    ...source,
    entities: source.entities.map((entity) => {
      const given = names.get(entity.id);
      return given ? { ...entity, aliases: [...entity.aliases, ...given] } : entity;
    }),
  };
}

/** These names alone, for a lexicon beside the pack's. */
export function ownNameSource(own: readonly OwnName[]): NameSource {
  const cues = { for: [], against: [] };
  const entities = [...new Set(own.map(({ entity }) => entity))].map((id) => ({
    ...{ id, decoys: [], cues },
    aliases: own.filter(({ entity }) => entity === id).map(formOf),
  }));
  return { entities, ambiguities: [] };
}

function formOf({ text }: OwnName): Alias {
  return { text, lang: "und", ...(text.length <= SHORT_NAME && { case: "exact" as const }) };
}
