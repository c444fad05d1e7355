/**
 * Text nodes → flows. A flow is what reads as one piece of text: it runs through inline elements and past line breaks and
 * pictures, and ends at blocks. Each block owns the flows that lie directly in it, so that a change in one block never
 * needs another to be read again. Tags decide; where style may have it otherwise and it matters, boundaries.ts asks.
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
} from "../dom/dom.ts";
import { isThrough, Role, roleOf } from "../dom/elements.ts";
import type { Block, Flow } from "../types.ts";
import { FlowBuilder } from "./flow-builder.ts";

/**
 * Reads the flows that `block` owns. Where the block is changed between two calls of `read`, what comes out is of no
 * use, but nothing breaks.
 */
export class BlockWalk {
  /** Flows that have been read; whoever takes them empties it. */
  readonly flows: Flow[] = [];
  /** The blocks that lie directly in it, shadow roots of its inline elements among them. */
  readonly blocks: Block[] = [];
  /** Custom elements and the like that text flows through. */
  readonly loose: Element[] = [];
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
        this.#cross(parent as Element, roleOf(parent as Element));
        node = nextSibling(parent);
        continue;
      }
      const type = nodeType(node);
      if (type === TEXT || type === CDATA) {
        builder.add(node as Text);
      } else if (type === ELEMENT) {
        const role = roleOf(node as Element);
        if (isThrough(role)) {
          const inner = shadowRootOf(node as Element);
          if (inner) this.blocks.push(inner);
          if (role === Role.Loose) this.loose.push(node as Element);
          this.#cross(node as Element, role);
          parents.push(node);
          node = firstChild(node);
          continue;
        }
        if (role === Role.Block || role === Role.Skipped) builder.end();
        else if (role !== Role.Transparent) builder.gap(node as Element);
        if (role === Role.Block || role === Role.Aside) this.blocks.push(node as Element);
      }
      node = nextSibling(node);
    }
    this.#node = node;
    return true;
  }

  #cross(element: Element, role: Role): void {
    this.#builder.cross(element, role === Role.Loose);
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
    if (type === ELEMENT ? !isThrough(roleOf(at as Element)) : type !== TEXT && type !== CDATA)
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
  return isThrough(role) || role === Role.Block || role === Role.Aside;
}
