/**
 * Boundaries that only style tells of. Flows are made by tags; a flow in which something was found is looked at again:
 * where the edge of a block comes between, it is split, and what is not rendered is taken out of it. A line break, a
 * picture, a button or a box on the same line does not end a name that reads on behind it. Computed styles are asked of
 * few elements, for many flows in a row, and never while the page is walked but where letters touch.
 */
import { ELEMENT, nodeType, parentNode, styleOf } from "../../dom/dom.ts";
import type { Block, Flow } from "../../types.ts";
import { nodeIndexAt } from "../ranges.ts";
import { Level } from "./levels.ts";
import { noteLevel } from "./noted-elements.ts";

/** A letter that is set as a drop cap, with a quotation mark, UTF-16 code units. */
export const LONGEST_INITIAL = 3;

/** What stands between two letters that touch in the markup. */
export const Edge = {
  /** They are of one word. */
  None: 0,
  Soft: 1,
  Hard: 2,
} as const;
export type Edge = (typeof Edge)[keyof typeof Edge];

/** @param initial whether what comes before is a letter that may be set as a drop cap */
export function edgeBetween(crossed: readonly Element[], initial: boolean): Edge {
  let edge: Edge = Edge.None;
  // All are asked, so that each is known to matter.
  for (const element of crossed) {
    const level = noteLevel(element);
    if (level === Level.Block || level === Level.Unseen || (level === Level.Out && !initial))
      edge = Edge.Hard;
    else if (level === Level.Box && edge === Edge.None && hasSides(element)) edge = Edge.Soft;
  }
  return edge;
}

/** Whether a box keeps a distance to what stands beside it. Headlines are cut into a box for each letter to be animated. */
function hasSides(element: Element): boolean {
  const style = styleOf(element);
  return SIDES.some((property) => Number.parseFloat(style[property]) !== 0);
}
const SIDES = [
  "marginInlineStart",
  "marginInlineEnd",
  "paddingInlineStart",
  "paddingInlineEnd",
  "borderInlineStartWidth",
  "borderInlineEndWidth",
] as const;

/** Part of a flow's text, UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The flows that `flow` falls into; `null` where it is one piece of text indeed.
 *
 * @param spans where names were found in it, decoys among them
 */
export function partsOf(flow: Flow, spans: readonly Span[]): Flow[] | null {
  /** Nodes before which text ends. */
  const ends = new Set<number>();
  const unseen = new Set<Element>();
  const look = (element: Element, before: number, isGap: boolean) => {
    const level = noteLevel(element);
    const isOut = level === Level.Out && !isGap && flow.starts[before]! > LONGEST_INITIAL;
    if (level === Level.Block || isOut) ends.add(before);
    else if (level === Level.Unseen) unseen.add(element);
  };
  for (const { before, element } of flow.joints) look(element, before, !isAround(element, flow, before));
  const lists: number[] = [];
  for (const { start, end } of spans) {
    for (let i = nodeIndexAt(flow, start) + 1; i < flow.nodes.length && flow.starts[i]! < end; i++) {
      for (const element of between(flow.nodes[i - 1]!, flow.nodes[i]!, flow.block)) look(element, i, false);
      if (isList(flow, i, start, end)) lists.push(i);
    }
  }
  const hidden = unseen.size > 0 ? flow.nodes.map((node) => isWithin(node, unseen, flow.block)) : [];
  if (ends.size > 0 || hidden.includes(true)) return split(flow, ends, hidden);
  return lists.length > 0 ? [withLines(flow, lists)] : null;
}

/** Whether `element` has text of the flow in it, on one side of the joint: a picture has none. */
const isAround = (element: Element, { nodes, block }: Flow, before: number): boolean =>
  isWithin(nodes[before]!, new Set([element]), block) ||
  isWithin(nodes[before - 1]!, new Set([element]), block);

const isWithin = (node: Node, elements: ReadonlySet<Element>, block: Block): boolean =>
  ancestors(node, block).some((element) => elements.has(element));

/**
 * Whether the line break before node `index` parts two entries of a list: it comes within a name, whose two parts are
 * all that stands on either line, and there are more lines. "Pakistan⏎Taliban⏎Daesh" is none, "The Pakistani⏎Taliban" is.
 */
function isList({ text, starts, breaks }: Flow, index: number, start: number, end: number): boolean {
  if (breaks.length < 2) return false;
  const at = indexIn(breaks, index);
  if (at < 0) return false;
  const from = at > 0 ? starts[breaks[at - 1]!]! : 0;
  const to = at + 1 < breaks.length ? starts[breaks[at + 1]!]! : text.length;
  return text.slice(from, start).trim() === "" && text.slice(end, to).trim() === "";
}

function indexIn(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value ? low : -1;
}

/** What parts names and lets words near by count as before. */
const LINE = "|";

/** The flow, with line breaks before these nodes that no name runs across. */
function withLines(flow: Flow, before: readonly number[]): Flow {
  const units = flow.text.split("");
  for (const index of before) units[flow.starts[index]! - 1] = LINE;
  return { ...flow, text: units.join(""), joints: [] };
}

function split(
  { block, text, nodes, starts, breaks, leads, visit }: Flow,
  ends: Set<number>,
  hidden: boolean[],
): Flow[] {
  const flows: Flow[] = [];
  const open = () => ({ text: "", nodes: [] as Text[], starts: [] as number[], breaks: [] as number[] });
  const close = (part: ReturnType<typeof open>) => {
    if (part.text.trim() !== "") flows.push({ block, ...part, joints: [], leads, visit });
  };
  const add = (part: ReturnType<typeof open>, index: number) => {
    if (part.nodes.length > 0 && breaks.includes(index)) part.breaks.push(part.nodes.length);
    part.starts.push(part.text.length);
    part.nodes.push(nodes[index]!);
    part.text += text.slice(starts[index]!, starts[index + 1]);
  };
  let seen = open();
  let unseen = open();
  for (let i = 0; i < nodes.length; i++) {
    if (ends.has(i)) {
      close(seen);
      seen = open();
    }
    if (hidden[i] !== true || ends.has(i)) {
      close(unseen);
      unseen = open();
    }
    add(hidden[i] === true ? unseen : seen, i);
  }
  close(seen);
  close(unseen);
  return flows;
}

/** The elements whose edges are crossed on the way from one text node of a block to another. */
function between(before: Node, node: Node, block: Block): Element[] {
  const left = new Set(ancestors(before, block));
  const entered = new Set(ancestors(node, block));
  const crossed = [...left].filter((element) => !entered.has(element));
  for (const element of entered) if (!left.has(element)) crossed.push(element);
  return crossed;
}

/** The elements between a node and the block that owns it, from the inside out. */
function ancestors(node: Node, block: Block): Element[] {
  const elements: Element[] = [];
  for (let at = parentNode(node); at && at !== block; at = parentNode(at)) {
    if (nodeType(at) === ELEMENT) elements.push(at as Element);
  }
  return elements;
}
