/** Names that readers have given to entities themselves, as the lexicon takes them. */
import type { LexiconForm, LexiconSource } from "../spot/types.ts";

export interface OwnName {
  entity: string;
  text: string;
}

/** Up to this length a name is taken only in the capitals it was typed in: so few letters are in too many words. */
export const SHORT_NAME = 4;

/** `source` with these names besides its own. Those of entities that it does not have, and damaged ones, are left out. */
export function withOwnNames(source: LexiconSource, own: readonly OwnName[]): LexiconSource {
  if (own.length === 0) return source;
  return {
    ...source,
    entities: source.entities.map((entity) => {
      const names = own.filter(({ entity: id, text }) => id === entity.id && typeof text === "string");
      return names.length === 0 ? entity : { ...entity, aliases: [...entity.aliases, ...names.map(formOf)] };
    }),
  };
}

function formOf({ text }: OwnName): LexiconForm {
  return { text, lang: "und", ...(text.length <= SHORT_NAME && { case: "exact" as const }) };
}
