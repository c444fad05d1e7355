/**
 * What is still to be read: nodes that the observer has noted, and the blocks below those that are read with all that
 * is in them, in document order.
 *
 * One pass over a small page, `<body><h1>…</h1><div><p>…</p></div></body>`; only the document is noted at first, deep:
 *
 * | taken | its blocks, put back with `descend` | left: the levels of the descent, the deepest last |
 * |---|---|---|
 * | document, descent 1 | html | [html] |
 * | html | body | [body] |
 * | body | h1, div | [h1, div] |
 * | h1 | none | [div] |
 * | div | p | [p] |
 * | p | none | empty: the pass is over |
 *
 * Were the text of the `<h1>` changed when `div` is next, then h1 would be noted, not deep, and be taken by turns with what is
 * left of descent 1, as descent 2.
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
  /** The nodes noted, each with whether all below is to be read as well. */
  readonly #noted = new Map<Node, boolean>();
  /** The descents: siblings still to be read on each level, the deepest last. */
  readonly #levels: Array<{ blocks: readonly Block[]; next: number; descent: number }> = [];
  /** Whether the last one taken was of a descent. */
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

  /** Takes out what is to be read next. Notes and descents by turns, so that neither keeps the other waiting. */
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
