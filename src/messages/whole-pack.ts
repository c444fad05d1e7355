/** An installed pack out of the parts that it is kept in, as it is searched and shown: its ids are global, its names written out. */
import { indexPack, type PackIndex } from "../pack/lookup.ts";
import type { Ambiguity, AnalysisEvent, Entity, Passage, Relation } from "../pack/types.ts";
import { writtenOut } from "../pack/variants.ts";
import type { PackHead, Said } from "./packs.ts";

export class PackParts {
  readonly #head: PackHead;
  readonly #entities: Entity[] = [];
  readonly #ambiguities: Ambiguity[] = [];
  // A tie between entities of two parts is in both.
  readonly #relations = new Map<string, Relation>();
  readonly #events = new Map<string, AnalysisEvent>();
  readonly #passages = new Map<string, Passage>();

  constructor(head: PackHead) {
    this.#head = head;
  }

  /** Takes a part. They come in order; each takes some milliseconds at the most. */
  take({ entities, relations, events, passages, ambiguities = [] }: Said): void {
    for (const entity of entities) this.#entities.push({ ...entity, aliases: writtenOut(entity.aliases) });
    for (const relation of relations) this.#relations.set(relation.id, relation);
    for (const event of events) this.#events.set(event.id, event);
    this.#ambiguities.push(...ambiguities);
    for (const passage of passages) this.#passages.set(passage.id, passage);
  }

  whole(): PackIndex {
    return indexPack({
      ...this.#head,
      entities: this.#entities,
      relations: [...this.#relations.values()],
      events: [...this.#events.values()],
      passages: [...this.#passages.values()],
      ambiguities: this.#ambiguities,
    });
  }
}
