/** What a pack says, by shard: what a frame asks for when it has a mention, without the rest. */
import { indexPack, type PackIndex } from "../../pack/lookup.ts";
import type { Entity, EntityId, Pack, PassageId } from "../../pack/types.ts";
import type { StoredSays } from "./shapes.ts";
import type { Part } from "./split.ts";

export type SaysIndex = PackIndex;
export const saysIndex = (pack: Pack): SaysIndex => indexPack(pack);

/** What is said of the entities of `part`. */
export function says(index: SaysIndex, part: Part): StoredSays {
  const ids = new Set(part.entities.map(({ id }) => id));
  // As they are written, not with each spelling written out.
  const entities = part.entities.map(({ id }) => index.entities.get(id)!);
  const { ambiguities } = part;
  return { ...saysOf(entities, ids, index), ...(ambiguities.length > 0 && { ambiguities }) };
}

/** The same of a single entity, out of what is said in its shard. `null` where that does not hold it. */
export function saysOfOne(shard: StoredSays, id: EntityId): StoredSays | null {
  const entity = shard.entities.find((one) => one.id === id);
  if (!entity) return null;
  const relations = shard.relations.filter(({ from, to }) => from === id || to === id);
  const events = shard.events.filter((event) => event.entities.includes(id));
  const used = passagesIn([entity], relations, events);
  const named = idsIn([entity], relations, events);
  const others = [...shard.others, ...shard.entities.map(stub)];
  return {
    entities: [entity],
    relations,
    events,
    passages: shard.passages.filter((passage) => used.has(passage.id)),
    others: others.filter((other) => other.id !== id && named.has(other.id)),
  };
}

function saysOf(entities: Entity[], ids: ReadonlySet<EntityId>, index: SaysIndex): StoredSays {
  const relations = [...new Set(entities.flatMap(({ id }) => index.relationsOf(id)))];
  const events = [...new Set(entities.flatMap(({ id }) => index.eventsOf(id)))];
  const named = idsIn(entities, relations, events);
  const used = passagesIn(entities, relations, events);
  return {
    entities,
    relations,
    events,
    passages: [...used].flatMap((id) => index.passages.get(id) ?? []),
    others: [...named]
      .filter((id) => !ids.has(id))
      .flatMap((id) => {
        const other = index.entities.get(id);
        return other ? [stub(other)] : [];
      }),
  };
}

const stub = ({ id, kind, name, names }: Entity) => ({ id, kind, name, names });

type Said = Pick<StoredSays, "relations" | "events">;

function idsIn(
  entities: readonly Entity[],
  relations: Said["relations"],
  events: Said["events"],
): Set<EntityId> {
  return new Set([
    ...entities.flatMap(({ notSameAs }) => notSameAs.map(({ entity }) => entity)),
    ...relations.flatMap(({ from, to }) => [from, to]),
    ...events.flatMap((event) => event.entities),
  ]);
}

function passagesIn(
  entities: readonly Entity[],
  relations: Said["relations"],
  events: Said["events"],
): Set<PassageId> {
  return new Set(
    [...entities.flatMap(({ claims }) => claims), ...relations, ...events].flatMap(
      ({ passages }) => passages,
    ),
  );
}
