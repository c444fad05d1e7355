/**
 * Text nodes → flows. A flow is what reads as one piece of text: it runs through inline elements and ends at blocks,
 * line breaks and replaced elements. Each block owns the flows that lie directly in it, so that a change in one block
 * never needs another to be read again.
 */
import {
  CDATA,
  ELEMENT,
  firstChild,
  nextSibling,
  nodeType,
  parentOrHost,
  shadowRootOf,
  TEXT,
} from "./dom.ts";
import { Role, roleOf } from "./elements.ts";

/** A flow, with the way back: `nodes[i]`'s text begins at `starts[i]` of `text` (UTF-16 code units). */
export interface Flow {
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

/** What reading one block found. */
export interface BlockText {
  flows: Flow[];
  /** The blocks that lie directly in this one, in document order; shadow roots of its inline elements among them. */
  blocks: Block[];
}

/** Reads the flows that `block` owns. */
export function readBlock(block: Block): BlockText {
  const result: BlockText = { flows: [], blocks: [] };
  const shadow = nodeType(block) === ELEMENT ? shadowRootOf(block as Element) : null;
  if (shadow) result.blocks.push(shadow);
  const flow = new FlowBuilder(result.flows);
  let node = firstChild(block);
  const parents: Node[] = [];
  for (;;) {
    while (node) {
      const type = nodeType(node);
      if (type === TEXT || type === CDATA) {
        flow.add(node as Text);
      } else if (type === ELEMENT) {
        const role = roleOf(node as Element);
        if (role === Role.Inline) {
          const inner = shadowRootOf(node as Element);
          if (inner) {
            flow.end();
            result.blocks.push(inner);
          }
          flow.cross(node as Element);
          parents.push(node);
          node = firstChild(node);
          continue;
        }
        if (role !== Role.Transparent) flow.end();
        if (role === Role.Block) result.blocks.push(node as Element);
      }
      node = nextSibling(node);
    }
    const parent = parents.pop();
    if (!parent) break;
    flow.cross(parent as Element);
    node = nextSibling(parent);
  }
  flow.end();
  return result;
}

/**
 * The block that owns the text at `node` (a text node, or an element that was changed); null when it lies in something
 * that is not read, or is not in the document any more.
 */
export function owningBlock(node: Node): Block | null {
  let owner: Block | null = null;
  let top: Node = node;
  for (let at: Node | null = node; at; at = parentOrHost(at)) {
    top = at;
    const type = nodeType(at);
    if (type === TEXT || type === CDATA) continue;
    if (type !== ELEMENT) {
      owner ??= at as Document | ShadowRoot;
      continue;
    }
    const role = roleOf(at as Element);
    if (role === Role.Skipped || role === Role.Transparent) return null;
    if (role === Role.Block) owner ??= at as Element;
  }
  return top === document ? owner : null;
}

const LETTER_BEFORE = /[\p{L}\p{N}\p{M}]$/u;
const LETTER_BEHIND = /^[\p{L}\p{N}\p{M}]/u;

class FlowBuilder {
  readonly #out: Flow[];
  #parts: string[] = [];
  #nodes: Text[] = [];
  #starts: number[] = [];
  #length = 0;
  /** Inline elements whose edge was crossed since the last text. */
  #crossed: Element[] = [];

  constructor(out: Flow[]) {
    this.#out = out;
  }

  cross(element: Element): void {
    if (this.#length > 0) this.#crossed.push(element);
  }

  add(node: Text): void {
    const { data } = node;
    if (data === "") return;
    if (this.#length > 0 && this.#crossed.length > 0) {
      // `<span>Kabul</span><span>Taliban</span>`: letters that touch across elements are one word only where the
      // elements really are inline. Style is asked for nowhere else.
      const touches = LETTER_BEFORE.test(this.#parts.at(-1)!) && LETTER_BEHIND.test(data);
      if (touches && this.#crossed.some(isBoxed)) this.end();
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
    this.#out.push({ text, nodes: this.#nodes, starts: this.#starts });
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

  /** One text node in several flows: `starts` is negative where the node's text began in an earlier one. */
  #addLong(node: Text, data: string): void {
    for (let from = 0; from < data.length; ) {
      let to = Math.min(from + LONGEST_FLOW, data.length);
      if (to < data.length) {
        const space = Math.max(data.lastIndexOf(" ", to), data.lastIndexOf("\n", to));
        if (space > from) to = space;
      }
      this.#out.push({ text: data.slice(from, to), nodes: [node], starts: [-from] });
      from = to;
    }
  }
}

/** Whether an element of an inline tag is laid out as a box of its own. */
function isBoxed(element: Element): boolean {
  const { display, position } = getComputedStyle(element);
  return (display !== "inline" && display !== "contents" && display !== "") || position === "absolute";
}
