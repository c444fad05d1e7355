/** How fast the pointer moves. Pure; samples come once a frame. */
import type { Point } from "../../page/types.ts";
import { SLOW_SPEED } from "../delays.ts";

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
