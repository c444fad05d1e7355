/**
 * A pack, indexed for the card and the popup. Lookups go by `Map`, never by property name: ids come from packs, and a
 * pack is untrusted (`constructor`, `__proto__`).
 */
import type { AnalysisEvent, Entity, EntityId, Pack, Passage, PassageId, Relation } from "./types.ts";

export interface PackIndex {
  pack: Pack;
  entities: ReadonlyMap<EntityId, Entity>;
  passages: ReadonlyMap<PassageId, Passage>;
  /** Every relation that touches the entity, from either end, in the pack's order. */
  relationsOf(id: EntityId): readonly Relation[];
  /** Every event that concerns the entity, in their sequence. */
  eventsOf(id: EntityId): readonly AnalysisEvent[];
}

export function indexPack(pack: Pack): PackIndex {
  const relations = new Map<EntityId, Relation[]>();
  const events = new Map<EntityId, AnalysisEvent[]>();
  const add = <T>(map: Map<EntityId, T[]>, key: EntityId, value: T) => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  for (const relation of pack.relations) {
    add(relations, relation.from, relation);
    if (relation.to !== relation.from) add(relations, relation.to, relation);
  }
  const inSequence = pack.events.toSorted((a, b) => a.sequence - b.sequence);
  for (const event of inSequence) for (const entity of event.entities) add(events, entity, event);
  return {
    pack,
    entities: new Map(pack.entities.map((entity) => [entity.id, entity])),
    passages: new Map(pack.passages.map((passage) => [passage.id, passage])),
    relationsOf: (id) => relations.get(id) ?? [],
    eventsOf: (id) => events.get(id) ?? [],
  };
}

/** What one pack says of an entity: by its own index, and by the id that it has there. */
export interface EntityPart {
  index: PackIndex;
  id: EntityId;
  /** The reader has said that it is one with another. */
  byReader?: boolean;
}

/** The only part, of a pack alone. */
export const onlyPart = (index: PackIndex, id: EntityId): EntityPart[] =>
  index.entities.has(id) ? [{ index, id }] : [];
