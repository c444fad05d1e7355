/**
 * The page reader: keeps the mentions of a living document. The observer only notes what is out of date; passes, done in
 * slices, read it, spot it, decide it and have it painted.
 */
import type { Lexicon } from "../../../spot/names/lexicon.ts";
import type { Preference } from "../../../spot/types.ts";
import { designMode, isHidden } from "../dom/dom.ts";
import type { PageMention } from "../types.ts";
import { BlockStore } from "./block-store.ts";
import { hasEditable, isAnyLevelNoted } from "./flows/noted-elements.ts";
import { isRead } from "./flows/readable.ts";
import { LateShadowRoots } from "./late-shadow-roots.ts";
import { LexiconRequest } from "./lexicon-request.ts";
import { excerpt } from "./mentions/excerpt.ts";
import { MentionStore } from "./mentions/mention-store.ts";
import { type ChangeHandler, interpretMutations } from "./mutations.ts";
import { FLOW_WORK, NODE_WORK, NodeReader } from "./node-reader.ts";
import { ObservedRoots } from "./observed-roots.ts";
import { ReadQueue } from "./read-queue.ts";
import { makeSlices, type Slices } from "./slices.ts";

/** What deciding a flow may come to, UTF-16 code units, for telling the time: one made of names takes milliseconds. */
const SETTLE_WORK = 2_048;

/** While a page is first read, what has been found is decided and painted no more often than this, ms. */
const SHOW_GAP = 150;
/** So many nodes that were noted are read between two looks whether it is time for that. */
const ENTRIES = 32;

export interface ReaderDeps {
  /**
   * Asked for when the first text is met: a frame without text never pays for it. `null` when it cannot be had; then
   * nothing is found, and it is asked for again: some times by the clock, and with every change of the page.
   */
  lexicons(): Promise<readonly Lexicon[] | null>;
  /** Told of every text that is read for names. */
  sift(text: string): void;
  /**
   * What was out of date has been read. `changed`: the mentions, their order or whether they are rendered may not be what
   * they were. If not, the page may still have cleared what was painted. What there is to do is done in steps.
   */
  onPass(changed: boolean): Iterable<unknown>;
  /** Other letters stand now where these ranges are: they are to be taken off the paint at once. */
  onStale(ranges: readonly StaticRange[]): void;
  /** The page has put another root into the document (`document.open()` does): listeners on it and the window are gone. */
  onReplaced(): void;
  signal: AbortSignal;
}

export class PageReader {
  readonly #deps: ReaderDeps;
  readonly #roots: ObservedRoots;
  readonly #slices: Slices;
  readonly #lateShadowRoots: LateShadowRoots;
  readonly #lexicon: LexiconRequest;
  readonly #queue = new ReadQueue();
  readonly #mentions: MentionStore;
  readonly #blocks: BlockStore;
  readonly #nodes: NodeReader;
  /** Answers of `isRead`, good until something changes; then another takes its place. */
  #read = new Map<Node, boolean>();
  /** Counts changes of the document's structure. */
  #structure = 0;
  /** Something was removed: blocks that are no longer in the document are to be let go. */
  #sweep = false;
  /** Something is not read any more: what is in it is to be let go. */
  #unread = false;
  /** What is rendered may have changed. */
  #restyled = false;
  #replaced = false;
  /** Mentions have gone for good, and nobody has been told yet. */
  #gone = false;
  #mode = designMode(document);
  #settled = false;
  #shownAt = 0;

