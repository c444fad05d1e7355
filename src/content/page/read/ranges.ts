/** Offsets in a flow → places in the document. */
import { createRange, textOf } from "../dom/dom.ts";
import type { Flow } from "../types.ts";

/**
 * The static ranges of `flow.text[start, end)`, one per text node it runs through. Static: live ranges make every
 * insertion and removal of the page slower (measured: 30 times at 5,000 ranges), static ones cost it nothing.
 */
export function rangesOf(flow: Flow, start: number, end: number): StaticRange[] {
  const ranges: StaticRange[] = [];
  for (let i = nodeIndexAt(flow, start); i < flow.nodes.length && flow.starts[i]! < end; i++) {
    const node = flow.nodes[i]!;
    const from = Math.max(start - flow.starts[i]!, 0);
    const next = flow.starts[i + 1];
    // Between two nodes there may be a line break of the flow's own.
    const to = next === undefined || end < next ? end - flow.starts[i]! : textOf(node).length;
    ranges.push(
      new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to }),
    );
  }
  return ranges;
}

export const sameRanges = (a: readonly StaticRange[], b: readonly StaticRange[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ startContainer, startOffset, endOffset }, i) =>
      startContainer === b[i]!.startContainer &&
      startOffset === b[i]!.startOffset &&
      endOffset === b[i]!.endOffset,
  );

export const nodeAt = (flow: Flow, offset: number): Text => flow.nodes[nodeIndexAt(flow, offset)]!;

/** The last node that begins at or before `offset`. */
export function nodeIndexAt({ starts }: Flow, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A live range for one measurement; null when the text under the static one has been cut short meanwhile. */
export function liveRange({
  startContainer,
  startOffset,
  endContainer,
  endOffset,
}: AbstractRange): Range | null {
  const range = createRange();
  try {
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
  } catch {
    return null;
  }
  return range;
}

/** The boxes of a static range in the viewport, one per line, CSS px; none where the text under it has been cut short meanwhile. */
export const linesOf = (range: AbstractRange): DOMRect[] =>
  [...(liveRange(range)?.getClientRects() ?? [])].filter(({ width, height }) => width > 0 && height > 0);
