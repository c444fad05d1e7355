/** What the options' back-up section shows: the file for the settings, what is kept to go back to, and the sync. */
import { writeBackup } from "../../settings/file/backup.ts";
import { migrate, VERSION } from "../../settings/migrations.ts";
import type { SparseSettings } from "../../settings/parse.ts";
import { REPLACED_KEY, type ReplacedSettings, readReplaced } from "../../settings/replaced.ts";
import { CURRENT_KEY, chooseRecord, PREVIOUS_KEY } from "../../settings/stored.ts";
import { readSyncStatus, SYNC_STATUS_KEY, type SyncStatus } from "../../settings/sync/status.ts";
import { onLocalChange, readLocal } from "../storage.ts";

export interface BackupState {
  /** The settings that there are, sparse, in today's form. */
  values: SparseSettings;
  /** The text of the file that holds them; of damaged ones, all that is stored. */
  file: string;
  /** What the settings were before all of them were replaced. */
  replaced: ReplacedSettings | null;
  sync: SyncStatus;
}

const KEYS = [CURRENT_KEY, PREVIOUS_KEY, REPLACED_KEY, SYNC_STATUS_KEY];

/** `null` where storage cannot be read at all. */
export async function loadBackup(): Promise<BackupState | null> {
  try {
    const items = await readLocal(KEYS);
    const chosen = chooseRecord(items);
    const shared = { replaced: readReplaced(items), sync: readSyncStatus(items) };
    if (chosen === "damaged") return { values: {}, file: JSON.stringify(items, null, 2), ...shared };
    if (chosen === "absent") return { values: {}, file: writeBackup({}), ...shared };
    const { values, version } = chosen.record;
    // Of a newer version the file is that version's, to be read by it.
    const file = version > VERSION ? writeBackup(values, version) : writeBackup(migrate(values, version));
    return { values: migrate(values, version), file, ...shared };
  } catch {
    return null;
  }
}

/** Hands on the state at once and after each change, until the function returned is called. */
export function onBackup(callback: (state: BackupState) => void): () => void {
  const load = () => void loadBackup().then((state) => state && callback(state));
  load();
  return onLocalChange(KEYS, load);
}
