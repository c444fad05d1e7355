/**
 * The record in storage. Two copies are kept under two keys, written together: the newest, and the one before it,
 * which takes over when the newest is damaged. Reading has three outcomes, and the defaults serve only one of them:
 * settings that cannot be read are never mistaken for settings that were never made.
 *
 * What an organisation prescribes lies under a third key, as the background last found it, so that all is had in one
 * read.
 */
import type { Fault } from "./change/faults.ts";
import type { ReadMode } from "./lists.ts";
import { migrate, VERSION } from "./migrations.ts";
import { type Problem, parseSettings, type SparseSettings } from "./parse.ts";
import type { Settings } from "./types.ts";
import {
  isObject,
  isRecord,
  type PlainObject,
  property,
  readMembers,
  type Shape,
  wholeFrom,
} from "./untrusted.ts";

export const CURRENT_KEY = "settings";
export const PREVIOUS_KEY = "settings.previous";
export const MANAGED_KEY = "settings.managed";
export const STORED_KEYS = [CURRENT_KEY, PREVIOUS_KEY, MANAGED_KEY] as const;

export interface StoredRecord {
  /** Version of the form of `values`, from 1. */
  version: number;
  /** Grows by one with every commit. */
  revision: number;
  /** Only what the reader touched. */
  values: SparseSettings;
  /** When each field was last changed (stamps.ts). Untrusted; only what writes settings looks at it. */
  stamps?: unknown;
}

export type ReadOutcome =
  | {
      kind: "value";
      settings: Settings;
      /** Settings that an organisation prescribes. */
      locked: string[];
      revision: number;
      /** What was repaired on the way. */
      problems: Problem[];
      /** Saved by a newer version of the extension: readable as far as it validates, not to be overwritten. */
      newer: boolean;
    }
  | { kind: "absent"; settings: Settings; locked: string[] }
  | { kind: "unreadable"; error: Fault };

const RECORD: Shape = {
  version: wholeFrom(1),
  revision: wholeFrom(0),
  values: isRecord,
  stamps: () => null,
};

/** The record that counts among the stored items, and whether it is the spare. `"damaged"` when neither copy is one. */
export function chooseRecord(
  items: Record<string, unknown>,
): { record: StoredRecord; spare: boolean } | "absent" | "damaged" {
  const current = property(items, CURRENT_KEY);
  const previous = property(items, PREVIOUS_KEY);
  if (current === undefined && previous === undefined) return "absent";
  const record = readMembers(current, RECORD) as StoredRecord | null;
  if (record !== null) return { record, spare: false };
  const spare = readMembers(previous, RECORD) as StoredRecord | null;
  return spare === null ? "damaged" : { record: spare, spare: true };
}

/** What an organisation prescribes: settings that stand above the reader's. */
export function managedIn(items: PlainObject): SparseSettings {
  const managed = property(items, MANAGED_KEY);
  return isObject(managed) ? managed : {};
}

/** Reads what `storage.local.get(STORED_KEYS)` answered. Total: never throws. `mode`: see `parseSettings`. */
export function readStored(items: unknown, mode?: ReadMode): ReadOutcome {
  const chosen = isObject(items) ? chooseRecord(items) : "damaged";
  if (chosen === "damaged") return { kind: "unreadable", error: ["faultDamaged"] };
  const managed = managedIn(items as PlainObject);
  const locked = Object.keys(managed);
  if (chosen === "absent") return { kind: "absent", settings: parseSettings(managed, mode).settings, locked };
  const { record, spare } = chosen;
  const values = { ...migrate(record.values, record.version), ...managed };
  const { settings, problems } = parseSettings(values, mode);
  if (spare) problems.unshift({ path: [], fault: ["faultSpare"] });
  const newer = record.version > VERSION;
  return { kind: "value", settings, locked, revision: record.revision, problems, newer };
}

/** The same of storage that is still to be asked. Never rejects. */
export async function loadStored(
  get: (keys: string[]) => Promise<unknown>,
  mode?: ReadMode,
): Promise<ReadOutcome> {
  try {
    return readStored(await get([...STORED_KEYS]), mode);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "unreadable", error: ["faultNotRead", reason] };
  }
}
