/** What each plain setting may hold: the one place that both the parser and the intents ask. */

import type { Fault } from "./change/faults.ts";
import { HOVER_DELAY } from "./defaults.ts";
import { DENSITIES, MARK_STYLES, MODIFIERS, OPEN_WAYS, type Settings, THEMES } from "./types.ts";

/** The settings that hold one plain value. */
export type ScalarKey = {
  [K in keyof Settings]: Settings[K] extends boolean | number | string ? K : never;
}[keyof Settings];

/** Says what is wrong with a value; `null` when it is fine. */
type Check = (value: unknown) => Fault | null;

const isSwitch: Check = (value) => (typeof value === "boolean" ? null : ["faultSwitch"]);

const oneOf =
  (choices: readonly string[]): Check =>
  (value) =>
    typeof value === "string" && choices.includes(value) ? null : ["faultOneOf", choices.join(", ")];

const wholeNumber =
  (min: number, max: number): Check =>
  (value) =>
    typeof value === "number" && Number.isInteger(value) && value >= min && value <= max
      ? null
      : ["faultWhole", min, max];

/** The last moment that a `Date` can hold, ms since 1970: beyond it there is no time to show. */
const LAST_MOMENT = 8_640_000_000_000_000;

const CHECKS: Record<ScalarKey, Check> = {
  enabled: isSwitch,
  pausedUntil: wholeNumber(0, LAST_MOMENT),
  density: oneOf(DENSITIES),
  markStyle: oneOf(MARK_STYLES),
  openBy: oneOf(OPEN_WAYS),
  hoverDelay: wholeNumber(HOVER_DELAY.min, HOVER_DELAY.max),
  modifier: oneOf(MODIFIERS),
  theme: oneOf(THEMES),
  badge: isSwitch,
  markByDefault: isSwitch,
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

/** Ids as packs write them; anything else in storage is damage. */
export function isEntityId(value: unknown): value is string {
  return typeof value === "string" && /^[a-z0-9][a-z0-9:._-]{0,127}$/.test(value);
}
