/**
 * What is kept of the page's text: blocks that have something in them, up to a cap, and what was found there. What is
 * beyond the cap is left, and remembered for when there is room again.
 */
import { SpotDocument } from "../../../spot/decide/document.ts";
import type { Lexicon } from "../../../spot/names/lexicon.ts";
import type { Preference } from "../../../spot/types.ts";
import { isHere } from "../dom/dom.ts";
import type { Block, Flow, Visit } from "../types.ts";
import { partsOf } from "./flows/boundaries.ts";
import { hasLevelChanged } from "./flows/noted-elements.ts";
import { type DocumentPlace, documentPlaceAt } from "./mentions/document-order.ts";
import type { MentionStore } from "./mentions/mention-store.ts";

/** Text with names in it that is kept of one page at most, UTF-16 code units. What is beyond is left, and said to be. */
const TEXT_CAP = 10_000_000;
/** Blocks that were left for that, and are read once there is room again. */
const LEFT_CAP = 10_000;
/** Headings kept of one page at most: pages without names need none. */
const HEADING_CAP = 5_000;

/**
 * A block that has something in it: names, words that tell about names, or a heading's place. Example:
 * `<h2>The ISI</h2>` is `{ block: h2, flows: [the flow "The ISI"], heading: its place, joints: [], length: 7 }`;
 * `<p>No name.</p>` is not kept at all.
 */
export interface StoredBlock {
  block: Block;
  flows: Flow[];
  heading: DocumentPlace | null;
  /** Elements that may part its text, as their style has it. */
  joints: Element[];
  /** Of its flows, UTF-16 code units. */
  length: number;
}

export class BlockStore {
  readonly #mentions: MentionStore;
  readonly #sift: (text: string) => void;
  readonly #blocks = new Map<Block, StoredBlock>();
  /** Blocks not read because of a cap. */
  readonly #left = new Set<Block>();
  /** Flows with something in them that may yet fall into parts. */
  readonly #open = new Set<Flow>();
  #spots: SpotDocument<Flow> | null = null;
  #preferences: readonly Preference[] = [];
  #length = 0;
  /** Of all flows that were taken, again and again where they were, UTF-16 code units. */
  characters = 0;
  #headings = 0;
  /** Counts what was come upon in the document. */
  #visits = 0;

  /** @param sift told of every text that is read for names */
  constructor(mentions: MentionStore, sift: (text: string) => void) {
    this.#mentions = mentions;
    this.#sift = sift;
  }

  /** `null` until there is a lexicon; before, no flow can be taken. */
  get spots(): SpotDocument<Flow> | null {
    return this.#spots;
  }

  /** From now on. What was read for others stays as it is until it is read again. */
  readFor(lexicons: readonly Lexicon[]): void {
    this.#open.clear();
    this.#spots = new SpotDocument<Flow>(...lexicons);
    this.#spots.prefer(this.#preferences);
  }

  /** What the reader has said of the page. */
  prefer(preferences: readonly Preference[]): void {
    this.#preferences = preferences;
    this.#spots?.prefer(preferences);
  }

  /** Whether some of the page was left. */
  get capped(): boolean {
    return this.#left.size > 0;
  }

  /** Begins a block anew, as it is come upon on a way down; what was kept of it is gone. */
  begin(block: Block, isHeading: boolean, descent: number): StoredBlock {
    this.forget(block);
    const heading =
      isHeading && this.#headings < HEADING_CAP ? documentPlaceAt(block, 0, this.#visit(descent), []) : null;
    return { block, flows: [], heading, joints: [], length: 0 };
  }

  /** Keeps a flow of a block that was begun, if there is anything in it. */
  take(flow: Flow, stored: StoredBlock, descent: number): void {
    const { text } = flow;
    this.characters += text.length;
    if (this.#length + text.length > TEXT_CAP) {
      if (this.#left.size < LEFT_CAP) this.#left.add(stored.block);
      return;
    }
    this.#sift(text);
    if (!this.#spots!.set(flow, text, flow.nodes.length > 1)) return;
    if (flow.leads) flow.visit = this.#visit(descent);
    if (flow.nodes.length > 1) this.#open.add(flow);
    for (const { element } of flow.joints) stored.joints.push(element);
    if (stored.length === 0) this.#blocks.set(stored.block, stored);
    stored.flows.push(flow);
    stored.length += text.length;
    this.#length += text.length;
  }

  /**
   * Splits flows where style has the edge of a block between, in steps. Done before anything is decided in them.
   *
   * @param isNoted whether a block is to be read again anyway
   */
  *split(isNoted: (block: Block) => boolean): Generator<void, void> {
    const spots = this.#spots!;
    for (const flow of this.#open) {
      this.#open.delete(flow);
      const stored = this.#blocks.get(flow.block);
      if (!stored || isNoted(flow.block)) continue;
      const parts = partsOf(flow, spots.names(flow));
      if (parts) {
        spots.delete(flow);
        stored.flows = stored.flows.filter((other) => other !== flow);
        for (const part of parts) {
          const isOpen = part.nodes.length > 1;
          if (!spots.set(part, part.text, isOpen)) continue;
          stored.flows.push(part);
          if (isOpen) this.#open.add(part);
        }
      }
      yield;
    }
  }

  /** Blocks in which an element stands otherwise in the text than when they were read. */
  restyled(): Block[] {
    const blocks: Block[] = [];
    for (const { block, joints } of this.#blocks.values())
      if (joints.some(hasLevelChanged)) blocks.push(block);
    return blocks;
  }

  /** A block has been read to its end. */
  finish(stored: StoredBlock): void {
    if (!stored.heading) return;
    this.#blocks.set(stored.block, stored);
    this.#headings++;
    this.#mentions.order.add(stored.heading);
  }

  /** The text of a node in a block has changed; what is kept of it is good until it is read again. */
  edited(node: Text, block: Block): void {
    const stored = this.#blocks.get(block);
    if (stored) this.#mentions.edited(node, stored.flows);
  }

  forget(block: Block): void {
    const stored = this.#blocks.get(block);
    if (!stored) return;
    this.#blocks.delete(block);
    this.#length -= stored.length;
    if (stored.heading) {
      this.#headings--;
      this.#mentions.order.remove(stored.heading);
    }
    for (const flow of stored.flows) {
      this.#open.delete(flow);
      this.#mentions.release(flow);
      this.#spots?.delete(flow);
    }
  }

  /** Lets go of what left the document. */
  forgetGone(): void {
    for (const block of this.#blocks.keys()) if (!isHere(block)) this.forget(block);
    for (const block of this.#left) if (!isHere(block)) this.#left.delete(block);
  }

  /** Lets go of blocks that are not to be read any more. */
  forgetUnless(isRead: (block: Block) => boolean): void {
    for (const block of this.#blocks.keys()) if (!isRead(block)) this.forget(block);
  }

  /** Blocks that were left and may have room now; they are no longer remembered. */
  takeLeft(): Block[] {
    if (this.#length >= TEXT_CAP / 2) return [];
    const left = [...this.#left];
    this.#left.clear();
    return left;
  }

  #visit(descent: number): Visit {
    return { descent, index: ++this.#visits };
  }
}
