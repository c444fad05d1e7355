/** Names, verbs and sentences of the analysis as the reader has them. */
import { relationVerb } from "../entity/words/phrases.ts";
import { language } from "../i18n/t.ts";
import type { PackIndex } from "../pack/lookup.ts";
import { nameIn, type Sentence, sentenceIn } from "../pack/texts.ts";
import type { EntityId, Relation, Text } from "../pack/types.ts";

export interface Words {
  name(id: EntityId): Sentence;
  said(text: Text): Sentence;
  verb(relation: Relation): string;
  /** Whose dates and order are meant where they are not the source's. */
  editor: string;
}

/** An entity that the pack does not hold is called by its id. */
export const wordsOf = ({ pack, entities }: PackIndex): Words => ({
  name: (id) => {
    const entity = entities.get(id);
    return entity ? nameIn(pack, entity, language()) : { text: id, lang: "en" };
  },
  said: (text) => sentenceIn(pack, text, language()),
  verb: relationVerb,
  editor: pack.editor,
});
