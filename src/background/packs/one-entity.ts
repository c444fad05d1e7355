/** Which entities of the packs in use are one, by what links them: they go by the id that the first of these packs has. */
import type { EntityId } from "../../pack/types.ts";

/** Wikidata's id, or what the reader has said of two → the entity, of one pack. */
export type Links = ReadonlyMap<string, EntityId>;

/** @param packs in their order. Answers the ids that give way, each with the one that stands for it. */
export function sameEntities(packs: readonly Links[]): Map<EntityId, EntityId> {
  const first = new Map<string, EntityId>();
  const ids = new Map<EntityId, EntityId>();
  /** Where each comes in the packs' order. */
  const order = new Map<EntityId, number>();
  const standing = (id: EntityId): EntityId => {
    let stands = id;
    for (let next = ids.get(stands); next !== undefined; next = ids.get(stands)) stands = next;
    return stands;
  };
  for (const links of packs)
    for (const [link, id] of links) {
      if (!order.has(id)) order.set(id, order.size);
      const known = first.get(link);
      if (known === undefined) first.set(link, id);
      else {
        // A link may join two that stand for others already, and the later one of them may have been met first by it.
        const [stands, gives] = [standing(known), standing(id)].sort((a, b) => order.get(a)! - order.get(b)!);
        if (stands !== gives) ids.set(gives!, stands!);
      }
    }
  for (const id of ids.keys()) ids.set(id, standing(id));
  return ids;
}