  constructor(deps: ReaderDeps) {
    this.#deps = deps;
    this.#lexicon = new LexiconRequest(deps.lexicons, deps.signal);
    this.#mentions = new MentionStore({
      onStale: deps.onStale,
      onGone: () => {
        this.#gone = true;
      },
    });
    this.#blocks = new BlockStore(this.#mentions, deps.sift);
    this.#roots = new ObservedRoots((records) => this.#note(records), deps.signal);
    this.#slices = makeSlices(() => this.#pass(), deps.signal);
    this.#lateShadowRoots = new LateShadowRoots((host) => {
      this.#noteNode(host, true);
      this.#slices.request();
    }, deps.signal);
    this.#nodes = new NodeReader({
      queue: this.#queue,
      blocks: this.#blocks,
      roots: this.#roots,
      lateShadowRoots: this.#lateShadowRoots,
      isOver: (work) => this.#slices.isOver(work),
      note: (node, deep) => this.#noteNode(node, deep),
      onUnread: () => {
        this.#unread = true;
      },
      onNodes: () => this.#observeStyle(),
    });
  }

  start(): void {
    this.#roots.start();
    this.#noteNode(document, true);
    this.#slices.request();
  }

  /** There are other names: all is read again. What was found stays as it is until its text has been. */
  readAnew(): void {
    void this.#lexicon.want(
      (lexicons) => {
        this.#blocks.readFor(lexicons);
        this.#settled = false;
        this.#noteNode(document, true);
        this.#slices.request();
      },
      () => this.readAnew(),
    );
  }

  /**
   * From the first mention on, and the first element of which it matters what it is, attributes tell of what has changed,
   * too: at once, for the page may change it before all has been read.
   */
  #observeStyle(): void {
    if (this.hasMentions || hasEditable() || isAnyLevelNoted()) this.#roots.observeStyle();
  }

  /** Something that no mutation tells of may have changed what is rendered or painted: look again. */
  recheck(): void {
    for (const block of this.#blocks.restyled()) this.#noteNode(block, false);
    if (this.#mentions.isEmpty && this.#queue.isEmpty) return;
    this.#restyled = true;
    this.#slices.request();
  }

  /** Takes what the reader has said of the page: names that two entities share are decided anew by it. */
  prefer(preferences: readonly Preference[]): void {
    this.#blocks.prefer(preferences);
    this.#slices.request();
  }

  /** All mentions in document order, each with its section: a number that rises with every heading. */
  mentions(): Iterable<readonly [PageMention, section: number]> {
    return this.#mentions.order.mentions();
  }

  get hasMentions(): boolean {
    return !this.#mentions.isEmpty;
  }

  /** The mention with this id, if it is there, or its text is being read anew. */
  mention(id: string): PageMention | undefined {
    return this.#mentions.byId(id);
  }

  /** The mention's own words and up to `reach` UTF-16 code units of its flow on either side, spaces collapsed. */
  textAround(mention: PageMention, reach: number): { before: string; text: string; after: string } {
    const { start, end } = mention.mention;
    return excerpt(this.#mentions.flowOf(mention)?.text ?? "", start, end, reach);
  }

  /** Open shadow roots that are read, for hit-testing. */
  shadowRoots(): ShadowRoot[] {
    return this.#roots.shadowRoots();
  }

  /** Whether some of the page is left unread, or some mentions aside, because of a cap. */
  get capped(): boolean {
    return this.#blocks.capped || this.#mentions.capped;
  }

  /** What reading has taken so far. */
  get effort(): { characters: number; ms: number; slices: number } {
    return { characters: this.#blocks.characters, ...this.#slices.spent };
  }

  /** Whether all that is known to be there has been read. */
  get settled(): boolean {
    return this.#settled && this.#queue.isEmpty;
  }

  /** Whether there is text to read, and no names to be had. */
  get failed(): boolean {
    return this.#lexicon.failed;
  }

  /** The observer's callback: notes what is out of date and lets wrong ranges go; nothing else. */
  #note(records: readonly MutationRecord[]): void {
    this.#read = new Map();
    interpretMutations(records, this.#sink);
    if (this.#replaced) this.#slices.restart();
    else this.#slices.request();
  }

  readonly #sink: ChangeHandler = {
    onChanged: (node, deep) => this.#noteNode(node, deep),
    onEdited: (node, block) => this.#blocks.edited(node, block),
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
    this.#queue.note(node, deep, isHidden(document));
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
    for (const block of this.#blocks.takeLeft()) this.#noteNode(block, false);
    this.#lateShadowRoots.ask();
    this.#shownAt = performance.now();
    let count = 0;
    for (let entry = this.#queue.take(); entry; entry = this.#queue.take()) {
      const reading = this.#nodes.begin(entry, this.#read);
      for (;;) {
        const ended = reading === null ? "read" : this.#nodes.readOn(reading);
        if (ended === "read") break;
        if (ended === "no lexicon") {
          // On with this block when it is there.
          this.#queue.note(entry.node, entry.deep, false);
          void this.#wantLexicon();
          return;
        }
        yield;
      }
      if (++count % ENTRIES === 0 && performance.now() - this.#shownAt >= SHOW_GAP) yield* this.#show();
      if (this.#slices.isOver(NODE_WORK)) yield;
    }
    if (this.#unread) this.#forgetUnread();
    yield* this.#show();
    this.#read = new Map();
    this.#settled = true;
    if (!this.#queue.isEmpty) this.#slices.request();
  }

  #wantLexicon(): Promise<void> {
    return this.#lexicon.want(
      (lexicons) => {
        this.#blocks.readFor(lexicons);
        this.#slices.request();
      },
      () => this.#slices.request(),
    );
  }

  /** Lets go of what left the document. */
  #letGo(): void {
    this.#sweep = false;
    this.#blocks.forgetGone();
    this.#roots.forgetGone();
  }

  /** Lets go of what lies in something that is not read any more. */
  #forgetUnread(): void {
    this.#unread = false;
    this.#blocks.forgetUnless((block) => isRead(block, this.#read));
  }

  /** Decides what is open, makes the mentions of flows that changed, and has them painted. */
  *#show(): Generator<unknown, void> {
    let changed = this.#restyled && !this.#mentions.isEmpty;
    this.#restyled = false;
    const { spots } = this.#blocks;
    if (spots) {
      for (const _ of this.#blocks.split((block) => this.#queue.isNoted(block)))
        if (this.#slices.isOver(FLOW_WORK)) yield;
      for (const flow of spots.settling()) {
        if (this.#slices.isOver(SETTLE_WORK)) yield;
        // Its block may have been changed, or read anew, since.
        if (!flow || this.#queue.isNoted(flow.block)) continue;
        this.#mentions.take(flow, spots.mentions(flow));
        changed = true;
      }
      this.#mentions.revive(spots);
    }
    // What has been noted meanwhile may have them again.
    if (this.#queue.isEmpty) this.#mentions.forgetPending();
    changed ||= this.#gone;
    this.#gone = false;
    if (this.#mentions.order.changed) {
      changed = true;
      yield* this.#mentions.order.settle(this.#queue.hasNotes, () => this.#structure);
    }
    this.#observeStyle();
    yield* this.#deps.onPass(changed);
    this.#shownAt = performance.now();
  }
}
