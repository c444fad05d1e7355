/** What the packs in use say of the entities that a frame has mentions of: asked for when they are found, never at a hover. */
import type { EntitySaid, PackHead, Said } from "../messages/packs.ts";
import { type EntityPart, indexPack, onlyPart, type PackIndex } from "../pack/lookup.ts";
import type { Entity, EntityId } from "../pack/types.ts";
import { request } from "./extension/client.ts";
import { pageAddress } from "./page/dom/document.ts";

/** So many entities go in one request. */
const MOST = 1_000;

export class FrameSaid {
  /** Entity → its parts in the packs' order; of the bundled pack, which the frame has, the id there. */
  readonly #parts = new Map<EntityId, Array<EntityPart | EntityId>>();
  readonly #asked = new Set<EntityId>();

  /** In the packs' order. @param bundled `null` before what that says has come */
  partsOf(entity: EntityId, bundled: PackIndex | null): EntityPart[] {
    const parts = this.#parts.get(entity) ?? [entity];
    return parts.flatMap((part) =>
      typeof part !== "string" ? [part] : bundled ? onlyPart(bundled, part) : [],
    );
  }

  /** Never rejects; what could not be had is asked for again with the next call. */
  async bring(entities: Iterable<EntityId>): Promise<void> {
    const wanted = [...new Set(entities)].filter((entity) => !this.#asked.has(entity)).slice(0, MOST);
    if (wanted.length === 0) return;
    for (const entity of wanted) this.#asked.add(entity);
    const answer = await request("page.said", { address: pageAddress(), entities: wanted });
    if (!answer) for (const entity of wanted) this.#asked.delete(entity);
    for (const { entity, parts } of answer ?? []) this.#parts.set(entity, parts.map(partOf));
  }
}

const partOf = ({ id, said }: EntitySaid["parts"][number]): EntityPart | EntityId =>
  said ? { id, index: indexPack(packOf(said.head, said.said)) } : id;

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
