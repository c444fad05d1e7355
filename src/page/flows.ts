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
import { isBoxed, standsApart } from "./rendered.ts";

/** A flow, with the way back: `nodes[i]`'s text begins at `starts[i]` of `text` (UTF-16 code units). */
export interface Flow {
  block: Block;
  text: string;
  nodes: Text[];
  starts: number[];
}

/** A block: an element, a shadow root or the document; whatever owns flows. */
export type Block = Element | ShadowRoot | Document;

/**
 * A flow longer than this is cut at a space, so that one endless text node cannot hold a slice up.
 * UTF-16 code units; spotting this many takes about a millisecond.
 */
const LONGEST_FLOW = 100_000;

/** So many nodes without the end of a flow are read between two pauses. */
const STEP = 500;

/**
 * Reads the flows that `block` owns, one by one; `null` is a pause. The blocks that lie directly in it, shadow roots of
 * its inline elements among them, are added to `blocks`. Where the block is changed during a pause, what comes out is of
 * no use, but nothing breaks.
 */
export function* readBlock(block: Block, blocks: Block[]): Generator<Flow | null, void> {
  const shadow = nodeType(block) === ELEMENT ? shadowRootOf(block as Element) : null;
  if (shadow) blocks.push(shadow);
  const flow = new FlowBuilder(block);
  let node = firstChild(block);
  const parents: Node[] = [];
  let count = 0;
  for (;;) {
    while (node) {
      if (++count % STEP === 0) yield null;
      const type = nodeType(node);
      if (type === TEXT || type === CDATA) {
        flow.add(node as Text);
      } else if (type === ELEMENT) {
        const role = roleOf(node as Element);
        if (role === Role.Inline) {
          const inner = shadowRootOf(node as Element);
          if (inner) {
            flow.end();
            blocks.push(inner);
          }
          flow.cross(node as Element);
          parents.push(node);
          node = firstChild(node);
          continue;
        }
        if (role !== Role.Transparent) flow.end();
        if (role === Role.Block) blocks.push(node as Element);
      }
      if (flow.out.length > 0) yield* flow.take();
      node = nextSibling(node);
    }
    const parent = parents.pop();
    if (!parent) break;
    flow.cross(parent as Element);
    node = nextSibling(parent);
  }
  flow.end();
  yield* flow.take();
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
    if (at === document) answer = designMode(document) !== "on";
    else if (!at || !mayHoldText(at)) answer = false;
    else {
      answer = known.get(at);
      path.push(at);
    }
  }
  for (const at of path) known.set(at, answer);
  return answer;
}

function mayHoldText(node: Node): boolean {
  if (nodeType(node) !== ELEMENT) return true;
  const role = roleOf(node as Element);
  return role === Role.Inline || role === Role.Block;
}

const LETTER_BEFORE = /[\p{L}\p{N}\p{M}]$/u;
const LETTER_BEHIND = /^[\p{L}\p{N}\p{M}]/u;

class FlowBuilder {
  /** Flows that have ended. */
  out: Flow[] = [];
  readonly #block: Block;
  #parts: string[] = [];
  #nodes: Text[] = [];
  #starts: number[] = [];
  #length = 0;
  /** Inline elements whose edge was crossed since the last text. */
  #crossed: Element[] = [];

  constructor(block: Block) {
    this.#block = block;
  }

  take(): Flow[] {
    const { out } = this;
    this.out = [];
    return out;
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
      const touches = LETTER_BEFORE.test(this.#parts.at(-1)!) && LETTER_BEHIND.test(data);
      if ((touches && this.#crossed.filter(isBoxed).length > 0) || standsApart(node, this.#block)) this.end();
    }
    this.#crossed = [];
    if (this.#length > 0 && this.#length + data.length > LONGEST_FLOW) this.end();
    if (data.length > LONGEST_FLOW) {
      this.#addLong(node, data);
      return;
    }
    this.#append(node, data);
  }

  end(): void {
    this.#crossed = [];
    if (this.#length === 0) return;
    const text = this.#parts.length === 1 ? this.#parts[0]! : this.#parts.join("");
    this.out.push({ block: this.#block, text, nodes: this.#nodes, starts: this.#starts });
    this.#parts = [];
    this.#nodes = [];
    this.#starts = [];
    this.#length = 0;
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
      if (to > from)
        this.out.push({ block: this.#block, text: data.slice(from, to), nodes: [node], starts: [-from] });
      from = to > from ? to : cutBehind(data, from + LONGEST_FLOW);
    }
  }
}

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
