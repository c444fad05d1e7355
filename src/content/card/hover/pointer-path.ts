/**
 * The safe corridor: the ground that a pointer crosses on a straight way between a mention and its card. It is the
 * convex hull of the two boxes; being convex, it holds every straight line from a point of one to a point of the other.
 */
import type { Point } from "../../page/types.ts";
import type { Box } from "../place/boxes.ts";

export function inCorridor(point: Point, mention: Box, card: Box): boolean {
  const hull = convexHull([...corners(mention), ...corners(card)]);
  return hull.every((corner, index) => turn(corner, hull[(index + 1) % hull.length]!, point) >= 0);
}

const corners = ({ x, y, width, height }: Box): Point[] => [
  { x, y },
  { x: x + width, y },
  { x, y: y + height },
  { x: x + width, y: y + height },
];

/** Positive where a → b → c turns the way of the hull, 0 on a line. */
const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** Andrew's monotone chain. */
function convexHull(points: Point[]): Point[] {
  const sorted = points.sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (run: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of run) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}
