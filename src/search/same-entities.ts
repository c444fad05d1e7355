/** Entities of several packs that are one: they go by one id, and each pack knows it by its own. */
import type { EntityId } from "../pack/types.ts";

export class SameEntities {
  readonly #standing: ReadonlyMap<EntityId, EntityId>;
  readonly #all = new Map<EntityId, EntityId[]>();

  /** @param pairs ids that give way to another pack's, each with the one that stands for it */
  constructor(pairs: Iterable<readonly [EntityId, EntityId]>) {
    this.#standing = new Map(pairs);
    for (const [id, standing] of this.#standing) {
      const all = this.#all.get(standing);
      if (all) all.push(id);
      else this.#all.set(standing, [standing, id]);
    }
  }

  /** The id that it goes by. */
  standing(id: EntityId): EntityId {
    return this.#standing.get(id) ?? id;
  }

  /** All ids of the entity that goes by this one. */
  all(standing: EntityId): readonly EntityId[] {
    return this.#all.get(standing) ?? [standing];
  }
}

/** What is one already is found by each of its names, as where the reader says which are. */
export const EACH_BY_ITSELF = new SameEntities([]);
