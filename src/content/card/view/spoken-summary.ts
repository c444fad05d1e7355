/** What a screen reader says of an entity that a mark stands for: its name and its summary. */
import { language } from "../../../i18n/t.ts";
import type { PackIndex } from "../../../pack/lookup.ts";
import { nameIn, type Sentence, sentenceIn } from "../../../pack/texts.ts";
import type { EntityId } from "../../../pack/types.ts";

export function spokenSummary({ pack, entities }: PackIndex, id: EntityId): Sentence {
  const entity = entities.get(id)!;
  const { text, lang } = sentenceIn(pack, entity.summary, language());
  return { text: `${nameIn(pack, entity, language()).text}. ${text}`, lang };
}
