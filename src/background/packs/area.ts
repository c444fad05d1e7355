/**
 * Where installed packs are kept: IndexedDB of the extension's own origin, which content scripts cannot reach, not even in
 * Firefox (decision 18). Each commit is one transaction: all of it is there afterwards, or nothing.
 */
import { type IDBPDatabase, openDB } from "idb";

/**
 * - `entries`: id → `StoredEntry`
 * - `removed`: `last` → the `StoredEntry` that can be brought back
 * - `texts`: number of an installation → its file
 * - `tables`: number → `StoredTable`
 * - `shards`, `says`: number and shard → `StoredShard`, `StoredSays`
 */
const STORES = ["entries", "removed", "texts", "tables", "shards", "says"] as const;
export type StoreName = (typeof STORES)[number];

type PackKey = string | number | [install: number, shard: number];

export type Write =
  | { put: StoreName; key: PackKey; value: unknown }
  | { remove: StoreName; key: PackKey }
  /** All that belongs to one installation. */
  | { purge: number };

export interface PackArea {
  get(store: StoreName, key: PackKey): Promise<unknown>;
  getAll(store: StoreName): Promise<unknown[]>;
  /** By the number of each installation, how many records belong to it (`recordsOf`). */
  installs(): Promise<Map<number, number>>;
  /** In one transaction, on the disk when it is fulfilled. Rejects where there is no room. */
  commit(writes: readonly Write[]): Promise<void>;
}

const NAME = "packs";
/** 2: tables hold runs by what tells most of them. */
const VERSION = 2;
const COMPILED: readonly StoreName[] = ["tables", "shards", "says"];
const OWNED: readonly StoreName[] = ["texts", ...COMPILED];

/** How many records belong to an installation of so many shards: its file, its table, and two for each shard. */
export const recordsOf = (shards: number): number => 2 + 2 * shards;

/** Opened when first asked for, and again where the browser has closed it. */
export class PackDatabase implements PackArea {
  #opening: Promise<IDBPDatabase> | null = null;

  async get(store: StoreName, key: PackKey): Promise<unknown> {
    return (await this.#open()).get(store, key);
  }

  async getAll(store: StoreName): Promise<unknown[]> {
    return (await this.#open()).getAll(store);
  }

  async installs(): Promise<Map<number, number>> {
    const database = await this.#open();
    const keys = await Promise.all(OWNED.map((store) => database.getAllKeys(store)));
    const counts = new Map<number, number>();
    for (const key of keys.flat()) {
      const install = Number(Array.isArray(key) ? key[0] : key);
      counts.set(install, (counts.get(install) ?? 0) + 1);
    }
    return counts;
  }

  async commit(writes: readonly Write[]): Promise<void> {
    const database = await this.#open();
    // "strict": a browser that is killed right after has it on the disk.
    const transaction = database.transaction([...STORES], "readwrite", { durability: "strict" });
    const asked = writes.flatMap((write): Array<Promise<unknown>> => {
      if ("purge" in write) {
        const { purge } = write;
        return OWNED.map((name) => {
          const single = name === "texts" || name === "tables";
          const all = IDBKeyRange.bound([purge, 0], [purge, Number.POSITIVE_INFINITY]);
          return transaction.objectStore(name).delete(single ? purge : all);
        });
      }
      if ("remove" in write) return [transaction.objectStore(write.remove).delete(write.key)];
      return [transaction.objectStore(write.put).put(write.value, write.key)];
    });
    // Where one fails the transaction is over, and says why; the others only say that it is.
    await Promise.all([transaction.done, ...asked.map((one) => one.catch(() => undefined))]);
  }

  #open(): Promise<IDBPDatabase> {
    this.#opening ??= openDB(NAME, VERSION, {
      async upgrade(database, before, _, transaction) {
        if (before === 0) for (const store of STORES) database.createObjectStore(store);
        // Then they are shown as damaged: their files are to be added again.
        else for (const store of COMPILED) await transaction.objectStore(store).clear();
      },
      terminated: () => {
        this.#opening = null;
      },
    }).catch((error: unknown) => {
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }
}
