/** The mentions that were found: of which flow, where in the document, and no more of them than a page can bear. */
import type { SpotDocument } from "../../../../spot/decide/document.ts";
import type { Mention } from "../../../../spot/types.ts";
import { textOf } from "../../dom/dom.ts";
import type { Flow, PageMention } from "../../types.ts";
import { nodeAt, rangesOf, sameRanges } from "../ranges.ts";
import { DocumentOrder, type DocumentPlace, documentPlaceAt } from "./document-order.ts";
import { PendingMentions } from "./pending-mentions.ts";

/** Mentions kept of one page at most. */
const MENTION_CAP = 5_000;

export interface MentionEvents {
  /** These ranges would paint other letters than those they were made for: they are to be taken off the paint at once. */
  onStale(ranges: readonly StaticRange[]): void;
  /** Mentions that were pending are gone for good: whoever shows one is to be told. */
  onGone(): void;
}

export class MentionStore {
  /** Headings are put in by the reader. */
  readonly order = new DocumentOrder();
  readonly #events: MentionEvents;
  readonly #places = new Map<Flow, DocumentPlace>();
  /** Those that are pending among them. */
  readonly #byId = new Map<string, { mention: PageMention; flow: Flow }>();
  readonly #pending = new PendingMentions();
  /** Flows of whose mentions there were too many. */
  readonly #left = new Set<Flow>();
  #nextId = 1;

  constructor(events: MentionEvents) {
    this.#events = events;
  }

  get isEmpty(): boolean {
    return this.#byId.size === 0;
  }

  get capped(): boolean {
    return this.#left.size > 0;
  }

  /** A mention that is there, or whose text is being read anew. */
  byId(id: string): PageMention | undefined {
    return this.#byId.get(id)?.mention;
  }

  flowOf({ id }: PageMention): Flow | undefined {
    return this.#byId.get(id)?.flow;
  }

  /** Takes the mentions of a flow in place of those it had: the same words are the same mention, whatever they now mean. */
  take(flow: Flow, found: readonly Mention[]): void {
    const before = this.#places.get(flow)?.mentions ?? [];
    this.release(flow);
    const some = found.slice(0, Math.max(0, MENTION_CAP - this.#count));
    if (some.length < found.length) this.#left.add(flow);
    if (some.length === 0) return;
    const alike = this.#alike(before, some);
    const mentions = some.map((mention, index) => this.#make(flow, mention, alike[index]));
    const place = documentPlaceAt(mentions[0]!.node, -flow.starts[0]!, flow.visit, mentions);
    this.#places.set(flow, place);
    this.order.add(place);
  }

  /** Lets a flow go. Its mentions are pending: what is read next may have them again. */
  release(flow: Flow): void {
    this.#left.delete(flow);
    const place = this.#places.get(flow);
    if (!place) return;
    this.#places.delete(flow);
    this.order.remove(place);
    for (const mention of place.mentions) this.#pending.add(flow, mention);
    // A page that never comes to rest must not pile them up.
    if (this.#pending.size > MENTION_CAP) this.forgetPending();
  }

  /** All has been read: what is pending still is gone. */
  forgetPending(): void {
    const gone = [...this.#pending.all()];
    for (const { mention } of gone) {
      this.#byId.delete(mention.id);
      this.#events.onStale(mention.ranges);
    }
    // Even where none is left: those that were known again are still in its lists, and with them the text that they stood in.
    this.#pending.clear();
    if (gone.length > 0) this.#events.onGone();
  }

  /** The text of a node has changed: a range in it stays only where the same letters still stand in it. */
  edited(node: Text, flows: readonly Flow[]): void {
    for (const flow of flows) {
      if (!this.#places.has(flow) || !flow.nodes.includes(node)) continue;
      for (const mention of this.#places.get(flow)!.mentions) this.#check(mention, flow, node);
    }
    for (const { mention, flow } of this.#pending.all()) this.#check(mention, flow, node);
  }

  /** Takes up what was left aside, as far as there is room. */
  revive(spots: SpotDocument<Flow>): void {
    for (const flow of [...this.#left]) {
      if (this.#count >= MENTION_CAP) return;
      this.take(flow, spots.mentions(flow));
    }
  }

  /** How many there are without those that are pending. */
  get #count(): number {
    return this.#byId.size - this.#pending.size;
  }

  /** Of a flow that was decided anew, what stood where each stands now. Both are in the order of the text. */
  #alike(before: readonly PageMention[], found: readonly Mention[]): Array<PageMention | undefined> {
    let at = 0;
    return found.map(({ start, end }) => {
      while (at < before.length && before[at]!.mention.start < start) at++;
      const mention = before[at];
      const isAlike = mention?.mention.start === start && mention.mention.end === end;
      return isAlike && this.#pending.reclaim(mention) ? mention : undefined;
    });
  }

  #make(flow: Flow, found: Mention, before: PageMention | undefined): PageMention {
    const ranges = rangesOf(flow, found.start, found.end);
    const node = nodeAt(flow, found.start);
    let mention = before ?? this.#pending.claim(flow, found, node);
    if (mention) {
      mention.mention = found;
      mention.node = node;
      // What is painted already need not be painted again.
      if (!sameRanges(mention.ranges, ranges)) mention.ranges = ranges;
    } else mention = { id: `m${this.#nextId++}`, mention: found, ranges, node };
    this.#byId.set(mention.id, { mention, flow });
    return mention;
  }

  #check(mention: PageMention, flow: Flow, node: Text): void {
    for (const { startContainer, startOffset, endOffset } of mention.ranges) {
      if (startContainer !== node) continue;
      const start = flow.starts[flow.nodes.indexOf(node)]!;
      const was = flow.text.slice(start + startOffset, start + endOffset);
      if (textOf(node).slice(startOffset, endOffset) === was) continue;
      this.#events.onStale(mention.ranges);
      mention.ranges = [];
      return;
    }
  }
}
