/** What a screen reader says of an entity that a mark stands for: its name and its summary. */
import { language } from "../../../i18n/t.ts";
import type { EntityPart } from "../../../pack/lookup.ts";
import { nameIn, type Sentence, sentenceIn } from "../../../pack/texts.ts";

/** @param parts what the packs say of it: the first is heard. `undefined` where none has come yet */
export function spokenSummary([part]: readonly EntityPart[]): Sentence | undefined {
  if (!part) return undefined;
  const { pack, entities } = part.index;
  const entity = entities.get(part.id)!;
  const { text, lang } = sentenceIn(pack, entity.summary, language());
  return { text: `${nameIn(pack, entity, language()).text}. ${text}`, lang };
}
