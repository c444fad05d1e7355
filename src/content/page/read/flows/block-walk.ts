/**
 * Text nodes → flows. A flow is what reads as one piece of text: it runs through inline elements and past line breaks and
 * pictures, and ends at blocks. Each block owns the flows that lie directly in it, so that a change in one block never
 * needs another to be read again. Tags decide; where style may have it otherwise and it matters, boundaries.ts asks.
 */
import { CDATA, ELEMENT, firstChild, nextSibling, nodeType, shadowRootOf, TEXT } from "../../dom/dom.ts";
import { isThrough, Role, roleOf } from "../../dom/elements.ts";
import type { Block, Flow } from "../../types.ts";
import { FlowBuilder } from "./flow-builder.ts";
import { noteSkipped } from "./noted-elements.ts";

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
        if (role === Role.Skipped) noteSkipped(node as Element);
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
