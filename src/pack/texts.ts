/** Sentences of a pack in the reader's language, where the pack has them in it. */
import type { Entity, LanguageTag, Pack, Text } from "./types.ts";

/** A sentence or a name, and the language that it is in. */
export interface Sentence {
  text: string;
  lang: LanguageTag;
}

/** The language that a pack is written in. */
export const originalOf = ({ languages }: Pick<Pack, "languages">): LanguageTag => languages[0];

/** In `language` where there is that, else in the pack's own. Looked up as own properties: a pack is untrusted. */
export function sentenceIn(pack: Pick<Pack, "languages">, text: Text, language: LanguageTag): Sentence {
  const original = originalOf(pack);
  if (typeof text === "string") return { text, lang: original };
  const lang = Object.hasOwn(text, language) ? language : original;
  return { text: text[lang] ?? "", lang };
}

/** The entity's display name, likewise. */
export function nameIn(
  pack: Pick<Pack, "languages">,
  { name, names }: Entity,
  language: LanguageTag,
): Sentence {
  const original = originalOf(pack);
  const own = language === original ? undefined : names.find(({ lang }) => lang === language);
  return own ?? { text: name, lang: original };
}
