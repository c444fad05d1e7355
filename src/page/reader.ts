/**
 * The page reader: keeps the mentions of a living document. The observer only notes what is out of date; slices read
 * it, spot it and paint it.
 */
import { SpotDocument } from "../spot/document.ts";
import type { Lexicon } from "../spot/lexicon.ts";
import type { Mention } from "../spot/types.ts";
import { compareOrder, DOCUMENT, ELEMENT, isConnected, nodeType, parentOrHost } from "./dom.ts";
import { isHeading } from "./elements.ts";
import { excerpt } from "./excerpt.ts";
import { type Block, type Flow, owningBlock, readBlock } from "./flows.ts";
import { nodeAt, rangesOf } from "./ranges.ts";
import { makeSlices, type Slices } from "./slices.ts";
import type { PageMention } from "./types.ts";

/** Text with names in it that is kept of one page at most, UTF-16 code units. What comes after is left, and said to be. */
const TEXT_CAP = 10_000_000;
/** Mentions kept of one page at most. */
const MENTION_CAP = 5_000;

/** Blocks noted of a hidden page at most. */
const HIDDEN_QUEUE = 500;
/** While a page is first read, what has been found is decided and painted no more often than this, ms. */
const SETTLE_GAP = 150;

export interface ReaderDeps {
  /**
   * Asked for when the first text is met: a frame without text never pays for it. `null` when it cannot be had; then
   * nothing is found, and the next change of the page asks again.
   */
  lexicon(): Promise<Lexicon | null>;
  /**
   * What was out of date has been read. `changed`: the mentions, or their order, are not what they were. If not, the
   * page may still have cleared what was painted.
   */
  onPass(changed: boolean): void;
  /** These mentions are gone, their text is changing: whatever shows them must let go now. */
  onGone(mentions: readonly PageMention[]): void;
  signal: AbortSignal;
}

/** A block that has something in it: names, words that tell about names, or a heading's place. */
interface Kept {
  flows: Flow[];
  heading: boolean;
  length: number;
}

export class PageReader {
  readonly #deps: ReaderDeps;
  readonly #observer: MutationObserver;
  readonly #slices: Slices;
  #spots: SpotDocument<Flow> | null = null;
  #fetching = false;
  readonly #kept = new Map<Block, Kept>();
  readonly #mentions = new Map<Flow, PageMention[]>();
  readonly #flowOf = new WeakMap<PageMention, Flow>();
  readonly #roots = new Set<ShadowRoot>();
  /** Blocks whose own flows are to be read (again), and whether all below them are, too. */
  readonly #queue = new Map<Block, boolean>();
  /** Something was removed: blocks that are no longer in the document are to be let go. */
  #sweep = false;
  #nextId = 1;
  #ordered: readonly PageMention[] | null = null;
  #sections: ReadonlyMap<PageMention, number> = new Map();
  #textLength = 0;
  #mentionCount = 0;
  #capped = false;
  #settled = false;
  #settledAt = 0;

