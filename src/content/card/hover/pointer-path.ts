/** The pointer's path: how fast it is, and whether it is on its way between a mention and its card. Pure. */
import type { Point } from "../../page/types.ts";
import { SLOW_SPEED } from "../delays.ts";
import type { Box } from "../place/boxes.ts";

/** Where the pointer was at a moment; samples come once a frame. */
export interface Sample extends Point {
  /** ms */
  time: number;
}

/** px/ms between two samples. Two samples of one moment (coarse clocks do that) count as fast as they are far apart. */
export function speed(from: Sample, to: Sample): number {
  return Math.hypot(to.x - from.x, to.y - from.y) / Math.max(to.time - from.time, 1);
}

export const isSlow = (from: Sample | null, to: Sample): boolean =>
  from !== null && speed(from, to) < SLOW_SPEED;

/**
 * Whether a point lies in the safe corridor: the ground that a pointer crosses on a straight way between a mention and its
 * card. It is the convex hull of the two boxes; being convex, it holds every straight line from a point of one to a point
 * of the other.
 */
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
