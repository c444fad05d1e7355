/** Names that readers are shown: the spotter finds each of them, in every language, as the entity it is shown for. */
import type { NameSource, Pack } from "../../../src/pack/types.ts";
import { spotText } from "../../../src/spot/decide/plain-text.ts";
import { compileLexicon, type Lexicon } from "../../../src/spot/names/lexicon.ts";

/** What is wrong with a name: whose it is, its language, and which entities are found in it. */
export interface NameProblem {
  entity: string;
  lang: string;
  text: string;
  found: string[];
}

/** @param lexicon of the same pack, in which every form counts alone */
export function unfoundNames(pack: Pack, lexicon: Lexicon): NameProblem[] {
  return pack.entities.flatMap(({ id, name, names }) =>
    [{ lang: "en", text: name }, ...names].flatMap(({ lang, text }) => {
      const found = [...new Set(spotText(lexicon, text).map(({ entity }) => entity))];
      return found.length === 1 && found[0] === id ? [] : [{ entity: id, lang, text, found }];
    }),
  );
}

/**
 * A name alone, or one in a short sentence, has nothing near by that could support it: what has to be found is the form.
 * @param pack with its spellings written out
 */
export const lexiconWithoutDoubt = (pack: Pack): Lexicon => compileLexicon(withoutDoubt(pack));

function withoutDoubt({ entities, ambiguities }: Pack): NameSource {
  return {
    entities: entities.map((entity) => ({
      ...entity,
      aliases: entity.aliases.map((alias) => ({ ...alias, trust: "sure" as const })),
    })),
    ambiguities,
  };
}
