/** What is kept of an installed pack (area.ts), compiled alone, so that switching packs, their order and sites compile nothing. */
import type { PackEntry, PackHead, Said } from "../../messages/packs.ts";
import type { EntityId, EntityKind } from "../../pack/types.ts";
import type { StoredLexicon } from "../../spot/names/stored-lexicon.ts";
import type { TellingRuns } from "../../spot/sieve/telling-runs.ts";

/** A pack and where what belongs to it is kept: an installation has a number of its own, so that of two with one id nothing mixes. */
export interface StoredEntry extends PackEntry {
  install: number;
  shards: number;
}

/** Whole entities with all their names: what a page reads at once. Ids are global (`globalId`). */
export interface StoredShard {
  lexicon: StoredLexicon;
  kinds: Record<EntityId, EntityKind>;
}

/** Of a whole pack. */
export interface StoredTable {
  /** What every frame's text is sieved by; `places`: those that names of places add. */
  sieve: TellingRuns;
  places: TellingRuns;
  /** What a frame that has names asks by: decoys and surnames take part, for they can take the place of a name. */
  asks: TellingRuns;
  /** The keys of the runs of `asks`, ascending, and beside each a shard in which forms with it are. */
  keys: Int32Array;
  shardOfKey: Int32Array;
  /** Entity → its shard. */
  shardOf: ReadonlyMap<EntityId, number>;
  head: PackHead;
  /** Wikidata's id → the entity. */
  links: ReadonlyMap<string, EntityId>;
}

/** What is said of a shard's entities; `others` are of other shards. */
export type StoredSays = Said;

/** `my-pack/ttp`: ids of installed packs, as all but the pack's own file know them. */
export const globalId = (pack: string, id: EntityId): EntityId => `${pack}/${id}`;
