/** What is kept when everything is replaced at once: the settings before the last reset, import or restoring. */
import { VERSION } from "./migrations.ts";
import { isObject, own } from "./objects.ts";
import type { SparseSettings } from "./parse.ts";

export const KEPT_KEY = "settings.kept";
/** Settings that could not be read, put aside when the reader started over. */
export const DAMAGED_KEY = "settings.damaged";

export interface Kept {
  version: number;
  values: SparseSettings;
  /** When, in milliseconds since 1970. */
  at: number;
  /** What replaced them: `reset`, `import` or `restore`. */
  before: string;
}

/** Items for the `set` call that replaces the settings. */
export function writeKept(values: SparseSettings, at: number, before: string): Record<string, unknown> {
  return { [KEPT_KEY]: { version: VERSION, values, at, before } satisfies Kept };
}

/** `null` where there is nothing to go back to, or where a newer version kept it. */
export function readKept(items: unknown): Kept | null {
  const raw = isObject(items) ? own(items, KEPT_KEY) : undefined;
  if (!isObject(raw)) return null;
  const version = own(raw, "version");
  const values = own(raw, "values");
  const at = own(raw, "at");
  const before = own(raw, "before");
  if (typeof version !== "number" || version < 1 || version > VERSION || !isObject(values)) return null;
  if (typeof at !== "number" || !Number.isFinite(at) || typeof before !== "string") return null;
  return { version, values, at, before };
}
