/** What is kept when everything is replaced at once: the settings before the last reset, import or restoring. */
import { VERSION } from "./migrations.ts";
import type { SparseSettings } from "./parse.ts";
import { isRecord, isText, property, readMembers, type Shape, wholeFrom, wholeNumber } from "./untrusted.ts";

export const REPLACED_KEY = "settings.kept";
/** Settings that could not be read, put aside when the reader started over. */
export const DAMAGED_KEY = "settings.damaged";

export interface ReplacedSettings {
  version: number;
  values: SparseSettings;
  /** When, in milliseconds since 1970. */
  at: number;
  /** What replaced them: `reset`, `import` or `restore`. */
  before: string;
}

/** Items for the `set` call that replaces the settings. */
export function writeReplaced(values: SparseSettings, at: number, before: string): Record<string, unknown> {
  return { [REPLACED_KEY]: { version: VERSION, values, at, before } satisfies ReplacedSettings };
}

const REPLACED: Shape = {
  version: wholeNumber(1, VERSION),
  values: isRecord,
  at: wholeFrom(0),
  before: isText,
};

/** `null` where there is nothing to go back to, or where a newer version kept it. */
export const readReplaced = (items: unknown): ReplacedSettings | null =>
  readMembers(property(items, REPLACED_KEY), REPLACED) as ReplacedSettings | null;
