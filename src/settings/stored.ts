/**
 * The record in storage. Two copies are kept under two keys, written together: the newest, and the one before it,
 * which takes over when the newest is damaged. Reading has three outcomes, and the defaults serve only one of them:
 * settings that cannot be read are never mistaken for settings that were never made.
 */
import { defaults } from "./defaults.ts";
import { migrate, VERSION } from "./migrations.ts";
import { isObject, own } from "./objects.ts";
import { type Problem, parseSettings, type ReadPattern, type SparseSettings } from "./parse.ts";
import type { Settings } from "./types.ts";

export const CURRENT_KEY = "settings";
export const PREVIOUS_KEY = "settings.previous";
export const STORED_KEYS = [CURRENT_KEY, PREVIOUS_KEY] as const;

export interface StoredRecord {
  /** Version of the form of `values`, from 1. */
  version: number;
  /** Grows by one with every commit. */
  revision: number;
  /** Only what the reader touched. */
  values: SparseSettings;
}

export type ReadOutcome =
  | {
      kind: "value";
      settings: Settings;
      revision: number;
      /** What was repaired on the way. */
      problems: Problem[];
      /** Saved by a newer version of the extension: readable as far as it validates, not to be overwritten. */
      newer: boolean;
    }
  | { kind: "absent"; settings: Settings }
  | { kind: "unreadable"; error: string };

/** A record rebuilt from untrusted input; `null` when it is no record at all. */
function parseRecord(raw: unknown): StoredRecord | null {
  if (!isObject(raw)) return null;
  const version = own(raw, "version");
  const revision = own(raw, "revision");
  const values = own(raw, "values");
  if (!isCount(version, 1) || !isCount(revision, 0) || !isObject(values)) return null;
  return { version, revision, values };
}

function isCount(value: unknown, least: number): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= least;
}

/** The record that counts among the stored items, and whether it is the spare. `"damaged"` when neither copy is one. */
export function chooseRecord(
  items: Record<string, unknown>,
): { record: StoredRecord; spare: boolean } | "absent" | "damaged" {
  const current = own(items, CURRENT_KEY);
  const previous = own(items, PREVIOUS_KEY);
  if (current === undefined && previous === undefined) return "absent";
  const record = parseRecord(current);
  if (record !== null) return { record, spare: false };
  const spare = parseRecord(previous);
  return spare === null ? "damaged" : { record: spare, spare: true };
}

/** Reads what `storage.local.get(STORED_KEYS)` answered. Total: never throws. `readPattern`: see `parseSettings`. */
export function readStored(items: unknown, readPattern?: ReadPattern): ReadOutcome {
  const chosen = isObject(items) ? chooseRecord(items) : "damaged";
  if (chosen === "absent") return { kind: "absent", settings: defaults };
  if (chosen === "damaged") return { kind: "unreadable", error: "The saved settings are damaged." };
  const { record, spare } = chosen;
  const { settings, problems } = parseSettings(migrate(record.values, record.version), readPattern);
  if (spare)
    problems.unshift({ key: "", message: "The newest copy was damaged; the one before it is used." });
  return { kind: "value", settings, revision: record.revision, problems, newer: record.version > VERSION };
}
