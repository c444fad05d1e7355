/** Reads one node that was noted: its text into flows, and what else there is to read inside it into the queue. */
import { CDATA, ELEMENT, FRAGMENT, isConnected, localName, nodeType, TEXT } from "../dom/dom.ts";
import { beginsSection, isThrough, roleOf } from "../dom/elements.ts";
import type { Block } from "../types.ts";
import type { BlockStore, StoredBlock } from "./block-store.ts";
import { BlockWalk } from "./flows/block-walk.ts";
import { blockAround, isRead } from "./flows/readable.ts";
import type { LateShadowRoots } from "./late-shadow-roots.ts";
import type { ObservedRoots } from "./observed-roots.ts";
import type { QueueEntry, ReadQueue } from "./read-queue.ts";

/** So many nodes of a block are read at once. */
const NODES = 500;
/** What reading a node, and a flow, comes to besides the flow's length, UTF-16 code units: for telling the time. */
export const NODE_WORK = 20;
export const FLOW_WORK = 100;

export interface NodeReaderDeps {
  queue: ReadQueue;
  blocks: BlockStore;
  roots: ObservedRoots;
  lateShadowRoots: LateShadowRoots;
  /** Whether the slice is over, or would be before so much work is done. */
  isOver(work: number): boolean;
  note(node: Node, deep: boolean): void;
  /** A node that was noted is not read any more, nor is what is in it. */
  onUnread(): void;
  /** So many nodes have been read that it may matter now what attributes say of them. */
  onNodes(): void;
}

/** A node that is being read, for as many slices as that takes. */
export interface Reading {
  walk: BlockWalk;
  deep: boolean;
  descent: number;
  /** The reader's answers of `isRead` as they were: when something has changed meanwhile, what is found out is of no use. */
  read: Map<Node, boolean>;
  /** `null`: an inline element, of which only the blocks inside are wanted. */
  stored: StoredBlock | null;
  /** How many of the walk's flows have been taken. */
  next: number;
  more: boolean;
}

export class NodeReader {
  readonly #deps: NodeReaderDeps;

  constructor(deps: NodeReaderDeps) {
    this.#deps = deps;
  }

  /**
   * Begins to read what is noted of one node; `null` where there is nothing to read.
   * @param read answers of `isRead` that are good as long as nothing changes
   */
  begin({ node, deep, descent }: QueueEntry, read: Map<Node, boolean>): Reading | null {
    const { blocks, lateShadowRoots, note, onUnread } = this.#deps;
    // What is known of it was found out on the way to it, and nothing has changed since.
    if (!read.get(node) && !(isConnected(node) && isRead(node, read))) {
      blocks.forget(node as Block);
      // What is in it may have been read elsewhere, or before.
      if (deep && isConnected(node)) onUnread();
      return null;
    }
    const type = nodeType(node);
    const isElement = type === ELEMENT;
    // Its text belongs to the block around it. That is noted by itself where it was near; and there may be blocks inside.
    const isInline = isElement ? isThrough(roleOf(node as Element)) : type === TEXT || type === CDATA;
    if (isInline && !deep) {
      note(blockAround(node)!, false);
      return null;
    }
    const walk = new BlockWalk(node as Block);
    const reading = { walk, deep, descent, read, next: 0, more: true };
    if (isInline) return { ...reading, stored: null };
    if (isElement) lateShadowRoots.met(node as Element, localName(node as Element));
    const stored = blocks.begin(node as Block, isElement && beginsSection(node as Element), descent);
    return { ...reading, stored };
  }

  /** Reads on until all of it has been read, the slice is over, or there is text and no lexicon to spot names in it by. */
  readOn(reading: Reading): "read" | "slice over" | "no lexicon" {
    const { blocks, isOver, onNodes } = this.#deps;
    const { walk, stored } = reading;
    for (;;) {
      while (reading.next < walk.flows.length) {
        const flow = walk.flows[reading.next++]!;
        if (!stored) continue;
        if (!blocks.spots) return "no lexicon";
        blocks.take(flow, stored, reading.descent);
        if (isOver(FLOW_WORK + flow.text.length)) return "slice over";
      }
      if (!reading.more) break;
      walk.flows.length = reading.next = 0;
      reading.more = walk.read(NODES);
      onNodes();
      if (reading.more && isOver(NODES * NODE_WORK)) return "slice over";
    }
    this.#finish(reading);
    return "read";
  }

  #finish({ walk: { blocks: inside, loose }, deep, descent, read, stored }: Reading): void {
    const { queue, blocks, roots, lateShadowRoots, note } = this.#deps;
    for (const element of loose) lateShadowRoots.met(element, localName(element));
    if (stored) blocks.finish(stored);
    if (stored && deep) {
      queue.descend(inside, descent);
      for (const inner of inside) read.set(inner, true);
    }
    for (const inner of inside) {
      const isNew = nodeType(inner) === FRAGMENT && !roots.has(inner as ShadowRoot);
      if (isNew) roots.add(inner as ShadowRoot);
      if (!stored || (isNew && !deep)) note(inner, true);
    }
  }
}
