/** The packs that are in use on a page, with what frames are told of them; read out of storage once in a life of the background. */
import { packsOn } from "../../settings/page/packs.ts";
import type { MarkStyle, PackUse, Settings } from "../../settings/types.ts";
import { HASH_SEED, hashAll } from "../../spot/names/word-hash.ts";
import type { PackArea } from "./area.ts";
import type { StoredEntry, StoredSays, StoredShard, StoredTable } from "./shapes.ts";

/**
 * What is read takes some milliseconds. A database that does not answer (one that is damaged, or still held by a background
 * that has just been stopped) must not keep pages from being read at all, ms.
 */
const PATIENCE = 1_500;

/** One of them. */
export interface PackInUse {
  id: string;
  /** `null` for the bundled one, which is in no storage. */
  entry: StoredEntry | null;
}

export class PacksInUse {
  readonly #area: PackArea;
  readonly #bundled: string;
  #entries: Promise<StoredEntry[]> | null = null;
  readonly #tables = new Map<number, Promise<StoredTable | null>>();
  /** What was asked for and was not there, or could not be read: by installation its records, as "says 1". */
  readonly #lost = new Map<number, Set<string>>();
  /** Installations of which that has been told. */
  readonly #toldOf = new Set<number>();
  readonly #onLost: () => void;

  /**
   * @param bundled id of the bundled pack
   * @param onLost told once of each that something is missing of, until packs are changed
   */
  constructor(area: PackArea, bundled: string, onLost: () => void = () => {}) {
    this.#area = area;
    this.#bundled = bundled;
    this.#onLost = onLost;
  }

  /** Whether something was asked for of this installation, and was not there. */
  isLost(install: number): boolean {
    return this.#lost.has(install);
  }

  /** What was read may not hold any more. */
  changed(): void {
    this.#entries = null;
    this.#tables.clear();
    this.#toldOf.clear();
  }

  /** On the page at `url`, or, with `null`, anywhere, in their order. Packs that cannot be read are none. Never rejects. */
  async on(settings: Settings, url: string | null): Promise<PackInUse[]> {
    this.#entries ??= this.#read();
    const entries = new Map((await this.#entries).map((entry) => [entry.id, entry]));
    return packsOn(settings.packs, [this.#bundled, ...entries.keys()], url).map((id) => ({
      id,
      entry: entries.get(id) ?? null,
    }));
  }

  /** `null` where it cannot be read. Never rejects. */
  table({ install }: StoredEntry): Promise<StoredTable | null> {
    let table = this.#tables.get(install);
    if (!table) {
      table = this.#get<StoredTable>("tables", install);
      this.#tables.set(install, table);
      // The next one who asks tries again.
      void table.then((read) => read ?? this.#tables.delete(install));
    }
    return table;
  }

  shard({ install }: StoredEntry, shard: number): Promise<StoredShard | null> {
    return this.#get<StoredShard>("shards", [install, shard]);
  }

  says({ install }: StoredEntry, shard: number): Promise<StoredSays | null> {
    return this.#get<StoredSays>("says", [install, shard]);
  }

  async #read(): Promise<StoredEntry[]> {
    try {
      const entries = (await inTime(this.#area.getAll("entries"))) as StoredEntry[];
      return entries.sort((a, b) => a.installed - b.installed || (a.id < b.id ? -1 : 1));
    } catch {
      // The next one who asks tries again.
      this.#entries = null;
      return [];
    }
  }

  async #get<T>(store: "tables" | "shards" | "says", key: number | [number, number]): Promise<T | null> {
    let value: unknown;
    try {
      value = await inTime(this.#area.get(store, key));
    } catch (error) {
      if (error instanceof Late) return null;
    }
    const [install, part] = [key].flat();
    this.#note(install!, `${store} ${part}`, value === undefined);
    return (value as T | undefined) ?? null;
  }

  /** Whoever is told asks for all of it again, and would be told without end: so once, whatever is there meanwhile. */
  #note(install: number, record: string, isMissing: boolean): void {
    const missing = this.#lost.get(install) ?? new Set();
    if (isMissing) missing.add(record);
    else missing.delete(record);
    if (missing.size > 0) this.#lost.set(install, missing);
    else this.#lost.delete(install);
    if (!isMissing || this.#toldOf.has(install)) return;
    this.#toldOf.add(install);
    this.#onLost();
  }
}

/** The database has not answered within `PATIENCE`. */
class Late extends Error {}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late()), PATIENCE);
  });
  return Promise.race([answer, over]).finally(() => clearTimeout(timer));
}

/**
 * Which they are, for frames to see whether they are others than before: "b,3,7", or "b,3,7 -1234" where the reader has said of
 * entities that they are one, of which no more is told; "b,3=wavy" where its names are marked so. "" for the bundled one alone.
 */
export function tokenOf(
  packs: readonly PackInUse[],
  { same, packs: uses }: Pick<Settings, "same" | "packs">,
): string {
  const looks = packs.map(({ id, entry }) =>
    [entry?.install ?? "b", styleOf(uses, id)].filter(Boolean).join("="),
  );
  const token = looks.join();
  if (token === "b") return "";
  return same.length === 0 ? token : `${token} ${hashAll(HASH_SEED, JSON.stringify(same))}`;
}

/** How the names of a pack are marked; `undefined`: as all are. */
export const styleOf = (uses: readonly PackUse[], id: string): MarkStyle | undefined =>
  uses.find((use) => use.id === id)?.style;
