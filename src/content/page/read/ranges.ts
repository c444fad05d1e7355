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

/** Where a range begins and ends, in nodes of the document and UTF-16 code units. */
export type Extent = Pick<AbstractRange, "startContainer" | "startOffset" | "endContainer" | "endOffset">;

/**
 * One for all measurements, put away in between: the browser keeps every live range up to date, so each of them makes each
 * insertion and removal of the page slower until it has been collected. (Measured: after looking at 1,800 mentions by a
 * range each, a page's own 2,000 paragraphs took it 7 times as long.)
 */
let live: Range | null = null;

/**
 * What `look` finds of a live range over a static one; null when the text under that has been cut short meanwhile.
 * @param look is not to keep the range
 */
export function measure<T>(
  { startContainer, startOffset, endContainer, endOffset }: Extent,
  look: (range: Range) => T,
): T | null {
  live ??= createRange();
  try {
    live.setStart(startContainer, startOffset);
    live.setEnd(endContainer, endOffset);
    return look(live);
  } catch {
    return null;
  } finally {
    // Before the first node, where no change of the page moves it; its end comes along.
    live.setEnd(document, 0);
  }
}

/** The boxes of a static range in the viewport, one per line, CSS px; none where the text under it has been cut short meanwhile. */
export const linesOf = (range: Extent): DOMRect[] =>
  (measure(range, (live) => [...live.getClientRects()]) ?? []).filter(
    ({ width, height }) => width > 0 && height > 0,
  );
