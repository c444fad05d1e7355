/**
 * Names of installed packs in a frame: the runs of words that its text may have are asked for (sentinel/asked-runs.ts), and of each pack
 * only the shards come in which something is that has one of them. What is found is what all shards would find.
 */
import type { PackNames } from "../messages/table.ts";
import type { EntityId, EntityKind } from "../pack/types.ts";
import { packOfEntity } from "../settings/fields.ts";
import type { MarkStyle } from "../settings/types.ts";
import type { Lexicon } from "../spot/names/lexicon.ts";
import { renamed } from "../spot/names/renamed.ts";
import { takeLexicon } from "../spot/names/stored-lexicon.ts";
import { request } from "./extension/client.ts";
import { pageAddress } from "./page/dom/document.ts";
import { AskedRuns, insist, MOST_KEYS } from "./sentinel/asked-runs.ts";

/** So many texts wait for an answer; where there are more, all is read again. */
const MOST_TEXTS = 10_000;
/** Texts that have waited for an answer are read on for so long at a stretch, ms. */
const SLICE = 4;

interface Shard {
  id: string;
  place: number;
  lexicon: Lexicon;
}

export class FrameShards {
  /** Of the packs in use: `FrameSettings.packs`. */
  readonly token: string;
  #told: PackNames | null = null;
  #runs: AskedRuns | null = null;
  /** Of which runs are still to be asked for. */
  #texts: string[] = [];
  #mustReadAgain = false;
  /** Keys of runs that the frame's text has, and has not asked for yet. */
  readonly #wanted = new Set<number>();
  readonly #asked = new Set<number>();
  readonly #shards: Shard[] = [];
  readonly #kinds = new Map<EntityId, EntityKind>();
  readonly #ids = new Map<EntityId, EntityId>();
  /** By pack, of those whose names are marked in a way of their own; "" for the bundled one. */
  readonly #styles = new Map<string, MarkStyle>();
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

  /** How an entity's names are marked where its pack has a way of its own: of one that several packs have, the first of them. */
  styleOf(entity: EntityId): MarkStyle | undefined {
    return this.#styles.get(packOfEntity(entity));
  }

  /** Learns what to ask by. Answers whether it could; never rejects. */
  async begin(): Promise<boolean> {
    if (this.token === "" || this.#told) return true;
    this.#told = await request("page.packs", { address: pageAddress() });
    if (!this.#told) return false;
    if (this.#told.style) this.#styles.set("", this.#told.style);
    this.#runs = new AskedRuns(this.#told.telling, this.token, true);
    return true;
  }

  /** Notes what a text may have of these packs. To be called with every text that is read for names. */
  readonly sift = (text: string): void => {
    if (!this.#runs?.sift(text, this.#want)) return;
    if (this.#texts.length < MOST_TEXTS) this.#texts.push(text);
    else this.#mustReadAgain = true;
  };

  readonly #want = (key: number): boolean => {
    if (!this.#asked.has(key)) this.#wanted.add(key);
    return false;
  };

  /** Something is still to be asked for, or has been. */
  get isOpen(): boolean {
    return this.#texts.length > 0 || this.#wanted.size > 0 || this.#asking;
  }

  /** Brings what is wanted. Answers whether names have come with which all text is to be read again; never rejects. */
  async bring(signal: AbortSignal): Promise<boolean> {
    if (this.#asking || !this.isOpen) return false;
    this.#asking = true;
    const before = this.#shards.length;
    while ((await this.#askRuns(signal)) && (await this.#askShards(signal)) && this.#texts.length > 0);
    this.#asking = false;
    // Noted while all was read, and for that reading; what is read again notes it anew.
    const mustReadAgain = this.#mustReadAgain;
    this.#mustReadAgain = false;
    return this.#shards.length > before || mustReadAgain;
  }

  /** Answers whether it could. */
  async #askRuns(signal: AbortSignal): Promise<boolean> {
    if ((await this.#runs?.ask(signal)) === null) return false;
    const texts = this.#texts;
    this.#texts = [];
    let end = performance.now() + SLICE;
    for (const text of texts) {
      // What came meanwhile may have more that is open.
      this.sift(text);
      if (performance.now() < end) continue;
      await new Promise((over) => setTimeout(over));
      if (signal.aborted) return false;
      end = performance.now() + SLICE;
    }
    return true;
  }

  /** Answers whether all that was wanted has come. */
  async #askShards(signal: AbortSignal): Promise<boolean> {
    while (this.#wanted.size > 0) {
      const keys = [...this.#wanted].slice(0, MOST_KEYS);
      const known = this.#shards.map(({ id }) => id);
      const ask = () => request("page.shards", { address: pageAddress(), keys, known });
      const answer = await insist(ask, signal);
      if (!answer) return false;
      for (const key of keys) {
        this.#wanted.delete(key);
        this.#asked.add(key);
      }
      // Others are in use by now: the frame hears of it, and begins anew.
      if (answer.token !== this.token) return false;
      this.#take(answer);
    }
    return true;
  }

  #take({ shards, ids }: NonNullable<Awaited<ReturnType<typeof request<"page.shards">>>>): void {
    for (const [id, stands] of ids) this.#ids.set(id, stands);
    for (const { id, pack, place, style, lexicon, kinds } of shards) {
      if (style) this.#styles.set(pack, style);
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
