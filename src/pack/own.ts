/** Names that readers have given to entities themselves, as the lexicon takes them. */
import type { LexiconForm, LexiconSource } from "../spot/types.ts";

export interface OwnName {
  entity: string;
  text: string;
}

/** Up to this length a name is taken only in the capitals it was typed in: so few letters are in too many words. */
export const SHORT_NAME = 4;

/** `source` with these names besides its own. Those of entities that it does not have are left out. */
export function withOwnNames(source: LexiconSource, own: readonly OwnName[]): LexiconSource {
  if (own.length === 0) return source;
  const names = new Map<string, LexiconForm[]>();
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

function formOf({ text }: OwnName): LexiconForm {
  return { text, lang: "und", ...(text.length <= SHORT_NAME && { case: "exact" as const }) };
}
