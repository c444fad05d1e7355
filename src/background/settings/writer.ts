/**
 * The single writer of settings. Pages send intents; the background applies them here, one commit at a time:
 * lock, read, apply, one `set` of the new record together with the good one it replaces. Without the lock two
 * contexts lose each other's changes; with two `set` calls a killed browser could keep one without the other.
 *
 * It refuses rather than guesses: settings that cannot be read, or that a newer version saved, are left as they are.
 */
import type { ChangeResult, SettingsIntent } from "../../messages/table.ts";
import { applyIntents, keyOf, replacesAll } from "../../settings/change/apply.ts";
import type { Fault } from "../../settings/change/faults.ts";
import { roomIn } from "../../settings/limits.ts";
import { migrate, VERSION } from "../../settings/migrations.ts";
import type { SparseSettings } from "../../settings/parse.ts";
import { DAMAGED_KEY, REPLACED_KEY, readReplaced, writeReplaced } from "../../settings/replaced.ts";
import {
  CURRENT_KEY,
  chooseRecord,
  managedIn,
  PREVIOUS_KEY,
  STORED_KEYS,
  type StoredRecord,
} from "../../settings/stored.ts";
import {
  type Entries,
  type FieldName,
  type FieldValue,
  fieldsOf,
  isLater,
  type Stamps,
  stampChanges,
  stampsIn,
  withFields,
} from "../../settings/sync/stamps.ts";

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

/** Milliseconds since 1970. */
export type Clock = () => number;

/** A writer over `area`. All intents of a call are one commit: all hold afterwards, or none. Never rejects. */
export function createWriter(area: StorageArea, lock: Lock, now: Clock = Date.now): ChangeSettings {
  return async (intents) => {
    try {
      return await lock(() => change(area, intents, now()));
    } catch (error) {
      return { ok: false, error: ["faultNotWritten", reasonOf(error)] };
    }
  };
}

/**
 * Takes over what other browsers of the reader have changed later than this one, as far as there is room for it. Answers
 * how many settings there was none for. Rejects when storage does.
 */
export type AbsorbEntries = (entries: Entries) => Promise<number>;

export function createAbsorber(area: StorageArea, lock: Lock): AbsorbEntries {
  return (entries) => lock(() => absorb(area, entries));
}

/** The record in today's form. */
interface Base {
  record: StoredRecord;
  values: SparseSettings;
  stamps: Stamps;
  /** There was none: nothing to keep a copy of. */
  fresh: boolean;
}

function baseOf(items: Record<string, unknown>): Base | { error: Fault } {
  const chosen = chooseRecord(items);
  if (chosen === "damaged") return { error: ["faultLeftAlone"] };
  const record: StoredRecord =
    chosen === "absent" ? { version: VERSION, revision: 0, values: {} } : chosen.record;
  if (record.version > VERSION) return { error: ["faultNewer"] };
  const values = migrate(record.values, record.version);
  return {
    record,
    values,
    stamps: stampsIn(values, record.stamps),
    fresh: chosen === "absent",
  };
}

async function change(
  area: StorageArea,
  intents: readonly SettingsIntent[],
  now: number,
): Promise<ChangeResult> {
  const items = await area.get([...STORED_KEYS, REPLACED_KEY]);
  const locked = managedIn(items);
  if (intents.some((intent) => Object.hasOwn(locked, keyOf(intent) ?? "")))
    return { ok: false, error: ["faultLocked"] };
  const base = baseOf(items);
  if ("error" in base) {
    // The one way out of damage: the reader starts over, and what was there is put aside.
    return chooseRecord(items) === "damaged" && intents.length === 1 && intents[0]!.type === "reset"
      ? startOver(area, items)
      : { ok: false, error: base.error };
  }
  const replaced = readReplaced(items);
  const result = applyIntents(base.values, intents, replaced && migrate(replaced.values, replaced.version));
  if (!result.ok) return result;
  const stamps = stampChanges(base.stamps, fieldsOf(base.values), fieldsOf(result.values), now);
  const keeps = intents.find(replacesAll);
  const extra = keeps ? writeReplaced(base.values, now, keeps.type) : {};
  return { ok: true, revision: await write(area, base, result.values, stamps, extra) };
}

async function absorb(area: StorageArea, entries: Entries): Promise<number> {
  const base = baseOf(await area.get([...STORED_KEYS]));
  if ("error" in base) throw new Error("These settings are not to be changed.");
  const fields = fieldsOf(base.values);
  const stamps = new Map(base.stamps);
  const changes = new Map<FieldName, FieldValue | undefined>();
  const room = roomIn(base.values);
  let changed = false;
  let leftOut = 0;
  // What was taken back comes first: it makes room.
  const inOrder = [...entries].sort(
    ([, a], [, b]) => Number(a.value !== undefined) - Number(b.value !== undefined),
  );
  for (const [name, entry] of inOrder) {
    const value = fields.get(name);
    const stamp = base.stamps.get(name);
    const touched = value !== undefined || stamp !== undefined;
    const known = { stamp: stamp ?? 0, ...(value === undefined ? {} : { value }) };
    if (touched && !isLater(entry, known)) continue;
    if (entry.value !== value && !room.takes(name, value, entry.value)) {
      leftOut++;
      continue;
    }
    // Also of what was taken back and never was here: a change made here next has to be later than that.
    stamps.set(name, entry.stamp);
    changed = true;
    if (entry.value !== value) changes.set(name, entry.value);
  }
  if (!changed) return leftOut;
  const values = changes.size > 0 ? withFields(base.values, changes) : base.values;
  await write(area, base, values, stamps, {});
  return leftOut;
}

async function write(
  area: StorageArea,
  { record, fresh }: Base,
  values: SparseSettings,
  stamps: Stamps,
  extra: Record<string, unknown>,
): Promise<number> {
  const revision = record.revision + 1;
  const next: StoredRecord = { version: VERSION, revision, values, stamps: Object.fromEntries(stamps) };
  await area.set({ [CURRENT_KEY]: next, ...(fresh ? {} : { [PREVIOUS_KEY]: record }), ...extra });
  return revision;
}

async function startOver(area: StorageArea, items: Record<string, unknown>): Promise<ChangeResult> {
  const damaged = Object.fromEntries([CURRENT_KEY, PREVIOUS_KEY].map((key) => [key, items[key] ?? null]));
  const next: StoredRecord = { version: VERSION, revision: 1, values: {} };
  await area.set({ [CURRENT_KEY]: next, [PREVIOUS_KEY]: next, [DAMAGED_KEY]: damaged });
  return { ok: true, revision: 1 };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
