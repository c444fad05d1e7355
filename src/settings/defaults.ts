/** What holds for everything that a reader never touched. Frozen: nobody changes a default in place. */
import type { EntityKind } from "../pack/types.ts";
import type { Settings } from "./types.ts";

const KINDS: Record<EntityKind, boolean> = {
  group: true,
  institution: true,
  person: true,
  work: true,
  // Names of places are everywhere in the news of their own region; marking them would drown the rest.
  place: false,
};

export const ENTITY_KINDS = Object.freeze(Object.keys(KINDS) as EntityKind[]);

/** Bounds of the dwell before a card opens, ms: below, cards fire by accident; above, they seem broken. */
export const HOVER_DELAY = Object.freeze({ min: 100, max: 2000 });

export const defaults: Settings = Object.freeze({
  enabled: true,
  pausedUntil: 0,
  kinds: Object.freeze(KINDS),
  muted: Object.freeze([] as string[]) as string[],
  quiet: Object.freeze([]) as unknown as Settings["quiet"],
  density: "first",
  markStyle: "dotted",
  openBy: "hover",
  hoverDelay: 450,
  modifier: "none",
  theme: "auto",
  badge: false,
  markByDefault: true,
  readOnClick: false,
  sites: Object.freeze([]) as unknown as Settings["sites"],
  meant: Object.freeze([]) as unknown as Settings["meant"],
  aliases: Object.freeze([]) as unknown as Settings["aliases"],
  packs: Object.freeze([]) as unknown as Settings["packs"],
  same: Object.freeze([]) as unknown as Settings["same"],
  // Site rules tell which sites somebody reads: they leave the device only when the reader says so.
  sync: false,
});
