/** The mentions that were found: of which flow, where in the document, and no more of them than a page can bear. */
import type { SpotDocument } from "../spot/document.ts";
import type { Mention } from "../spot/types.ts";
import type { Block, Flow } from "./flows.ts";
import { Order, type Place, placeAt } from "./order.ts";
import { nodeAt, rangesOf } from "./ranges.ts";
import { flowsInto } from "./rendered.ts";
import type { PageMention } from "./types.ts";

/** Mentions kept of one page at most. */
const MENTION_CAP = 5_000;

export class Found {
  /** Headings are put in by the reader. */
  readonly order = new Order();
  readonly #onDropped: (mentions: readonly PageMention[]) => void;
  readonly #places = new Map<Flow, Place>();
  readonly #byId = new Map<string, { mention: PageMention; flow: Flow }>();
  /** Flows whose mentions were too many. */
  readonly #left = new Set<Flow>();
  #nextId = 1;

  constructor(onDropped: (mentions: readonly PageMention[]) => void) {
    this.#onDropped = onDropped;
  }

  get size(): number {
    return this.#byId.size;
  }

  get capped(): boolean {
    return this.#left.size > 0;
  }

  byId(id: string): PageMention | undefined {
    return this.#byId.get(id)?.mention;
  }

  flowOf({ id }: PageMention): Flow | undefined {
    return this.#byId.get(id)?.flow;
  }

  /**
   * Takes the mentions of a flow in place of those it had. Where one runs across the edge of a box, which tags do not
   * tell, nothing is taken: the block that is answered then is to be read again, and will end the flow there.
   */
  take(flow: Flow, found: readonly Mention[]): Block | null {
    this.forget(flow);
    if (found.length === 0) return null;
    if (this.#byId.size + found.length > MENTION_CAP) {
      this.#left.add(flow);
      return null;
    }
    const mentions = found.map((mention) => this.#make(flow, mention));
    for (const { ranges } of mentions) {
      if (ranges.length === 1) continue;
      const nodes = ranges.map(({ startContainer }) => startContainer);
      for (let i = 1; i < nodes.length; i++)
        if (!flowsInto(nodes[i - 1]!, nodes[i]!, flow.block)) return flow.block;
    }
    for (const mention of mentions) this.#byId.set(mention.id, { mention, flow });
    const place = placeAt(mentions[0]!.node, -flow.starts[0]!, flow.visit, mentions);
    this.#places.set(flow, place);
    this.order.add(place);
    return null;
  }

  /** Lets a flow's mentions go: at once, for its text may be another already. */
  forget(flow: Flow): void {
    this.#left.delete(flow);
    const place = this.#places.get(flow);
    if (!place) return;
    this.#places.delete(flow);
    this.order.remove(place);
    for (const { id } of place.mentions) this.#byId.delete(id);
    this.#onDropped(place.mentions);
  }

  /** Takes up what was left aside, once there is room for it. */
  revive(spots: SpotDocument<Flow>): void {
    for (const flow of this.#left) {
      const found = spots.mentions(flow);
      if (this.#byId.size + found.length > MENTION_CAP) return;
      this.take(flow, found);
    }
  }

  #make(flow: Flow, mention: Mention): PageMention {
    return {
      id: `m${this.#nextId++}`,
      mention,
      ranges: rangesOf(flow, mention.start, mention.end),
      node: nodeAt(flow, mention.start),
    };
  }
}
