/** Boxes by their edges, points, and what a computed colour lets through. CSS px of the viewport. Pure. */
import type { Point } from "../types.ts";

/** A box; a `DOMRect` is one. Empty where `right <= left` or `bottom <= top`. */
export interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Less than so much of a colour, 0 to 1, tints what lies beneath and hides nothing: a link that is hovered, a pressed button. */
export const FAINT = 0.2;

/** The point of an area that is nearest to `point`: the point itself where it lies inside. */
export const nearestIn = ({ left, top, right, bottom }: Edges, { x, y }: Point): Point => ({
  x: Math.min(Math.max(x, left), right),
  y: Math.min(Math.max(y, top), bottom),
});

export const holds = ({ left, top, right, bottom }: Edges, { x, y }: Point): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

/** How far a point lies from an area, CSS px, the larger of both directions; 0 inside. */
export function distance(area: Edges, point: Point): number {
  const { x, y } = nearestIn(area, point);
  return Math.max(Math.abs(x - point.x), Math.abs(y - point.y));
}

/** How opaque a computed colour is, 0 to 1: `rgb(0, 0, 0)`, `rgba(0, 0, 0, 0.5)`, `oklch(0.5 0.1 20 / 0.5)`. */
export function alphaOf(colour: string): number {
  const alpha = /^rgba\(.*,\s*([\d.e-]+)\)|\/\s*([\d.e-]+)/.exec(colour);
  if (alpha) return Number(alpha[1] ?? alpha[2]);
  return colour === "transparent" ? 0 : 1;
}
