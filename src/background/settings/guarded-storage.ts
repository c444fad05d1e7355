/**
 * `storage.local` as the background uses it: what nobody else may change. In Chromium the area is closed to content scripts;
 * in Firefox it cannot be (Mozilla bug 1724754), and a page that has broken out into its process can write there. So the
 * background keeps a copy of its own in `storage.session`, which no content script reaches in either browser, and goes by
 * that: it puts back what somebody else has changed as soon as it hears of a change. The copy is gone with the browser; then
 * what is stored counts, and between the last change and the end of the browser nobody but the background wrote it.
 */

import { SUCCESSOR_EVENT_KEY } from "../../messages/copies.ts";
import { DAMAGED_KEY, REPLACED_KEY } from "../../settings/replaced.ts";
import { CURRENT_KEY, MANAGED_KEY, PREVIOUS_KEY } from "../../settings/stored.ts";
import { SYNC_STATUS_KEY } from "../../settings/sync/status.ts";
import { isObject, isSame, property } from "../../settings/untrusted.ts";
import type { Lock, StorageArea } from "./writer.ts";

/** The page after installation has been opened. */
export const WELCOMED_KEY = "welcomed";
/** Ids of the packs that were installed for the reader's organisation: who could add to them would have packs removed. */
export const PROVIDED_KEY = "packs.provided";
/** The packs that are installed, as lists show them: so that those are missed whose database is gone. */
export const KNOWN_PACKS_KEY = "packs.known";

/** All that the background keeps but the pack, which it carries. */
export const GUARDED_KEYS = [
  CURRENT_KEY,
  PREVIOUS_KEY,
  MANAGED_KEY,
  REPLACED_KEY,
  DAMAGED_KEY,
  SYNC_STATUS_KEY,
  SUCCESSOR_EVENT_KEY,
  WELCOMED_KEY,
  PROVIDED_KEY,
  KNOWN_PACKS_KEY,
];

/** In `storage.session`: the copy. */
const COPY_KEY = "guarded";

export interface LocalArea extends StorageArea {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  remove(keys: string[]): Promise<void>;
}

export interface GuardedStorage extends StorageArea {
  /** Puts back what somebody else has changed. To be called after every change. Never rejects. */
  restore(): Promise<void>;
}

const LOCK_NAME = "guard";

export function guardedStorageLock<T>(task: () => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK_NAME, task) as Promise<T>;
}

/** @param known further keys that are the extension's own, and stay when room is needed */
export function guardStorage(
  local: LocalArea,
  session: StorageArea,
  lock: Lock,
  known: readonly string[],
): GuardedStorage {
  const isOurs = (key: string) => GUARDED_KEYS.includes(key) || known.includes(key);

  /** What the background goes by. Taken from storage where the browser has just started. */
  const copy = async (): Promise<Record<string, unknown>> => {
    const copied = (await session.get([COPY_KEY]))[COPY_KEY];
    if (isObject(copied)) return copied;
    const stored = await local.get(GUARDED_KEYS);
    await session.set({ [COPY_KEY]: stored });
    return stored;
  };

  /** Away with what is not ours: it may be there to leave no room for us. */
  const makeRoom = async () => {
    const foreign = Object.keys(await local.get(null)).filter((key) => !isOurs(key));
    if (foreign.length > 0) await local.remove(foreign);
  };

  const write = async (items: Record<string, unknown>) => {
    try {
      await local.set(items);
    } catch {
      await makeRoom();
      await local.set(items);
    }
  };

  return {
    get: (keys) =>
      lock(async () => {
        const guarded = keys.filter((key) => GUARDED_KEYS.includes(key));
        const others = keys.filter((key) => !GUARDED_KEYS.includes(key));
        const items = others.length > 0 ? await local.get(others) : {};
        if (guarded.length === 0) return items;
        const values = await copy();
        for (const key of guarded) if (Object.hasOwn(values, key)) items[key] = property(values, key);
        return items;
      }),
    set: (items) =>
      lock(async () => {
        const before = await copy();
        const guarded = Object.entries(items).filter(([key]) => GUARDED_KEYS.includes(key));
        // The copy first: a background that is stopped in between finishes the change when it wakes.
        if (guarded.length > 0)
          await session.set({ [COPY_KEY]: { ...before, ...Object.fromEntries(guarded) } });
        try {
          await write(items);
        } catch (error) {
          await session.set({ [COPY_KEY]: before });
          throw error;
        }
      }),
    restore: () =>
      lock(async () => {
        const values = await copy();
        const stored = await local.get(GUARDED_KEYS);
        const changed = Object.keys(values).filter(
          (key) => !isSame(property(stored, key), property(values, key)),
        );
        const added = Object.keys(stored).filter((key) => !Object.hasOwn(values, key));
        if (added.length > 0) await local.remove(added);
        if (changed.length > 0) await write(Object.fromEntries(changed.map((key) => [key, values[key]])));
      }).catch(() => undefined),
  };
}
