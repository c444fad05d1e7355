/**
 * Text nodes → flows. A flow is what reads as one piece of text: it runs through inline elements and ends at blocks,
 * line breaks and replaced elements. Each block owns the flows that lie directly in it, so that a change in one block
 * never needs another to be read again.
 */
import {
  CDATA,
  designMode,
  ELEMENT,
  firstChild,
  nextSibling,
  nodeType,
  parentNode,
  parentOrHost,
  shadowRootOf,
  TEXT,
  textOf,
} from "./dom.ts";
import { Role, roleOf } from "./elements.ts";
import type { Visit } from "./order.ts";
import { isBoxed, standsApart } from "./rendered.ts";

/** A flow, with the way back: `nodes[i]`'s text begins at `starts[i]` of `text` (UTF-16 code units). */
export interface Flow {
  block: Block;
  text: string;
  nodes: Text[];
  starts: number[];
  /** No block lies in its block before it: then blocks visited from the top down are flows in document order. */
  leads: boolean;
  /** Of a flow that leads its block, once it is kept. */
  visit: Visit | null;
}

/** A block: an element, a shadow root or the document; whatever owns flows. */
export type Block = Element | ShadowRoot | Document;

/**
 * A flow longer than this is cut at a space, so that one endless text node cannot hold a slice up.
 * UTF-16 code units; spotting this many takes about a millisecond.
 */
const LONGEST_FLOW = 100_000;

/**
 * Reads the flows that `block` owns. Where the block is changed between two calls of `read`, what comes out is of no
 * use, but nothing breaks.
 */
export class BlockWalk {
  /** Flows that have been read; whoever takes them empties it. */
  readonly flows: Flow[] = [];
  /** The blocks that lie directly in it, shadow roots of its inline elements among them. */
  readonly blocks: Block[] = [];
  readonly #builder: FlowBuilder;
  readonly #parents: Node[] = [];
  #node: Node | null;

  constructor(block: Block) {
    const shadow = nodeType(block) === ELEMENT ? shadowRootOf(block as Element) : null;
    if (shadow) this.blocks.push(shadow);
    this.#builder = new FlowBuilder(block, this.blocks, this.flows);
    this.#node = firstChild(block);
  }

  /** Reads on for `most` nodes. Returns whether there are more. */
  read(most: number): boolean {
    const builder = this.#builder;
    const parents = this.#parents;
    let node = this.#node;
    for (let count = 0; count < most; count++) {
      if (!node) {
        const parent = parents.pop();
        if (!parent) {
          builder.end();
          return false;
        }
        builder.cross(parent as Element);
        node = nextSibling(parent);
        continue;
      }
      const type = nodeType(node);
      if (type === TEXT || type === CDATA) {
        builder.add(node as Text);
      } else if (type === ELEMENT) {
        const role = roleOf(node as Element);
        if (role === Role.Inline) {
          const inner = shadowRootOf(node as Element);
          if (inner) {
            builder.end();
            this.blocks.push(inner);
          }
          builder.cross(node as Element);
          parents.push(node);
          node = firstChild(node);
          continue;
        }
        if (role !== Role.Transparent) builder.end();
        if (role === Role.Block) this.blocks.push(node as Element);
      }
      node = nextSibling(node);
    }
    this.#node = node;
    return true;
  }
}

/**
 * The nearest block around the text at `node`, or around a changed element; it may lie in something that is not read.
 * Looks no further than `most` elements up, for pages nest deep to do harm; then, or outside of any tree, `null`.
 */
export function blockAround(node: Node, most = Number.POSITIVE_INFINITY): Block | null {
  let at: Node | null = node;
  for (let steps = 0; at && steps < most; steps++, at = parentNode(at)) {
    const type = nodeType(at);
    if (type === ELEMENT ? roleOf(at as Element) !== Role.Inline : type !== TEXT && type !== CDATA)
      return at as Block;
  }
  return null;
}

/**
 * Whether `node` is in the document, and in nothing that is not read: fields, editors, what is not text. `known` holds answers that are still good, and is
 * added to: with it, a walk down asks each element once.
 */
export function isRead(node: Node, known: Map<Node, boolean>): boolean {
  const path: Node[] = [];
  let answer: boolean | undefined;
  for (let at: Node | null = node; answer === undefined; at = at && parentOrHost(at)) {
    answer = at ? known.get(at) : false;
    if (!at || answer !== undefined) break;
    if (at === document) answer = designMode(document) !== "on";
    else if (!mayHoldText(at)) answer = false;
    else path.push(at);
  }
  for (const at of path) known.set(at, answer!);
  return answer!;
}

