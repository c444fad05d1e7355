/** Which entities of the packs in use are one: by Wikidata's ids, they go by the id that the first of these packs has. */
import type { EntityId } from "../../pack/types.ts";

/** Wikidata's id → the entity, of one pack. */
export type Links = ReadonlyMap<string, EntityId>;

/** @param packs in their order. Answers the ids that give way, each with the one that stands for it. */
export function sameEntities(packs: readonly Links[]): Map<EntityId, EntityId> {
  const first = new Map<string, EntityId>();
  const ids = new Map<EntityId, EntityId>();
  const standing = (id: EntityId): EntityId => {
    let stands = id;
    for (let next = ids.get(stands); next !== undefined; next = ids.get(stands)) stands = next;
    return stands;
  };
  for (const links of packs)
    for (const [link, id] of links) {
      const known = first.get(link);
      if (known === undefined) first.set(link, id);
      else if (standing(id) !== standing(known)) ids.set(standing(id), standing(known));
    }
  for (const id of ids.keys()) ids.set(id, standing(id));
  return ids;
}
