/** What each setting may hold: the tables that the parser, changes, files and what other browsers hand on go by. */
import type { Fault } from "./change/faults.ts";
import { ENTITY_KINDS, HOVER_DELAY } from "./defaults.ts";
import { LAST_PLACE, LONGEST_TEXT, MOST_SITES_OF_NAME } from "./limits.ts";
import { DENSITIES, MARK_STYLES, MODIFIERS, OPEN_WAYS, type Settings, THEMES } from "./types.ts";
import {
  type Check,
  isSwitch,
  isText,
  oneOf,
  optional,
  type Shape,
  textUpTo,
  wholeNumber,
} from "./untrusted.ts";

/** The settings that hold one plain value. */
export type ScalarKey = {
  [K in keyof Settings]: Settings[K] extends boolean | number | string ? K : never;
}[keyof Settings];

/** A moment, ms since 1970, up to the last that a `Date` can hold: beyond it there is no time to show. */
const isMoment = wholeNumber(0, 8_640_000_000_000_000);

const CHECKS: Record<ScalarKey, Check> = {
  enabled: isSwitch,
  pausedUntil: isMoment,
  density: oneOf(DENSITIES),
  markStyle: oneOf(MARK_STYLES),
  openBy: oneOf(OPEN_WAYS),
  hoverDelay: wholeNumber(HOVER_DELAY.min, HOVER_DELAY.max),
  modifier: oneOf(MODIFIERS),
  theme: oneOf(THEMES),
  badge: isSwitch,
  markByDefault: isSwitch,
  readOnClick: isSwitch,
  sync: isSwitch,
};

export const SCALAR_KEYS = Object.freeze(Object.keys(CHECKS) as ScalarKey[]);

export function isScalarKey(key: string): key is ScalarKey {
  return Object.hasOwn(CHECKS, key);
}

/** What is wrong with `value` for the setting `key`; `null` when it may be stored. */
export function scalarProblem(key: ScalarKey, value: unknown): Fault | null {
  return CHECKS[key](value);
}

/** Ids as packs write them, those of installed packs behind the pack's own: `ttp`, `my-pack/ttp`. Anything else in storage is damage. */
export function isEntityId(value: unknown): value is string {
  return typeof value === "string" && /^[a-z0-9][a-z0-9:._/-]{0,191}$/.test(value);
}

/** Ids of packs; they stand before a slash in the ids of entities. */
function isPackId(value: unknown): value is string {
  return typeof value === "string" && /^[a-z0-9][a-z0-9._-]{0,79}$/.test(value);
}

/** The pack that an entity is of, by its id; "" for the bundled one. */
export const packOfEntity = (id: string): string => id.slice(0, Math.max(0, id.indexOf("/")));

const isEntity: Check = (value) => (isEntityId(value) ? null : ["faultEntityId"]);

const isSites: Check = (value) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= MOST_SITES_OF_NAME &&
  value.every((site) => typeof site === "string")
    ? null
    : ["faultNameSites", MOST_SITES_OF_NAME];

export const SITE_RULE: Shape = { pattern: isText, mark: isSwitch };
export const MEANT_RULE: Shape = { site: textUpTo(LONGEST_TEXT), entity: isEntity, instead: isEntity };
export const OWN_ALIAS: Shape = { entity: isEntity, text: isText, sites: optional(isSites) };
export const PACK_USE: Shape = {
  id: (value) => (isPackId(value) ? null : ["faultNoPackId"]),
  on: isSwitch,
  sites: optional(isSites),
  style: optional(oneOf(MARK_STYLES)),
  place: wholeNumber(0, LAST_PLACE),
};
export const SAME_RULE: Shape = { entity: isEntity, other: isEntity };
export const QUIET_RULE: Shape = {
  entity: isEntity,
  alias: optional(textUpTo(LONGEST_TEXT)),
  site: optional(textUpTo(LONGEST_TEXT)),
  until: optional(isMoment),
};

export const KINDS: Shape = Object.fromEntries(ENTITY_KINDS.map((kind) => [kind, optional(isSwitch)]));
