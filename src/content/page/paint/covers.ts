/**
 * Whether a text is seen at a point, or hidden by what lies over it. What paints hides it; links stretched over a teaser,
 * layers for ripples and empty overlays do not, and the text beneath is read through them.
 */
import {
  boxesOf,
  compareOrder,
  elementsAt,
  findAll,
  firstChild,
  flatParent,
  localName,
  matches,
  namespaceOf,
  nextSibling,
  nodeType,
  paddingOrigin,
  rootOf,
  shadowRootOf,
  styleOf,
  TEXT,
  textOf,
} from "../dom/dom.ts";
import { alphaOf, type Edges, FAINT, holds } from "../dom/edges.ts";
import { isOwnHost } from "../dom/elements.ts";
import { linesOf } from "../read/ranges.ts";
import type { Point } from "../types.ts";
import { isOver } from "./paint-order.ts";
import { layersOf } from "./stacking.ts";

/** Pictures and the like, whose painting no style tells of. */
const REPLACED =
  /^(?:audio|canvas|embed|fencedframe|iframe|img|input|meter|object|progress|select|textarea|video)$/;

/** The elements under a point, the topmost first, also in open shadow roots. A host comes after what is in it, and can come twice. */
export function stackAt(point: Point, root: Document | ShadowRoot = document): Element[] {
  const stack: Element[] = [];
  const entered = new Set<ShadowRoot>();
  for (const element of elementsAt(root, point.x, point.y)) {
    const inner = shadowRootOf(element);
    if (inner && !entered.has(inner)) {
      entered.add(inner);
      stack.push(...stackAt(point, inner));
    }
    stack.push(element);
  }
  return stack;
}

/** The element in whose boxes a text stands; null where it has no place. */
export function holderOf(text: Node): Element | null {
  let holder = flatParent(text);
  while (holder && styleOf(holder).display === "contents") holder = flatParent(holder);
  return holder;
}

/**
 * Whether a reader sees the letters of a text that lie at a point.
 *
 * @param holder see `holderOf`
 * @param stack what `stackAt` answers for the point
 */
export function isSeen(holder: Element, stack: readonly Element[], point: Point): boolean {
  const up = new Set<Element>();
  for (let at: Element | null = holder; at; at = flatParent(at)) up.add(at);
  const place = stack.indexOf(holder);
  // Where the holder itself is met, the browser has looked whether it is clipped.
  if (place < 0 && isClipped(holder, stack, point)) return false;
  for (const [index, element] of stack.entries()) {
    const known = place >= 0 && rootOf(element) === rootOf(holder);
    if (known && index > place) continue;
    if (up.has(element)) {
      // An element around the text comes before it by what it draws on top.
      if (known && drawsOver(element, 1, point)) return false;
    } else if (hides(element, up, point) && liesOver(element, holder, up, known)) return false;
  }
  return !isBehindBackdrop(up);
}

/** Whether the text's holder, which takes no pointer or which the text sticks out of, is cut off at a point. */
function isClipped(holder: Element, stack: readonly Element[], point: Point): boolean {
  /** An absolutely positioned box is not clipped by those between it and the positioned one it hangs on. */
  let hangs = false;
  for (let at: Element | null = holder; at && !stack.includes(at); at = flatParent(at)) {
    const { position, overflow, clipPath, display } = styleOf(at);
    // What the browser does not meet there, the path has cut off or else cannot be known.
    if (clipPath !== "none") return true;
    if (hangs && position === "static") continue;
    // The body's is the window's.
    const clips = overflow !== "visible" && display !== "inline" && localName(at) !== "body";
    if (clips && !boxesOf(at).some((box) => holds(box, point))) return true;
    if (position === "fixed") return false;
    hangs = position === "absolute";
  }
  return false;
}

