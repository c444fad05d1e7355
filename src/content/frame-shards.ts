/**
 * Names of installed packs in a frame: its text is read by a filter of runs of words, and of each pack only the shards come in
 * which something is that the text may have. What is found is what all of them would find.
 */
import type { PackNames } from "../messages/table.ts";
import type { EntityId, EntityKind } from "../pack/types.ts";
import { Tokens } from "../spot/match/tokens.ts";
import type { Lexicon } from "../spot/names/lexicon.ts";
import { renamed } from "../spot/names/renamed.ts";
import { takeLexicon } from "../spot/names/stored-lexicon.ts";
import { meetRuns, type RunFilter } from "../spot/sieve/filter.ts";
import { takeSieve } from "../spot/sieve/stored-sieve.ts";
import { RETRIES, request } from "./extension/client.ts";
import { pageAddress } from "./page/dom/document.ts";

/** So many keys go in one request. */
const MOST_KEYS = 10_000;

interface Shard {
  id: string;
  place: number;
  lexicon: Lexicon;
}

export class FrameShards {
  /** Of the packs in use: `FrameSettings.packs`. */
  readonly token: string;
  #told: PackNames | null = null;
  #filter: RunFilter | null = null;
  readonly #tokens = new Tokens();
  /** Keys that the frame's text has, and has not asked for yet. */
  readonly #wanted = new Set<number>();
  readonly #asked = new Set<number>();
  readonly #shards: Shard[] = [];
  readonly #kinds = new Map<EntityId, EntityKind>();
  readonly #ids = new Map<EntityId, EntityId>();
  #asking = false;

  constructor(token: string) {
    this.token = token;
  }

  /** The id that an entity goes by here. */
  idOf(entity: EntityId): EntityId {
    return this.#ids.get(entity) ?? entity;
  }

  /** `undefined` for an entity of no shard that is here. */
  kindOf(entity: EntityId): EntityKind | undefined {
    return this.#kinds.get(entity);
  }

  /** Learns what to ask by. Answers whether it could; never rejects. */
  async begin(): Promise<boolean> {
    if (this.token === "" || this.#told) return true;
    this.#told = await request("page.packs", { address: pageAddress() });
    if (!this.#told) return false;
    this.#filter = this.#told.asks === "" ? null : takeSieve(this.#told.asks);
    return true;
  }

  /** Notes what a text may have of these packs. To be called with every text that is read for names. */
  readonly sift = (text: string): void => {
    if (!this.#filter) return;
    meetRuns(this.#filter, text, this.#tokens, (key) => {
      if (!this.#asked.has(key)) this.#wanted.add(key);
      return false;
    });
  };

  /** Something is still to be asked for, or has been. */
  get isOpen(): boolean {
    return this.#wanted.size > 0 || this.#asking;
  }

  /** Brings what is wanted. Answers whether names have come with which all text is to be read again; never rejects. */
  async bring(signal: AbortSignal): Promise<boolean> {
    if (this.#asking || this.#wanted.size === 0) return false;
    this.#asking = true;
    const before = this.#shards.length;
    for (const wait of [...RETRIES, 0]) {
      const keys = [...this.#wanted].slice(0, MOST_KEYS);
      const known = this.#shards.map(({ id }) => id);
      const answer = await request("page.shards", { address: pageAddress(), keys, known });
      if (signal.aborted) break;
      if (!answer) {
        await new Promise((over) => setTimeout(over, wait));
        continue;
      }
      for (const key of keys) {
        this.#wanted.delete(key);
        this.#asked.add(key);
      }
      // Others are in use by now: the frame hears of it, and begins anew.
      if (answer.token !== this.token) break;
      this.#take(answer);
      if (this.#wanted.size === 0) break;
    }
    this.#asking = false;
    return this.#shards.length > before;
  }

  #take({ shards, ids }: NonNullable<Awaited<ReturnType<typeof request<"page.shards">>>>): void {
    for (const [id, stands] of ids) this.#ids.set(id, stands);
    for (const { id, pack, place, lexicon, kinds } of shards) {
      this.#shards.push({ id, place, lexicon: takeLexicon(lexicon, { pack, scope: id }) });
      for (const [entity, kind] of Object.entries(kinds)) {
        this.#kinds.set(entity, kind);
        const stands = this.idOf(entity);
        if (!this.#kinds.has(stands)) this.#kinds.set(stands, kind);
      }
    }
    this.#shards.sort((a, b) => a.place - b.place);
  }

  /** All lexicons in the packs' order; `bundled`: that pack's and the reader's own. */
  withBundled(bundled: readonly Lexicon[]): Lexicon[] {
    const place = this.#told?.bundled ?? 0;
    const before = this.#shards.filter((shard) => shard.place < place);
    const behind = this.#shards.filter((shard) => shard.place > place);
    const of = (shards: readonly Shard[]) => shards.map(({ lexicon }) => lexicon);
    // Where the bundled pack is not in use, its names are none; the reader's own are, whatever they are for.
    const inUse = place < 0 ? bundled.slice(1) : bundled;
    return [...of(before), ...inUse, ...of(behind)].map((lexicon) => renamed(lexicon, this.#ids));
  }
}
