/**
 * The page reader: keeps the mentions of a living document. The observer only notes what is out of date; passes, done in
 * slices, read it, spot it, decide it and have it painted.
 */
import { SpotDocument } from "../spot/document.ts";
import type { Lexicon } from "../spot/lexicon.ts";
import { Backlog, type Entry } from "./backlog.ts";
import {
  CDATA,
  designMode,
  ELEMENT,
  FRAGMENT,
  isConnected,
  isHidden,
  nodeType,
  shadowRootOf,
  TEXT,
} from "./dom.ts";
import { isHeading, Role, roleOf } from "./elements.ts";
import { excerpt } from "./excerpt.ts";
import { type Block, blockAround, type Flow, isRead, readBlock } from "./flows.ts";
import { Found } from "./found.ts";
import { LateRoots } from "./late-roots.ts";
import { interpret, OBSERVED, type Sink } from "./mutations.ts";
import { type Place, placeAt } from "./order.ts";
import { makeSlices, type Slices } from "./slices.ts";
import type { PageMention } from "./types.ts";

/** Text with names in it that is kept of one page at most, UTF-16 code units. What is beyond is left, and said to be. */
const TEXT_CAP = 10_000_000;
/** Blocks that were left for that, and are read once there is room again. */
const LEFT_CAP = 10_000;
/** Headings kept of one page at most: pages without names need none. */
const HEADING_CAP = 5_000;

/** While a page is first read, what has been found is decided and painted no more often than this, ms. */
const SHOW_GAP = 150;

export interface ReaderDeps {
  /**
   * Asked for when the first text is met: a frame without text never pays for it. `null` when it cannot be had; then
   * nothing is found, and the next change of the page asks again.
   */
  lexicon(): Promise<Lexicon | null>;
  /**
   * What was out of date has been read. `changed`: the mentions, their order or whether they are rendered may not be what
   * they were. If not, the page may still have cleared what was painted. What there is to do is done in steps.
   */
  onPass(changed: boolean): Iterable<unknown>;
  /** These mentions are gone, their text is changing: whatever shows them must let go now. */
  onDropped(mentions: readonly PageMention[]): void;
  /** The page has put another root into the document (`document.open()` does): listeners on it and the window are gone. */
  onReplaced(): void;
  signal: AbortSignal;
}

/** A block that has something in it: names, words that tell about names, or a heading's place. */
interface Kept {
  flows: Flow[];
  heading: Place | null;
  length: number;
}

export class PageReader {
  readonly #deps: ReaderDeps;
  readonly #observer: MutationObserver;
  readonly #slices: Slices;
  readonly #lateRoots: LateRoots;
  readonly #backlog = new Backlog();
  readonly #found: Found;
  readonly #kept = new Map<Block, Kept>();
  readonly #roots = new Set<ShadowRoot>();
  /** Blocks not read because of a cap. */
  readonly #left = new Set<Block>();
  #spots: SpotDocument<Flow> | null = null;
  #fetching = false;
  /** Answers of `isRead`, good until something changes. */
  readonly #read = new Map<Node, boolean>();
  /** Counts changes of the document's structure. */
  #structure = 0;
  /** Something was removed: blocks that are no longer in the document are to be let go. */
  #sweep = false;
  /** Something is not read any more: what is in it is to be let go. */
  #unread = false;
  /** What is rendered may have changed. */
  #restyled = false;
  #replaced = false;
  #mode = designMode(document);
  #textLength = 0;
  #headings = 0;
  #settled = false;
  #shownAt = 0;

