/**
 * What of a text is left when all that clips it has clipped it, and what could be brought into sight by scrolling.
 * Plain geometry: CSS px of the viewport, measured by `visibility.ts`.
 */

import type { Edges } from "./edges.ts";

/**
 * A box that clips what is in it. A box with `overflow: hidden` shows what lies in `box`, now and for good. In one that
 * a reader can scroll, all that lies in `area` can be brought into `box`: an article 900 px high in a box of 200 px that
 * is scrolled by 50 has `box` 0 to 200 and `area` −50 to 850. A reader scrolls an axis only where the page lets them.
 */
export interface Clip {
  box: Edges;
  scrollsX: boolean;
  scrollsY: boolean;
  /** Along an axis that does not scroll it is as `box`. */
  area: Edges;
  /** What scrolls; `null` where nothing does. */
  element: Element | null;
  /** The next box around it that clips; the last is the viewport. */
  outer: Clip | null;
}

/** How much of a line of text has to be left of it, along either axis, so that it is seen: half. */
const ENOUGH = 0.5;
/**
 * How much may be missing at the foot of a line of text, as a part of its height. Marks are drawn there: below the
 * baseline, down to the end of the line's own box and a little further.
 */
const FOOT = 0.03;

const intersection = (a: Edges, b: Edges): Edges => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

const isEmpty = ({ left, top, right, bottom }: Edges): boolean => right <= left || bottom <= top;

/**
 * Whether a line of text is in sight, or would be after some scrolling. `clip`: the innermost box around it. `foot`: not
 * without the foot of it, where marks are drawn.
 */
export function canBeSeen(line: Edges, clip: Clip, foot: boolean): boolean {
  const height = line.bottom - line.top;
  let at = line;
  let own = true;
  for (let each: Clip | null = clip; each; each = each.outer) {
    const { box, scrollsX, scrollsY } = each;
    const part = intersection(at, each.area);
    const isEnough =
      !own ||
      (part.right - part.left >= ENOUGH * (line.right - line.left) &&
        part.bottom - part.top >= ENOUGH * height &&
        (!foot || part.bottom >= line.bottom - FOOT * height));
    if (isEmpty(part) || !isEnough) return false;
    // What can be scrolled may come to lie anywhere in the box.
    own &&= !scrollsX && !scrollsY;
    at = {
      left: scrollsX ? box.left : part.left,
      top: scrollsY ? box.top : part.top,
      right: scrollsX ? box.right : part.right,
      bottom: scrollsY ? box.bottom : part.bottom,
    };
  }
  return true;
}

/**
 * The part of `line` that is in sight now, or null. With `margin`, what a little scrolling brings into sight counts as
 * well: boxes that scroll are taken for as much larger.
 */
export function partInSight(line: Edges, clip: Clip, margin = 0): Edges | null {
  let part = line;
  for (let each: Clip | null = clip; each; each = each.outer) {
    const { box, scrollsX, scrollsY } = each;
    const [x, y] = [scrollsX ? margin : 0, scrollsY ? margin : 0];
    part = intersection(part, {
      left: box.left - x,
      top: box.top - y,
      right: box.right + x,
      bottom: box.bottom + y,
    });
    if (isEmpty(part)) return null;
  }
  return part;
}

/**
 * Whether a `clip-path`, as computed styles give it, leaves nothing: an inset of half or all, a circle without radius, a
 * polygon of one point. Shapes that leave something count as none.
 */
export const leavesNothing = (clipPath: string): boolean =>
  /^(?:inset\((?:[5-9]\d[\d.]*%|.*\b100%)|(?:circle|ellipse)\(0(?:px|%)|polygon\((\S+ [^,]+)(?:, \1)*\))/.test(
    clipPath,
  );
