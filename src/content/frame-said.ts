/** What the packs in use say of the entities that a frame has mentions of: asked for when they are found, never at a hover. */
import { EntityParts } from "../messages/entity-parts.ts";
import type { EntityPart, PackIndex } from "../pack/lookup.ts";
import type { EntityId } from "../pack/types.ts";
import { request } from "./extension/client.ts";
import { pageAddress } from "./page/dom/document.ts";

/** So many entities go in one request. */
const MOST = 1_000;

export class FrameSaid {
  readonly #parts = new EntityParts();
  readonly #asked = new Set<EntityId>();

  /** In the packs' order. @param bundled `null` before what that says has come */
  partsOf(entity: EntityId, bundled: PackIndex | null): EntityPart[] {
    return this.#parts.of(entity, bundled);
  }

  /** Never rejects; what could not be had is asked for again with the next call. */
  async bring(entities: Iterable<EntityId>): Promise<void> {
    const wanted = [...new Set(entities)].filter((entity) => !this.#asked.has(entity)).slice(0, MOST);
    if (wanted.length === 0) return;
    for (const entity of wanted) this.#asked.add(entity);
    const answer = await request("page.said", { address: pageAddress(), entities: wanted });
    if (!answer) for (const entity of wanted) this.#asked.delete(entity);
    for (const said of answer ?? []) this.#parts.take(said);
  }
}