/** Whether an element, of which something lies at the point, paints there what nobody sees through. */
function hides(element: Element, up: ReadonlySet<Element>, point: Point): boolean {
  if (matches(element, ":modal")) return true;
  let opacity = 1;
  for (let at: Element | null = element; at && !up.has(at); at = flatParent(at))
    opacity *= Number(styleOf(at).opacity);
  if (opacity < FAINT) return false;
  if (drawsOver(element, opacity, point)) return true;
  // It may be met for something of it that sticks out of it.
  if (!boxesOf(element).some((box) => holds(box, point))) return false;
  const name = localName(element);
  const style = styleOf(element);
  if (REPLACED.test(name) || paints(style, opacity)) return true;
  if (namespaceOf(element) === "http://www.w3.org/2000/svg" && name !== "svg")
    return style.fill !== "none" || style.stroke !== "none";
  // What a closed shadow root shows cannot be known.
  return (name.includes("-") && !shadowRootOf(element) && !firstChild(element)) || hasTextAt(element, point);
}

const paints = (style: CSSStyleDeclaration, opacity: number): boolean =>
  style.visibility === "visible" &&
  (style.backgroundImage !== "none" ||
    alphaOf(style.backgroundColor) * opacity >= FAINT ||
    (style.backdropFilter || "none") !== "none");

/** Whether the element's own `::before` or `::after` hides what lies at the point. */
function drawsOver(element: Element, opacity: number, point: Point): boolean {
  return ["::before", "::after"].some((name) => {
    const style = styleOf(element, name);
    return (
      style.content !== "none" &&
      /absolute|fixed/.test(style.position) &&
      !(Number(style.zIndex) < 0) &&
      paints(style, opacity * Number(style.opacity)) &&
      holds(areaOf(element, style), point)
    );
  });
}

/** Where an absolutely positioned pseudo-element lies: its offsets and sizes are computed to px. */
function areaOf(element: Element, style: CSSStyleDeclaration): Edges {
  let [left, top] = [Number.parseFloat(style.left), Number.parseFloat(style.top)];
  if (style.position === "absolute") {
    let container = element;
    for (
      let at: Element | null = element;
      at && styleOf(container).position === "static";
      at = flatParent(at)
    )
      container = at;
    const box = boxesOf(container)[0];
    const origin = paddingOrigin(container);
    left += (box?.left ?? 0) + origin.left;
    top += (box?.top ?? 0) + origin.top;
  }
  return {
    left,
    top,
    right: left + Number.parseFloat(style.width),
    bottom: top + Number.parseFloat(style.height),
  };
}

function hasTextAt(element: Element, point: Point): boolean {
  for (let node = firstChild(element); node; node = nextSibling(node)) {
    if (nodeType(node) !== TEXT || textOf(node as Text).trim() === "") continue;
    const all = {
      startContainer: node,
      startOffset: 0,
      endContainer: node,
      endOffset: textOf(node as Text).length,
    };
    if (linesOf(all).some((box) => holds(box, point))) return true;
  }
  return false;
}

/**
 * Whether what an element paints comes to lie over the text. Boxes of the flow that the text itself stands in do not: where
 * lines overlap, text is painted over the backgrounds of its neighbours.
 *
 * @param known the browser has named both in their order, the element first
 */
function liesOver(element: Element, holder: Element, up: ReadonlySet<Element>, known: boolean): boolean {
  const layers = layersOf(element);
  const inLine = REPLACED.test(localName(element));
  if (known) return inLine || layers.some(({ node }) => !up.has(node));
  return isOver(layers, layersOf(holder), inLine, compareOrder(holder, element) < 0);
}

/** Whether a popover of the page draws a backdrop over everything: it takes no pointer, so that nothing else tells of it. */
function isBehindBackdrop(up: ReadonlySet<Element>): boolean {
  for (const element of findAll(":popover-open")) {
    const style = styleOf(element, "::backdrop");
    if (!isOwnHost(element) && style.display !== "none" && paints(style, Number(style.opacity)))
      return ![...up].some((at) => matches(at, ":popover-open,:modal"));
  }
  return false;
}
