/** What frames are told of names: what their text is sieved by, the reader's own, compiled, and those of installed packs that they ask for. */
import { bundledSieve } from "sidelight:sieve";
import type { EntitySaid } from "../messages/packs.ts";
import type { FrameSieve, PackNames, PackRuns, PackShards } from "../messages/table.ts";
import { ownNameSource } from "../pack/own-names.ts";
import type { EntityId } from "../pack/types.ts";
import { pauseLeft } from "../settings/page/expiry.ts";
import { namesOn } from "../settings/page/names.ts";
import { marksOn } from "../settings/page/sites.ts";
import { loadStored } from "../settings/stored.ts";
import type { Settings } from "../settings/types.ts";
import { compileLexicon } from "../spot/names/lexicon.ts";
import { type StoredLexicon, storeLexicon } from "../spot/names/stored-lexicon.ts";
import { chooseRuns } from "../spot/sieve/choose.ts";
import {
  type FilterColumns,
  joinFilters,
  makeFilter,
  NO_LETTERS,
  UNTOLD,
} from "../spot/sieve/make-filter.ts";
import { columnsOf, storeSieve } from "../spot/sieve/stored-sieve.ts";
import { runsWith, type TellingRuns } from "../spot/sieve/telling-runs.ts";
import { isBundledEntity } from "./bundled.ts";
import { type PackInUse, type PacksInUse, styleOf, tokenOf } from "./packs/in-use.ts";
import { sameIn } from "./packs/links.ts";
import { saysOfOne } from "./packs/says.ts";
import type { StoredTable } from "./packs/shapes.ts";
import { shardsWith } from "./packs/shards-with.ts";
import type { StorageArea } from "./settings/writer.ts";

const NOT_READ: FrameSieve = { sieve: "", telling: "", token: "", again: 0 };
/** So many sieves that were put together are kept, for frames of one site come in numbers. */
const MOST_KEPT = 8;

export class FrameNames {
  readonly #area: StorageArea;
  readonly #packs: PacksInUse;
  /** By what they are of. */
  readonly #made = new Map<string, string>();

  constructor(area: StorageArea, packs: PacksInUse) {
    this.#area = area;
    this.#packs = packs;
  }

  /** For a frame of the page at `address`. `once`: the reader has asked for it, whatever holds by default. Never rejects. */
  async sieve(address: string, once: boolean): Promise<FrameSieve> {
    const settings = await this.#settings();
    // Settings that cannot be read might say that this site is off: then nothing is marked.
    if (!settings) return NOT_READ;
    const again = pauseLeft(settings, Date.now());
    if (again > 0 || !marksOn(once ? { ...settings, markByDefault: true } : settings, address))
      return { ...NOT_READ, again };
    const own = chooseRuns(ownNameSource(namesOn(settings.aliases, address)));
    const packs = await this.#packs.on(settings, address);
    const { place } = settings.kinds;
    const { tables, installs } = await this.#tables(packs);
    const lists = tables.flatMap((table) => listsOf(table, false, place));
    return {
      sieve: await this.#sieveOf(packs, place, own),
      telling: this.#tellingOf(`sieve ${place} ${installs}`, lists),
      token: tokenOf(packs, settings),
      again,
    };
  }

  /** The runs of installed packs behind these telling parts (`page.runs`). Never rejects. */
  async runs(
    address: string,
    { keys, known, asks }: { keys: readonly number[]; known: readonly number[]; asks: boolean },
  ): Promise<PackRuns | null> {
    const settings = await this.#settings();
    if (!settings) return null;
    const packs = await this.#packs.on(settings, address);
    const { tables } = await this.#tables(packs);
    const lists = tables.flatMap((table) => listsOf(table, asks, settings.kinds.place));
    const found = lists.map((list) => runsWith(list, keys));
    const token = tokenOf(packs, settings);
    if (found.every(({ size }) => size === 0)) return { token, keys: [], sieve: "" };
    const all = [...found, ...lists.map((list) => runsWith(list, known))];
    const runs = new Set(all.flatMap((some) => [...some.values()].flat()));
    return {
      token,
      keys: [...new Set(found.flatMap((some) => [...some.keys()]))],
      // The frame has the letters: with the telling parts it was told of them.
      sieve: storeSieve({ ...makeFilter([...runs]), ...UNTOLD, letters: NO_LETTERS }),
    };
  }

  /** The reader's own names for the page at `address`; `null` for none. Never rejects. */
  async own(address: string): Promise<StoredLexicon | null> {
    const settings = await this.#settings();
    const names = settings ? namesOn(settings.aliases, address) : [];
    return names.length === 0 ? null : storeLexicon(compileLexicon(ownNameSource(names)));
  }

  /** What a frame asks for the names of installed packs by. Never rejects. */
  async packNames(address: string): Promise<PackNames | null> {
    const settings = await this.#settings();
    if (!settings) return null;
    const packs = await this.#packs.on(settings, address);
    const token = tokenOf(packs, settings);
    const { tables, installs } = await this.#tables(packs);
    const lists = tables.flatMap((table) => listsOf(table, true, false));
    const telling = this.#tellingOf(`asks ${installs}`, lists);
    const bundled = packs.findIndex(({ entry }) => entry === null);
    const style = bundled < 0 ? undefined : styleOf(settings.packs, packs[bundled]!.id);
    return { token, bundled, telling, ...(style && { style }) };
  }

