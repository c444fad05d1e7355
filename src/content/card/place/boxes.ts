/** Boxes in CSS px of the viewport, and which of them is meant. Pure. */
import type { Point } from "../../page/types.ts";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const holds = (box: Box, { x, y }: Point): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/**
 * The pieces of a mention joined to one box a line. A mention has a piece for each text node and each line; two
 * pieces are of one line when one's middle lies within the other's height.
 */
export function lineBoxes(pieces: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const piece of pieces) {
    if (piece.width === 0 || piece.height === 0) continue;
    const middle = piece.y + piece.height / 2;
    const index = lines.findIndex((line) => {
      const lineMiddle = line.y + line.height / 2;
      return (
        (middle > line.y && middle < line.y + line.height) ||
        (lineMiddle > piece.y && lineMiddle < piece.y + piece.height)
      );
    });
    if (index < 0) lines.push(piece);
    else lines[index] = union(lines[index]!, piece);
  }
  return lines;
}

/** The box nearest to a point; the first where there is no point. `undefined` only for no boxes. */
export function nearest(boxes: readonly Box[], point: Point | null): Box | undefined {
  if (!point) return boxes[0];
  let best: Box | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const dx = Math.max(box.x - point.x, 0, point.x - box.x - box.width);
    const dy = Math.max(box.y - point.y, 0, point.y - box.y - box.height);
    const distance = dx * dx + dy * dy;
    if (distance < least) {
      least = distance;
      best = box;
    }
  }
  return best;
}
