/**
 * Keeps the mirror in `storage.sync` and the settings of this browser in step, where the reader wants it. One round reads
 * the mirror, takes over what is later, and writes what the mirror lacks. A round can be cut off anywhere and be begun
 * again: every step only ever adds what is later, so the next round finishes what this one left.
 */
import { VERSION } from "../../settings/migrations.ts";
import { chooseRecord, readStored, STORED_KEYS } from "../../settings/stored.ts";
import { isMirrorKey, packMirror, readMirror } from "../../settings/sync/mirror.ts";
import { entriesOf, fieldsOf, stampsIn } from "../../settings/sync/stamps.ts";
import { SYNC_STATUS_KEY, type SyncStatus } from "../../settings/sync/status.ts";
import { isSame, property } from "../../settings/untrusted.ts";
import type { AbsorbEntries, Lock, StorageArea } from "./writer.ts";

export interface SyncArea {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface Sync {
  /** A round, or one more after the one that is going on. Never rejects. */
  now(): Promise<void>;
}

export function createSync(local: StorageArea, sync: SyncArea, lock: Lock, absorb: AbsorbEntries): Sync {
  let running: Promise<void> | null = null;
  let again = false;
  const run = async () => {
    do {
      again = false;
      const status = await round(local, sync, absorb).catch(
        (error): SyncStatus => ({
          state: "failed",
          error: error instanceof Error ? error.message : String(error),
        }),
      );
      await tell(local, status, lock).catch(() => undefined);
    } while (again);
    running = null;
  };
  return {
    now() {
      again = running !== null;
      running ??= run();
      return running;
    },
  };
}

async function round(local: StorageArea, sync: SyncArea, absorb: AbsorbEntries): Promise<SyncStatus> {
  const before = readStored(await local.get([...STORED_KEYS]));
  // Settings that cannot be read, or that a newer version has saved, neither go out nor take anything in.
  if (before.kind === "unreadable" || (before.kind === "value" && before.newer)) return { state: "off" };
  if (!before.settings.sync) return { state: "off" };
  const there = await sync.get(null);
  const mirror = readMirror(there);
  const crowded = await absorb(mirror.entries);
  if (mirror.newer) return { state: "newer" };
  if (crowded > 0) return { state: "crowded", leftOut: crowded };
  const chosen = chooseRecord(await local.get([...STORED_KEYS]));
  if (typeof chosen === "string" || chosen.record.version > VERSION) return { state: "off" };
  const { values, stamps } = chosen.record;
  const { items, leftOut } = packMirror(entriesOf(fieldsOf(values), stampsIn(values, stamps)));
  const changed = Object.fromEntries(
    Object.entries(items).filter(([key, item]) => !isSame(property(there, key), item)),
  );
  const stale = Object.keys(there).filter((key) => isMirrorKey(key) && !Object.hasOwn(items, key));
  if (Object.keys(changed).length > 0) await sync.set(changed);
  if (stale.length > 0) await sync.remove(stale);
  return leftOut > 0 ? { state: "full", leftOut } : { state: "ok" };
}

/** Only where it is news: writing it each time would wake every page that watches storage. */
async function tell(local: StorageArea, status: SyncStatus, lock: Lock): Promise<void> {
  await lock(async () => {
    const known = (await local.get([SYNC_STATUS_KEY]))[SYNC_STATUS_KEY];
    if (!isSame(known ?? { state: "off" }, status)) await local.set({ [SYNC_STATUS_KEY]: status });
  });
}
