/**
 * What is still to be read: nodes that the observer has noted, and the blocks below those that are read with all that
 * is in them, in document order.
 */
import type { Block } from "../types.ts";

/** Nodes noted at most; beyond, the page is read anew as a whole. In a page that nobody sees, notes only pile up. */
const MOST = 10_000;
const MOST_HIDDEN = 500;

export interface QueueEntry {
  node: Node;
  /** Whether all below is to be read as well. */
  deep: boolean;
  /** Number of the descent that it lies on: what is taken of one descent comes in document order. */
  descent: number;
}

export class ReadQueue {
  readonly #noted = new Map<Node, boolean>();
  /** The way down: siblings still to be read on each level. */
  readonly #levels: Array<{ blocks: readonly Block[]; next: number; descent: number }> = [];
  #down = false;
  #descents = 0;

  note(node: Node, deep: boolean, hidden: boolean): void {
    this.#noted.set(node, deep || this.#noted.get(node) === true);
    if (this.#noted.size > (hidden ? MOST_HIDDEN : MOST)) {
      this.#noted.clear();
      this.#levels.length = 0;
      this.#noted.set(document, true);
    }
  }

  /** Blocks in what was taken on `descent`, to be read with all that is in them, before anything that was put here earlier. */
  descend(blocks: readonly Block[], descent: number): void {
    if (blocks.length > 0) this.#levels.push({ blocks, next: 0, descent });
  }

  isNoted(node: Node): boolean {
    return this.#noted.has(node);
  }

  /** Whether anything has been noted since: all of it may have moved. */
  get hasNotes(): boolean {
    return this.#noted.size > 0;
  }

  get isEmpty(): boolean {
    return this.#noted.size === 0 && this.#levels.length === 0;
  }

  /** Takes out what is to be read next. Notes and the way down by turns, so that neither keeps the other waiting. */
  take(): QueueEntry | null {
    this.#down = !this.#down;
    const level = this.#levels.at(-1);
    if (level && (this.#down || this.#noted.size === 0)) {
      const node = level.blocks[level.next++]!;
      if (level.next === level.blocks.length) this.#levels.pop();
      return { node, deep: true, descent: level.descent };
    }
    for (const [node, deep] of this.#noted) {
      this.#noted.delete(node);
      return { node, deep, descent: ++this.#descents };
    }
    return null;
  }
}
