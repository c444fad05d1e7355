/** What the packs in use say of an entity, as it is looked up in (pack/lookup.ts): made of what the background tells. Pure. */
import { type EntityPart, indexPack, type PackIndex } from "../pack/lookup.ts";
import type { Entity, EntityId } from "../pack/types.ts";
import type { EntitySaid, PackHead, Said } from "./packs.ts";

/** Entity → its parts in the packs' order; `index` is `null` of the bundled pack, which who asks has. */
type Told = ReadonlyArray<Omit<EntityPart, "index"> & { index: PackIndex | null }>;

export class EntityParts {
  readonly #told = new Map<EntityId, Told>();

  take({ entity, parts }: EntitySaid): void {
    this.#told.set(
      entity,
      parts.map(({ id, said, byReader = false }) => ({
        ...{ id, byReader },
        index: said && indexPack(packOf(said.head, said.said)),
      })),
    );
  }

  /** In the packs' order. @param bundled `null` before what that says has come */
  of(entity: EntityId, bundled: PackIndex | null): EntityPart[] {
    const told: Told = this.#told.get(entity) ?? [{ id: entity, index: null }];
    return told.flatMap((part) => {
      const index = part.index ?? bundled;
      return index?.entities.has(part.id) ? [{ ...part, index }] : [];
    });
  }
}

/** Entities that are only named have nothing to say here. */
const packOf = (head: PackHead, { entities, others, ...said }: Said) => ({
  ...head,
  ...said,
  entities: [...entities, ...others.map(named)],
  ambiguities: [],
});

const named = (other: Said["others"][number]): Entity => ({
  ...other,
  summary: "",
  aliases: [],
  decoys: [],
  cues: { for: [], against: [] },
  claims: [],
  notSameAs: [],
});
