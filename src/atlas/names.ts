/** Names, verbs and sentences of what the atlas shows as the reader has them. */
import { relationVerb } from "../entity/words/phrases.ts";
import { language, listed } from "../i18n/t.ts";
import type { PackIndex } from "../pack/lookup.ts";
import { nameIn, type Sentence, sentenceIn } from "../pack/texts.ts";
import type { EntityId, Pack, Relation, Text } from "../pack/types.ts";
import type { AtlasIndex } from "./model/together.ts";

export interface Words {
  name(id: EntityId): Sentence;
  /** @param of the id of the statement or paragraph that says it: each analysis has languages of its own */
  said(text: Text, of: string): Sentence;
  verb(relation: Relation): string;
  /** Whose analysis says it, by the id of a statement or a paragraph; "" where there is one alone. */
  whose(of: string): string;
  /** Whose date and order are meant where they are not the source's, by the id of an event. */
  editor(of: string): string;
  /** All of these. */
  editors: string;
}

/** An entity that no pack holds is called by its id. */
export function wordsOf({ packs, entities, homeOf }: AtlasIndex): Words {
  const editors = [...new Set(packs.map(({ pack }) => pack.editor))];
  return {
    name(id) {
      const entity = entities.get(id);
      return entity ? nameIn(homeOf(id).pack, entity, language()) : { text: id, lang: "en" };
    },
    said: (text, of) => saidIn(homeOf(of), text),
    verb: relationVerb,
    whose: (of) => (packs.length > 1 ? titleOf(homeOf(of).pack).text : ""),
    editor: (of) => homeOf(of).pack.editor,
    editors: editors.length > 1 ? listed(editors) : editors[0]!,
  };
}

export const saidIn = ({ pack }: PackIndex, text: Text): Sentence => sentenceIn(pack, text, language());

export const titleOf = (pack: Pick<Pack, "title" | "languages">): Sentence =>
  sentenceIn(pack, pack.title, language());
