/** What the packs in use say of an entity, as it is looked up in (pack/lookup.ts): made of what the background tells. Pure. */
import { type EntityPart, indexPack, onlyPart, type PackIndex } from "../pack/lookup.ts";
import type { Entity, EntityId } from "../pack/types.ts";
import type { EntitySaid, PackHead, Said } from "./packs.ts";

/** Entity → its parts in the packs' order; of the bundled pack, which who asks has, the id there. */
type Told = ReadonlyArray<EntityPart | EntityId>;

export class EntityParts {
  readonly #told = new Map<EntityId, Told>();

  take({ entity, parts }: EntitySaid): void {
    this.#told.set(
      entity,
      parts.map(({ id, said }) => (said ? { id, index: indexPack(packOf(said.head, said.said)) } : id)),
    );
  }

  /** In the packs' order. @param bundled `null` before what that says has come */
  of(entity: EntityId, bundled: PackIndex | null): EntityPart[] {
    return (this.#told.get(entity) ?? [entity]).flatMap((part) =>
      typeof part !== "string" ? [part] : bundled ? onlyPart(bundled, part) : [],
    );
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
