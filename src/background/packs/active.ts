/**
 * The packs that are switched on, as the extension's own pages and the address bar search and show them: whichever sites a pack is
 * kept to, for that says where its names are marked. What a pack says is handed out part by part, some tens of kilobytes each.
 */
import type { ActivePack, ActivePacks, Said } from "../../messages/packs.ts";
import type { EntityId } from "../../pack/types.ts";
import { loadStored } from "../../settings/stored.ts";
import type { Settings } from "../../settings/types.ts";
import type { StorageArea } from "../settings/writer.ts";
import type { PackInUse, PacksInUse } from "./in-use.ts";
import { sameIn } from "./links.ts";

export class ActivePacksReader {
  readonly #area: Pick<StorageArea, "get">;
  readonly #packs: PacksInUse;

  constructor(area: Pick<StorageArea, "get">, packs: PacksInUse) {
    this.#area = area;
    this.#packs = packs;
  }

  /** In their order. `null` where the settings cannot be read. Never rejects. */
  async list(): Promise<ActivePacks | null> {
    const settings = await this.#settings();
    if (!settings) return null;
    const packs = await this.#packs.on(settings, null);
    const listed = await Promise.all(
      packs.map(async ({ entry }): Promise<ActivePack[]> => {
        if (!entry) return [{ install: 0, parts: 0, head: null }];
        const table = await this.#packs.table(entry);
        // One that is damaged says nothing; the options say that it is.
        return table ? [{ install: entry.install, parts: entry.shards, head: table.head }] : [];
      }),
    );
    return { packs: listed.flat(), same: [...(await sameIn(this.#packs, packs, settings.same)).ids] };
  }

  /** `null` where there is no such part, or its pack is not switched on. Never rejects. */
  async part(install: number, part: number): Promise<Said | null> {
    const packs = await this.#active();
    const entry = packs?.find((pack) => pack.entry?.install === install)?.entry;
    return entry && part < entry.shards ? this.#packs.says(entry, part) : null;
  }

  /** Whether an installed one that is in use on the page at `address` has this entity: of others, a page must not learn. Never rejects. */
  async has(entity: EntityId, address: string): Promise<boolean> {
    const settings = await this.#settings();
    for (const { entry } of settings ? await this.#packs.on(settings, address) : [])
      if (entry && (await this.#packs.table(entry))?.shardOf.has(entity)) return true;
    return false;
  }

  async #active(): Promise<PackInUse[] | null> {
    const settings = await this.#settings();
    return settings && this.#packs.on(settings, null);
  }

  async #settings(): Promise<Settings | null> {
    const outcome = await loadStored((keys) => this.#area.get(keys));
    return outcome.kind === "unreadable" ? null : outcome.settings;
  }
}