  constructor(deps: ReaderDeps) {
    this.#deps = deps;
    this.#found = new Found(deps.onDropped);
    this.#observer = new MutationObserver((records) => this.#note(records));
    this.#slices = makeSlices(() => this.#pass(), deps.signal);
    this.#lateRoots = new LateRoots((host) => {
      this.#noteNode(host, true);
      this.#slices.request();
    }, deps.signal);
    deps.signal.addEventListener("abort", () => this.#observer.disconnect());
  }

  start(): void {
    this.#observer.observe(document, OBSERVED);
    this.#noteNode(document, true);
    this.#slices.request();
  }

  /** Something that no mutation tells of may have changed what is rendered or painted: look again. */
  lookAgain(): void {
    if (this.#found.size === 0) return;
    this.#restyled = true;
    this.#slices.request();
  }

  /** All mentions in document order, each with its section: a number that rises with every heading. */
  mentions(): Iterable<readonly [PageMention, section: number]> {
    return this.#found.order.mentions();
  }

  /** The mention with this id, if it is still there. */
  mention(id: string): PageMention | undefined {
    return this.#found.byId(id);
  }

  /** The mention's own words and up to `reach` UTF-16 code units of its flow on either side, spaces collapsed. */
  textAround(mention: PageMention, reach: number): { before: string; text: string; after: string } {
    const { start, end } = mention.mention;
    return excerpt(this.#found.flowOf(mention)?.text ?? "", start, end, reach);
  }

  /** Open shadow roots that are read, for hit-testing. */
  shadowRoots(): ShadowRoot[] {
    return [...this.#roots];
  }

  /** Whether some of the page is left unread, or some mentions aside, because of a cap. */
  get capped(): boolean {
    return this.#left.size > 0 || this.#found.capped;
  }

  /** Whether all that is known to be there has been read. */
  get settled(): boolean {
    return this.#settled && this.#backlog.isEmpty;
  }

  /** The observer's callback: notes what is out of date and lets its ranges go; nothing else. */
  #note(records: readonly MutationRecord[]): void {
    this.#read.clear();
    interpret(records, this.#sink);
    if (this.#replaced) this.#slices.restart();
    else this.#slices.request();
  }

  readonly #sink: Sink = {
    onChanged: (node, deep) => this.#noteNode(node, deep),
    onStructure: (removed) => {
      this.#structure++;
      this.#sweep ||= removed;
      this.#restyled = true;
    },
    onRestyled: () => {
      this.#restyled = true;
    },
    onReplaced: () => {
      this.#replaced = true;
    },
  };

  #noteNode(node: Node, deep: boolean): void {
    this.#backlog.note(node, deep, isHidden(document));
    const kept = this.#kept.get(node as Block);
    if (kept) for (const flow of kept.flows) this.#found.forget(flow);
  }

  /** One pass over what is out of date, in steps. */
  *#pass(): Generator<unknown, void> {
    if (this.#replaced) {
      this.#replaced = false;
      this.#deps.onReplaced();
      if (this.#deps.signal.aborted) return;
    }
    const mode = designMode(document);
    if (mode !== this.#mode) {
      // All of the page has become a text to be edited, or is none any more.
      this.#mode = mode;
      this.#unread = true;
      this.#noteNode(document, true);
    }
    if (this.#sweep) this.#letGo();
    if (this.#textLength < TEXT_CAP / 2) this.#readLeft();
    this.#lateRoots.ask();
    this.#shownAt = performance.now();
    for (let entry = this.#backlog.take(); entry; entry = this.#backlog.take()) {
      if (!(yield* this.#readEntry(entry))) {
        // Text, and no lexicon yet: on with this block when it is there.
        this.#backlog.note(entry.node, entry.deep, false);
        void this.#fetchLexicon();
        return;
      }
      // Deciding and painting look at much of the page: not after every slice of a long one.
      if (performance.now() - this.#shownAt >= SHOW_GAP) yield* this.#show();
      yield;
    }
    if (this.#unread) this.#forgetUnread();
    yield* this.#show();
    this.#read.clear();
    this.#settled = true;
    if (!this.#backlog.isEmpty) this.#slices.request();
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

  /** Reads what is noted of one node. Returns false when it holds text and there is no lexicon yet. */
  *#readEntry({ node, deep }: Entry): Generator<unknown, boolean> {
    if (!isConnected(node) || !isRead(node, this.#read)) {
      this.#forget(node as Block);
      // What is in it may have been read elsewhere, or before.
      this.#unread ||= deep && isConnected(node);
      return true;
    }
    const type = nodeType(node);
    if (type !== TEXT && type !== CDATA && !(type === ELEMENT && roleOf(node as Element) === Role.Inline))
      return yield* this.#readBlock(node as Block, deep);
    // Its text belongs to the block around it. That is noted by itself where it was near; and there may be blocks inside.
    const blocks: Block[] = [];
    if (deep) for (const flow of readBlock(node as Element, blocks)) yield flow;
    else blocks.push(blockAround(node)!);
    for (const block of blocks) this.#noteNode(block, deep);
    return true;
  }

  *#readBlock(block: Block, deep: boolean): Generator<unknown, boolean> {
    this.#forget(block);
    const isElement = nodeType(block) === ELEMENT;
    const heading =
      isElement && isHeading(block as Element) && this.#headings < HEADING_CAP ? placeAt(block, 0, []) : null;
    const kept: Kept = { flows: [], heading, length: 0 };
    const blocks: Block[] = [];
    for (const flow of readBlock(block, blocks)) {
      if (!flow) {
        yield;
        continue;
      }
      if (!this.#spots) return false;
      if (this.#textLength + flow.text.length > TEXT_CAP) {
        if (this.#left.size < LEFT_CAP) this.#left.add(block);
        continue;
      }
      if (!this.#spots.set(flow, flow.text)) continue;
      if (kept.length === 0) this.#kept.set(block, kept);
      kept.flows.push(flow);
      kept.length += flow.text.length;
      this.#textLength += flow.text.length;
      yield;
    }
    if (heading) {
      this.#kept.set(block, kept);
      this.#headings++;
      this.#found.order.add(heading);
    }
    if (isElement && !shadowRootOf(block as Element)) this.#lateRoots.met(block as Element);
    if (deep) this.#backlog.goDown(blocks);
    for (const inner of blocks) {
      if (nodeType(inner) !== FRAGMENT || this.#roots.has(inner as ShadowRoot)) continue;
      this.#roots.add(inner as ShadowRoot);
      this.#observer.observe(inner, OBSERVED);
      if (!deep) this.#noteNode(inner, true);
    }
    return true;
  }

  /** Lets go of what left the document. */
  #letGo(): void {
    this.#sweep = false;
    for (const block of this.#kept.keys()) if (!isConnected(block)) this.#forget(block);
    for (const root of this.#roots) if (!isConnected(root)) this.#roots.delete(root);
    for (const block of this.#left) if (!isConnected(block)) this.#left.delete(block);
  }

  #readLeft(): void {
    for (const block of this.#left) this.#noteNode(block, false);
    this.#left.clear();
  }

  #forget(block: Block): void {
    const kept = this.#kept.get(block);
    if (!kept) return;
    this.#kept.delete(block);
    this.#textLength -= kept.length;
    if (kept.heading) {
      this.#headings--;
      this.#found.order.remove(kept.heading);
    }
    for (const flow of kept.flows) {
      this.#found.forget(flow);
      this.#spots?.delete(flow);
    }
  }

  /** Lets go of what lies in something that is not read any more. */
  #forgetUnread(): void {
    this.#unread = false;
    for (const block of this.#kept.keys()) if (!isRead(block, this.#read)) this.#forget(block);
  }

  /** Decides what is open, makes the mentions of flows that changed, and has them painted. */
  *#show(): Generator<unknown, void> {
    let changed = this.#restyled && this.#found.size > 0;
    this.#restyled = false;
    if (this.#spots) {
      for (const flow of this.#spots.settling()) {
        yield;
        // Its block may have been changed, or read anew, since.
        if (!flow || this.#backlog.isNoted(flow.block)) continue;
        const block = this.#found.take(flow, this.#spots.mentions(flow));
        if (block) this.#noteNode(block, false);
        changed = true;
      }
      this.#found.revive(this.#spots);
    }
    if (this.#found.order.changed) {
      changed = true;
      yield* this.#found.order.settle(this.#backlog.hasNotes, () => this.#structure);
    }
    yield* this.#deps.onPass(changed);
    this.#shownAt = performance.now();
  }
}
