/** What the extension's own pages and the background tell one another of installed packs. */
import type { PackProblem } from "../pack/format/read-pack.ts";
import type {
  Ambiguity,
  AnalysisEvent,
  Entity,
  EntityId,
  LanguageTag,
  Pack,
  Passage,
  Relation,
  Source,
  Text,
} from "../pack/types.ts";

/** A pack as lists show it. */
export interface PackEntry {
  id: string;
  title: Text;
  languages: readonly [LanguageTag, ...LanguageTag[]];
  version: string;
  /** `YYYY-MM-DD`. */
  date: string;
  editor: string;
  licence: string;
  source: Source;
  entities: number;
  /** Names with their variants written out, decoys and cues not counted. */
  names: number;
  /** When it was installed, ms since 1970; 0: with Sidelight. */
  installed: number;
  bundled: boolean;
  /** Part of it is not in storage any more: its file is to be installed again. */
  damaged: boolean;
  /** The reader's organisation provides it: it is neither replaced nor removed here. */
  provided?: boolean;
}

export interface PackList {
  /** In the order in which they were installed, the bundled one first. How they are used is a setting, `packs`. */
  packs: PackEntry[];
  /** What `packs.restore` brings back: the last that was removed or replaced. */
  removed: PackEntry | null;
}

/** `replaced`: there was one of this id, which `packs.restore` brings back. `more`: problems that are only counted. */
export type InstallResult =
  | { ok: true; entry: PackEntry; replaced: boolean }
  | { ok: false; problems: PackProblem[]; more: number };

/** A `BroadcastChannel` of the extension's own pages. */
export const PACK_CHANNEL = "packs";

/** What is told there: how far installing has come, of 1; `done`: the list of packs is another than before. */
export type PackNews = { news: "installing"; done: number } | { news: "changed" };

/** What a pack says of itself. */
export type PackHead = Omit<Pack, "entities" | "relations" | "events" | "passages" | "ambiguities">;

/** What a pack says of some entities: ids are global, names are in patterns as its file has them. */
export interface Said {
  entities: Entity[];
  /** Those that touch these entities, from either end. */
  relations: Relation[];
  events: AnalysisEvent[];
  passages: Passage[];
  /** Further entities, which are named in these. */
  others: Array<Pick<Entity, "id" | "kind" | "name" | "names">>;
  /** Names that several of these entities share, written out. Not where a single entity was asked for. */
  ambiguities?: Ambiguity[];
}

/** A pack that is switched on, and how it can be asked for: its parts from 0. */
export interface ActivePack {
  /** The number of the installation; 0: the bundled one, which who asks has. */
  install: number;
  parts: number;
  /** `null` of the bundled one. */
  head: PackHead | null;
}

export interface ActivePacks {
  /** In their order. */
  packs: ActivePack[];
  /** Ids of entities that give way to another pack's, each with the one that stands for it. */
  same: Array<[EntityId, EntityId]>;
}

/** What the packs in use on a page say of one entity. */
export interface EntitySaid {
  /** As it was asked for. */
  entity: EntityId;
  /** In the packs' order, of each by its own id; `null`: the bundled pack, which the frame has. */
  parts: Array<{
    id: EntityId;
    said: { head: PackHead; said: Said } | null;
    /** The reader has said that it is one with another. */
    byReader?: boolean;
  }>;
}