function mayHoldText(node: Node): boolean {
  if (nodeType(node) !== ELEMENT) return true;
  const role = roleOf(node as Element);
  return role === Role.Inline || role === Role.Block;
}

const LETTER = /^[\p{L}\p{N}\p{M}]/u;
/** Whether a letter, a digit or a mark begins at `at`, or ends before the end of its pair there. */
const isLetterAt = (text: string, at: number): boolean => LETTER.test(text.slice(at, at + 2));
const endsInLetter = (text: string): boolean =>
  isLetterAt(text, text.length - (LOW_SURROGATE.test(text.charAt(text.length - 1)) ? 2 : 1));
const LOW_SURROGATE = /[\udc00-\udfff]/;

class FlowBuilder {
  readonly #block: Block;
  readonly #blocks: readonly Block[];
  readonly #out: Flow[];
  #parts: string[] = [];
  #nodes: Text[] = [];
  #starts: number[] = [];
  #length = 0;
  /** Inline elements whose edge was crossed since the last text. */
  #crossed: Element[] = [];

  /**
   * @param blocks that have been met in the block so far
   * @param out flows that have ended are put here
   */
  constructor(block: Block, blocks: readonly Block[], out: Flow[]) {
    this.#block = block;
    this.#blocks = blocks;
    this.#out = out;
  }

  cross(element: Element): void {
    if (this.#length > 0) this.#crossed.push(element);
  }

  add(node: Text): void {
    const data = textOf(node);
    if (data === "") return;
    if (this.#length > 0 && this.#crossed.length > 0) {
      // `<span>Kabul</span><span>Taliban</span>`: letters that touch across elements are one word only where the
      // elements really are inline. For names that run across elements, style is asked once they are found.
      const touches = endsInLetter(this.#parts.at(-1)!) && isLetterAt(data, 0);
      if ((touches && this.#crossed.filter(isBoxed).length > 0) || standsApart(node, this.#block)) this.end();
    }
    if (this.#crossed.length > 0) this.#crossed = [];
    if (this.#length > 0 && this.#length + data.length > LONGEST_FLOW) this.end();
    if (data.length > LONGEST_FLOW) {
      this.#addLong(node, data);
      return;
    }
    this.#append(node, data);
  }

  end(): void {
    if (this.#length === 0) return;
    this.#crossed = [];
    const text = this.#parts.length === 1 ? this.#parts[0]! : this.#parts.join("");
    if (!isBlank(text)) this.#put(text, this.#nodes, this.#starts);
    this.#parts = [];
    this.#nodes = [];
    this.#starts = [];
    this.#length = 0;
  }

  #put(text: string, nodes: Text[], starts: number[]): void {
    this.#out.push({
      block: this.#block,
      text,
      nodes,
      starts,
      leads: this.#blocks.length === 0,
      visit: null,
    });
  }

  #append(node: Text, data: string): void {
    this.#starts.push(this.#length);
    this.#nodes.push(node);
    this.#parts.push(data);
    this.#length += data.length;
  }

  /**
   * One text node in several flows: `starts` is negative where the node's text began in an earlier one. A word longer than
   * a flow is left out: no name is, and cut it would have false ends.
   */
  #addLong(node: Text, data: string): void {
    for (let from = 0; from < data.length; ) {
      const to = cutBefore(data, from, from + LONGEST_FLOW);
      if (to > from) this.#put(data.slice(from, to), [node], [-from]);
      from = to > from ? to : cutBehind(data, from + LONGEST_FLOW);
    }
  }
}

/** Whether there is nothing but line breaks and indentation: half of a page's text nodes. */
function isBlank(text: string): boolean {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) <= SPACE) at++;
  return at === text.length;
}
const SPACE = 0x20;

/** The last place after `from` and not after `most` where `data` may be cut, outside of words; `from` for none. */
function cutBefore(data: string, from: number, most: number): number {
  if (most >= data.length) return data.length;
  const space = Math.max(data.lastIndexOf(" ", most), data.lastIndexOf("\n", most));
  if (space > from) return space;
  let at = most;
  while (at > from && isInsideWord(data, at)) at--;
  return at;
}

/** The first place from `least` on where `data` may be cut. */
function cutBehind(data: string, least: number): number {
  let at = least;
  while (at < data.length && isInsideWord(data, at)) at++;
  return at;
}

const WORD_UNIT = /[\p{L}\p{N}\p{M}\ud800-\udfff]/u;
const isInsideWord = (data: string, at: number): boolean =>
  WORD_UNIT.test(data.charAt(at - 1)) && WORD_UNIT.test(data.charAt(at));
