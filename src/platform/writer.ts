/**
 * The single writer of settings. Pages send intents; the background applies them here, one commit at a time:
 * lock, read, apply, one `set` of the new record together with the good one it replaces. Without the lock two
 * contexts lose each other's changes; with two `set` calls a killed browser could keep one without the other.
 *
 * It refuses rather than guesses: settings that cannot be read, or that a newer version saved, are left as they are.
 */
import type { ChangeResult, SettingsIntent } from "../messages/table.ts";
import { applyIntents } from "../settings/apply.ts";
import { migrate, VERSION } from "../settings/migrations.ts";
import {
  CURRENT_KEY,
  chooseRecord,
  PREVIOUS_KEY,
  STORED_KEYS,
  type StoredRecord,
} from "../settings/stored.ts";

export interface StorageArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** Runs `task` while no other holder of the lock runs, in any context of the extension. */
export type Lock = <T>(task: () => Promise<T>) => Promise<T>;

const LOCK_NAME = "settings";

export function settingsLock<T>(task: () => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK_NAME, task) as Promise<T>;
}

export type ChangeSettings = (intents: readonly SettingsIntent[]) => Promise<ChangeResult>;

/** A writer over `area`. All intents of a call are one commit: all hold afterwards, or none. Never rejects. */
export function createWriter(area: StorageArea, lock: Lock): ChangeSettings {
  return async (intents) => {
    try {
      return await lock(() => commit(area, intents));
    } catch (error) {
      return { ok: false, error: `The settings could not be saved: ${reasonOf(error)}` };
    }
  };
}

async function commit(area: StorageArea, intents: readonly SettingsIntent[]): Promise<ChangeResult> {
  const chosen = chooseRecord(await area.get([...STORED_KEYS]));
  if (chosen === "damaged") {
    return { ok: false, error: "The saved settings are damaged, so they are left untouched." };
  }
  const last: StoredRecord =
    chosen === "absent" ? { version: VERSION, revision: 0, values: {} } : chosen.record;
  if (last.version > VERSION) {
    return { ok: false, error: "These settings were saved by a newer version of Sidelight." };
  }
  const result = applyIntents(migrate(last.values, last.version), intents);
  if (!result.ok) return result;
  const revision = last.revision + 1;
  const next: StoredRecord = { version: VERSION, revision, values: result.values };
  await area.set({ [CURRENT_KEY]: next, ...(chosen === "absent" ? {} : { [PREVIOUS_KEY]: last }) });
  return { ok: true, revision };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