  constructor(deps: ReaderDeps) {
    this.#deps = deps;
    this.#observer = new MutationObserver((records) => this.#note(records));
    this.#slices = makeSlices((overdue) => this.#work(overdue), deps.signal);
    deps.signal.addEventListener("abort", () => this.#observer.disconnect());
  }

  start(): void {
    this.#observe(document);
    this.#queue.set(document, true);
    this.#slices.request();
  }

  /** All mentions in document order. */
  mentions(): readonly PageMention[] {
    this.#order();
    return this.#ordered!;
  }

  /** The section a mention lies in: a number that rises with every heading. */
  sectionOf(mention: PageMention): number {
    this.#order();
    return this.#sections.get(mention) ?? 0;
  }

  /** The mention's own words and up to `reach` UTF-16 code units of its flow on either side, spaces collapsed. */
  textAround(mention: PageMention, reach: number): { before: string; text: string; after: string } {
    const text = this.#flowOf.get(mention)?.text ?? "";
    const { start, end } = mention.mention;
    return excerpt(text, start, end, reach);
  }

  /** Open shadow roots that are read, for hit-testing. */
  shadowRoots(): ShadowRoot[] {
    return [...this.#roots];
  }

  /** Whether a cap was met and some of the page was left unread. */
  get capped(): boolean {
    return this.#capped;
  }

  /** Whether all that is known to be there has been read. */
  get settled(): boolean {
    return this.#settled && this.#queue.size === 0;
  }

  #observe(root: Document | ShadowRoot): void {
    this.#observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ["contenteditable", "role"],
    });
  }

  /** The observer's callback: notes what is out of date and lets its ranges go; nothing else. */
  #note(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === "attributes") {
        // The element itself, and the block whose flows run through it or around it.
        this.#enqueue(target, true);
        const parent = parentOrHost(target);
        if (parent) this.#enqueue(parent, false);
        continue;
      }
      if (removedNodes.length > 0) this.#sweep = true;
      this.#enqueue(target, false);
      for (const node of addedNodes) if (nodeType(node) === ELEMENT) this.#enqueue(node, true);
    }
    if (this.#queue.size > 0 || this.#sweep) this.#slices.request();
  }

  #enqueue(node: Node, deep: boolean): void {
    const block = owningBlock(node);
    if (!block) {
      // What is not read (any more) may hold what was read before: an element that became editable.
      if (deep) this.#sweep = true;
      return;
    }
    if (deep && block !== node) {
      // An inline element belongs to the flows of the block around it, but may bring blocks of its own.
      for (const inner of readBlock(node as Element).blocks) this.#queue.set(inner, true);
    }
    this.#queue.set(block, (deep && block === node) || (this.#queue.get(block) ?? false));
    const kept = this.#kept.get(block);
    if (kept) this.#forgetMentions(kept.flows);
    // A page that nobody sees may change without end: then it is read as a whole when it comes into view.
    if (document.hidden && this.#queue.size > HIDDEN_QUEUE) {
      this.#queue.clear();
      this.#queue.set(document, true);
    }
  }

  /** One slice. Returns whether there is more to do. */
  #work(overdue: () => boolean): boolean {
    if (this.#sweep) this.#letGo();
    for (const [block, deep] of this.#queue) {
      this.#queue.delete(block);
      if (!this.#read(block, deep)) {
        // Text, and no lexicon yet: on with this block when it is there.
        this.#queue.set(block, deep);
        void this.#fetchLexicon();
        return false;
      }
      if (overdue()) break;
    }
    // Deciding and painting look at the whole page: not after every slice of a long one.
    const now = performance.now();
    if (this.#queue.size === 0 || now - this.#settledAt >= SETTLE_GAP) {
      this.#settle();
      this.#settledAt = performance.now();
    }
    return this.#queue.size > 0;
  }

  async #fetchLexicon(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    const lexicon = await this.#deps.lexicon().finally(() => {
      this.#fetching = false;
    });
    if (!lexicon || this.#deps.signal.aborted) return;
    this.#spots = new SpotDocument<Flow>(lexicon);
    this.#slices.request();
  }

  /** Reads one block. Returns false, having done nothing, when it holds text and there is no lexicon yet. */
  #read(block: Block, deep: boolean): boolean {
    this.#forget(block);
    if (nodeType(block) !== DOCUMENT && !isConnected(block)) return true;
    const { flows, blocks } = readBlock(block);
    if (flows.length > 0 && !this.#spots) return false;
    if (deep) for (const inner of blocks) this.#queue.set(inner, true);
    for (const inner of blocks) {
      if (inner instanceof ShadowRoot && !this.#roots.has(inner)) {
        this.#roots.add(inner);
        this.#observe(inner);
        this.#queue.set(inner, true);
      }
    }
    const heading = nodeType(block) === ELEMENT && isHeading(block as Element);
    if (flows.length === 0 && !heading) return true;
    const kept: Kept = { flows: [], heading, length: 0 };
    for (const flow of flows) {
      if (this.#textLength + flow.text.length > TEXT_CAP) {
        this.#capped = true;
        break;
      }
      if (!this.#spots!.set(flow, flow.text)) continue;
      kept.flows.push(flow);
      kept.length += flow.text.length;
      this.#textLength += flow.text.length;
    }
    if (kept.flows.length > 0 || heading) this.#kept.set(block, kept);
    if (heading) this.#ordered = null;
    return true;
  }

  /** Blocks that left the document, or that are not to be read any more. */
  #letGo(): void {
    this.#sweep = false;
    for (const block of this.#kept.keys())
      if (owningBlock(block) !== block || !isConnected(block)) this.#forget(block);
    for (const root of this.#roots) if (!isConnected(root)) this.#roots.delete(root);
    for (const block of this.#queue.keys()) if (!isConnected(block)) this.#queue.delete(block);
  }

  #forget(block: Block): void {
    const kept = this.#kept.get(block);
    if (!kept) return;
    this.#kept.delete(block);
    this.#textLength -= kept.length;
    this.#forgetMentions(kept.flows);
    for (const flow of kept.flows) this.#spots?.delete(flow);
    this.#ordered = null;
  }

  #forgetMentions(flows: readonly Flow[]): void {
    for (const flow of flows) {
      const gone = this.#mentions.get(flow);
      if (!gone) continue;
      this.#mentions.delete(flow);
      this.#mentionCount -= gone.length;
      this.#ordered = null;
      this.#deps.onGone(gone);
    }
  }

  /** Decides what is open, and makes the mentions of flows that changed. */
  #settle(): void {
    const changed = this.#spots?.settle() ?? [];
    for (const flow of changed) {
      this.#forgetMentions([flow]);
      const found = this.#spots!.mentions(flow);
      if (found.length === 0) continue;
      if (this.#mentionCount + found.length > MENTION_CAP) {
        this.#capped = true;
        continue;
      }
      this.#mentionCount += found.length;
      this.#mentions.set(
        flow,
        found.map((mention) => this.#pageMention(flow, mention)),
      );
      this.#ordered = null;
    }
    this.#settled = true;
    this.#deps.onPass(changed.length > 0 || this.#ordered === null);
  }

  #pageMention(flow: Flow, mention: Mention): PageMention {
    const made: PageMention = {
      id: `m${this.#nextId++}`,
      mention,
      ranges: rangesOf(flow, mention.start, mention.end),
      node: nodeAt(flow, mention.start),
    };
    this.#flowOf.set(made, flow);
    return made;
  }

  #order(): void {
    if (this.#ordered) return;
    const places: Array<{ node: Node; heading: boolean; mentions: readonly PageMention[] }> = [];
    for (const [block, { flows, heading }] of this.#kept) {
      if (heading) places.push({ node: block, heading, mentions: [] });
      for (const flow of flows) {
        const mentions = this.#mentions.get(flow);
        if (mentions) places.push({ node: mentions[0]!.node, heading: false, mentions });
      }
    }
    places.sort((a, b) => compareOrder(a.node, b.node));
    const sections = new Map<PageMention, number>();
    const ordered: PageMention[] = [];
    let section = 0;
    for (const { heading, mentions } of places) {
      if (heading) section++;
      for (const mention of mentions) {
        sections.set(mention, section);
        ordered.push(mention);
      }
    }
    this.#ordered = ordered;
    this.#sections = sections;
  }
}