  /**
   * The shards of these packs in which forms with these keys are, but for those that the frame has. Never rejects.
   *
   * @param known as `PackShards` calls them
   */
  async shards(
    address: string,
    keys: readonly number[],
    known: readonly string[],
  ): Promise<PackShards | null> {
    const settings = await this.#settings();
    if (!settings) return null;
    const packs = await this.#packs.on(settings, address);
    const answer: PackShards = { token: tokenOf(packs, settings), shards: [], ids: [] };
    const entities = new Set<EntityId>(bundledSieve.links.map(([, id]) => id));
    for (const [place, { id: pack, entry }] of packs.entries()) {
      const table = entry && (await this.#packs.table(entry));
      if (!table) continue;
      for (const shard of shardsWith(table, keys)) {
        const id = `${entry.install}.${shard}`;
        if (known.includes(id)) continue;
        const stored = await this.#packs.shard(entry, shard);
        if (!stored) continue;
        const style = styleOf(settings.packs, pack);
        answer.shards.push({ id, pack, place, ...(style && { style }), ...stored });
        for (const entity of Object.keys(stored.kinds)) entities.add(entity);
      }
    }
    const { ids } = await sameIn(this.#packs, packs, settings.same);
    answer.ids = [...ids].filter(([id]) => entities.has(id));
    return answer;
  }

  /** What the packs in use say of these entities; with `null` for an address, those that are in use anywhere. Never rejects. */
  async said(address: string | null, entities: readonly EntityId[]): Promise<EntitySaid[] | null> {
    const settings = await this.#settings();
    if (!settings) return null;
    const packs = await this.#packs.on(settings, address);
    const { ids, byReader } = await sameIn(this.#packs, packs, settings.same);
    const standing = (id: EntityId) => ids.get(id) ?? id;
    const together = Map.groupBy(new Set([...ids.keys(), ...ids.values()]), standing);
    return Promise.all(
      entities.map(async (entity) => {
        const all = new Set([entity, ...(together.get(standing(entity)) ?? [])]);
        const parts = await Promise.all(packs.map((pack) => this.#saidIn(pack, all)));
        const marked = parts
          .flat()
          .map((part) => (byReader.has(part.id) ? { ...part, byReader: true } : part));
        return { entity, parts: marked };
      }),
    );
  }

  /** What one pack says of those of these entities that are its own. */
  async #saidIn({ entry }: PackInUse, ids: ReadonlySet<EntityId>): Promise<EntitySaid["parts"]> {
    if (!entry) return [...ids].filter(isBundledEntity).map((id) => ({ id, said: null }));
    const table = await this.#packs.table(entry);
    const parts = [...ids].map(async (id) => {
      const shard = table?.shardOf.get(id);
      const stored = shard === undefined ? null : await this.#packs.says(entry, shard);
      const said = stored && saysOfOne(stored, id);
      return said && table ? [{ id, said: { head: table.head, said } }] : [];
    });
    return (await Promise.all(parts)).flat();
  }

  async #sieveOf(packs: readonly PackInUse[], places: boolean, own: readonly string[]): Promise<string> {
    const bundled = packs.some(({ entry }) => entry === null);
    if (bundled && !places && own.length === 0) return bundledSieve.stored;
    if (packs.length === 0 && own.length === 0) return "";
    return this.#kept(JSON.stringify([bundled, places, own]), () => [
      ...(bundled ? [bundledSieve.stored] : []).map(columnsOf),
      ...(bundled && places ? [bundledSieve.places] : []).map(columnsOf),
      makeFilter(own),
    ]);
  }

  /** "" where there are none. */
  #tellingOf(key: string, lists: readonly TellingRuns[]): string {
    if (lists.length === 0) return "";
    return this.#kept(key, () => lists.map(({ filter }) => filter), UNTOLD);
  }

  /** What is there of these packs, and of which installations: one that was late or is lost may be there the next time. */
  async #tables(packs: readonly PackInUse[]): Promise<{ tables: StoredTable[]; installs: string }> {
    const there = await Promise.all(
      packs.map(async ({ entry }) => {
        const table = entry && (await this.#packs.table(entry));
        return table ? [{ table, install: entry.install }] : [];
      }),
    );
    const found = there.flat();
    return {
      tables: found.map(({ table }) => table),
      installs: found.map(({ install }) => install).join(),
    };
  }

  /** The sieve of these filters, made when it is first asked for. */
  #kept(key: string, filters: () => FilterColumns[], but: Partial<FilterColumns> = {}): string {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const sieve = storeSieve({ ...joinFilters(filters()), ...but });
    this.#made.set(key, sieve);
    for (const oldest of this.#made.keys()) if (this.#made.size > MOST_KEPT) this.#made.delete(oldest);
    return sieve;
  }

  async #settings(): Promise<Settings | null> {
    const outcome = await loadStored((keys) => this.#area.get(keys));
    return outcome.kind === "unreadable" ? null : outcome.settings;
  }
}

/** What a page's text is sieved by, or, `asks`, what its names are asked for by. */
const listsOf = (
  { sieve, places, asks }: StoredTable,
  asking: boolean,
  withPlaces: boolean,
): TellingRuns[] => (asking ? [asks] : withPlaces ? [sieve, places] : [sieve]);
