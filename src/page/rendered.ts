/** What is rendered, and how. Asked of few elements, and never while a page is walked: styles may have to be computed. */
import {
  attribute,
  checkVisibility,
  ELEMENT,
  elementAround,
  isFilledSlot,
  isSlotted,
  localName,
  nodeType,
  parentNode,
  shadowRootOf,
  styleOf,
} from "./dom.ts";
import type { Block } from "./flows.ts";

/**
 * Whether text in `node` is rendered: not in `display: none`, `visibility: hidden`, a closed `<details>`, skipped
 * content or light children that no slot takes. Text in transparent or clipped boxes counts as rendered: pages fade it
 * in. `known` holds answers that are still good.
 */
export function isRendered(node: Node, known: Map<Element, boolean>): boolean {
  /** Elements of `display: contents` on the way up: what holds for the one around them holds for them. Not by recursion: pages nest deep to do harm. */
  const passed: Element[] = [];
  let answer: boolean | undefined;
  for (let at: Node = node; answer === undefined; ) {
    const element = elementAround(at);
    if (!element || !hasPlace(at, element)) answer = false;
    else {
      answer = known.get(element);
      if (answer !== undefined) break;
      passed.push(element);
      if (showsText(element)) answer = true;
      else if (styleOf(element).display === "contents") at = element;
      else answer = false;
    }
  }
  for (const element of passed) known.set(element, answer);
  return answer;
}

/** Whether what stands in an element has a place there: light children have one in a slot, and a filled slot's own have none. */
const hasPlace = (child: Node, element: Element): boolean =>
  !(shadowRootOf(element) && parentNode(child) === element && !isSlotted(child)) && !isFilledSlot(element);

/** Whether an element has a box and shows what is directly in it. One of `display: contents` has none: its parent does. */
function showsText(element: Element): boolean {
  return (
    checkVisibility(element, { visibilityProperty: true }) &&
    !(localName(element) === "details" && attribute(element, "open") === null) &&
    styleOf(element).contentVisibility !== "hidden"
  );
}

/** Elements whose style something was decided by: when their class or style changes, it is decided anew. */
const doubted = new WeakSet<Element>();
let doubts = false;
/** Whether there has been any such element. */
export const anyDoubted = (): boolean => doubts;
export const isDoubted = (element: Element): boolean => doubted.has(element);

/** Whether an element of an inline tag is laid out as a box of its own; floats and positioned ones are. */
export function isBoxed(element: Element): boolean {
  doubted.add(element);
  doubts = true;
  return !/^(?:inline|contents|ruby|$)(?!-)/.test(styleOf(element).display);
}

/** Block → its text nodes that text does not flow into: a box begins or ends before them, whatever their tags say. */
const apart = new WeakMap<Block, WeakSet<Node>>();
export const standsApart = (node: Text, block: Block): boolean => apart.get(block)?.has(node) === true;
/** Styles in this block have changed: what was decided by them is open again. */
export const forgetApart = (block: Block): boolean => apart.delete(block);

/**
 * Looks whether text really flows from one text node of `block` into the next. Returns false, and remembers it, where
 * the edge of a box comes between.
 */
export function flowsInto(before: Node, node: Node, block: Block): boolean {
  const left = new Set(ancestors(before, block));
  const entered = new Set(ancestors(node, block));
  const crossed = [...left].filter((element) => !entered.has(element));
  for (const element of entered) if (!left.has(element)) crossed.push(element);
  // All are asked, so that each is known to matter.
  if (crossed.filter(isBoxed).length === 0) return true;
  const nodes = apart.get(block) ?? new WeakSet();
  apart.set(block, nodes.add(node));
  return false;
}

/** The elements between a node and the block that owns it, from the inside out. */
function ancestors(node: Node, block: Block): Element[] {
  const elements: Element[] = [];
  for (let at = parentNode(node); at && at !== block; at = parentNode(at)) {
    if (nodeType(at) === ELEMENT) elements.push(at as Element);
  }
  return elements;
}
