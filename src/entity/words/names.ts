/** The name of an entity for a line of our own pages, in the reader's language. */
import { language } from "../../i18n/t.ts";
import type { PackIndex } from "../../pack/lookup.ts";
import { nameIn } from "../../pack/texts.ts";
import type { EntityId } from "../../pack/types.ts";

/** Its id where the pack does not have it, or is not there yet. */
export function nameOfEntity(index: PackIndex | null, id: EntityId): string {
  const entity = index?.entities.get(id);
  return index && entity ? nameIn(index.pack, entity, language()).text : id;
}
