/**
 * What a reader can change. Stored sparsely over `defaults` (see defaults.ts): a key that was never touched is absent,
 * so that a better default reaches everyone who did not choose otherwise.
 */
import type { EntityId, EntityKind } from "../pack/types.ts";

export const MARK_STYLES = ["dotted", "line", "wavy", "double", "tint"] as const;
export type MarkStyle = (typeof MARK_STYLES)[number];

export const MODIFIERS = ["none", "alt", "ctrl", "shift"] as const;
/** The key that must be held for a hover to open a card. */
type Modifier = (typeof MODIFIERS)[number];

export const THEMES = ["auto", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

export const DENSITIES = ["first", "all"] as const;
/** `first`: the first mention of an entity in each section is marked; `all`: every one. */
export type Density = (typeof DENSITIES)[number];

/** `keys`: by the commands for next and previous mark alone. */
export const OPEN_WAYS = ["hover", "click", "keys"] as const;
type OpenWay = (typeof OPEN_WAYS)[number];

/**
 * A rule for some sites. `pattern` is a host (`example.org`: that host and every host below it), optionally followed by
 * a path prefix (`example.org/live`). The most specific rule wins.
 */
export interface SiteRule {
  pattern: string;
  mark: boolean;
}

/** A name that the reader has given to an entity. */
export interface OwnAlias {
  entity: EntityId;
  text: string;
  /** Looked for on these sites only: patterns, as in `SiteRule`, sorted. Absent: everywhere. */
  sites?: string[];
}

/** A name that is left unmarked in part; at least one of the three that are not the entity is there. */
export interface QuietRule {
  entity: EntityId;
  /** Only where it is called so, as the pack writes it. */
  alias?: string;
  /** Only on this site: a pattern, as in `SiteRule`. */
  site?: string;
  /** Only until then, ms since 1970. */
  until?: number;
}

/** Which of two entities is meant on a site by the names that both may be called by. */
export interface MeantRule {
  /** A pattern, as in `SiteRule`; the most specific one holds. */
  site: string;
  entity: EntityId;
  instead: EntityId;
}

/** How an analysis (a pack) is used; one that has no such item is in use everywhere, behind those that have. */
export interface PackUse {
  /** The pack's id; the bundled one has its own. */
  id: string;
  on: boolean;
  /** In use on these sites only: patterns, as in `SiteRule`, sorted. Absent: everywhere. */
  sites?: string[];
  /** How its names are marked, so that they are told from others'; absent: as `markStyle` says. */
  style?: MarkStyle;
  /** In the packs' order, from 0: of two that mean different things by one name, the first is likelier. */
  place: number;
}

/** Entities of two packs that the reader has said are one. Ids as all packs' are told apart by; the smaller one first. */
export interface SameRule {
  entity: EntityId;
  other: EntityId;
}

export interface Settings {
  /** The main switch. */
  enabled: boolean;
  /** Nothing is marked until then, ms since 1970: a pause ends by itself. Belongs to this browser, as `sync` does. */
  pausedUntil: number;
  /** Kinds that are marked. Places are off by default. */
  kinds: Record<EntityKind, boolean>;
  /** Entities that are never marked, sorted. */
  muted: EntityId[];
  /** Names left unmarked in part, by what they are about. */
  quiet: QuietRule[];
  density: Density;
  markStyle: MarkStyle;
  openBy: OpenWay;
  /** Dwell before a card opens, ms, 100…2000. */
  hoverDelay: number;
  modifier: Modifier;
  theme: Theme;
  /** A count of entities on the toolbar button. */
  badge: boolean;
  /** What holds on sites that no rule names: `true` marks everywhere but on sites switched off. */
  markByDefault: boolean;
  /** Of those that are not marked by default: opening the popup over one has that page read. */
  readOnClick: boolean;
  sites: SiteRule[];
  /** By site, then the two entities. */
  meant: MeantRule[];
  /** Further names for entities, by entity, then text. */
  aliases: OwnAlias[];
  /** By id. */
  packs: PackUse[];
  /** By the two. */
  same: SameRule[];
  /** Keep a copy in the browser's own sync. Belongs to this browser; is itself never mirrored. */
  sync: boolean;
}
