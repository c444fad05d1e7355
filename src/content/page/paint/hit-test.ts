/**
 * Which mention a reader sees under a point. The browsers' own answer (`CSS.highlights.highlightsFromPoint`) is not used:
 * Firefox names what lies beneath banners, dialogs and pictures, and what is clipped; Chromium names nothing beneath a link
 * that is stretched over its teaser.
 */

import { caretAt } from "../dom/dom.ts";
import { distance, type Edges, nearestIn } from "../dom/edges.ts";
import { linesOf, measure } from "../read/ranges.ts";
import type { PageMention, Point } from "../types.ts";
import { holderOf, isSeen, stackAt } from "./covers.ts";

type Painted = ReadonlyMap<AbstractRange, PageMention>;

/** A pointer a little beside the letters still means them: their boxes end where the font says, CSS px. */
const SLACK = 2;
/**
 * For so long the places of all painted ranges are good, ms. Ranges in the elements under the pointer are measured at each
 * look; this is for letters that stick out of their element, or whose element takes no pointer.
 */
const SURVEY_LASTS = 250;
/** More ranges than this in one element are not measured at each look. */
const MANY = 64;

interface Survey {
  painted: Painted;
  /** By `performance.now()`. */
  madeAt: number;
  byHolder: Map<Element, AbstractRange[]>;
  areas: Array<readonly [AbstractRange, Edges]>;
}

interface Candidate {
  range: AbstractRange;
  /** The point of its box that is nearest to the pointer. */
  spot: Point;
  /** Of the pointer from the box, CSS px; less than 0 where a caret would be put into the range. */
  rank: number;
}

export class HitTest {
  #survey: Survey | null = null;

  /** @param roots open shadow roots that may hold painted ranges */
  at(point: Point, painted: Painted, roots: ShadowRoot[]): PageMention | null {
    const stack = stackAt(point);
    const found: Candidate[] = [];
    for (const range of this.#near(point, painted, stack)) {
      for (const box of linesOf(range)) {
        const spot = nearestIn(box, point);
        const rank = distance(box, point);
        if (rank > SLACK) continue;
        const isIn = hasCaret(range, spot, roots);
        if (isIn !== false) found.push({ range, spot, rank: isIn ? rank - SLACK - 1 : rank });
      }
    }
    found.sort((a, b) => a.rank - b.rank);
    for (const { range, spot } of found) {
      const holder = holderOf(range.startContainer);
      const there = spot.x === point.x && spot.y === point.y ? stack : stackAt(spot);
      if (holder && isSeen(holder, there, spot)) return painted.get(range)!;
    }
    return null;
  }

  /** The ranges that may lie at a point. */
  #near(point: Point, painted: Painted, stack: readonly Element[]): Set<AbstractRange> {
    const survey = this.#look(painted);
    const near = new Set<AbstractRange>();
    for (const element of stack) {
      const inside = survey.byHolder.get(element);
      if (inside && inside.length <= MANY) for (const range of inside) near.add(range);
    }
    for (const [range, area] of survey.areas) if (distance(area, point) <= SLACK) near.add(range);
    // Some may have been dropped since.
    for (const range of near) if (!painted.has(range)) near.delete(range);
    return near;
  }

  #look(painted: Painted): Survey {
    const now = performance.now();
    const last = this.#survey;
    if (last?.painted === painted && now - last.madeAt < SURVEY_LASTS) return last;
    const survey: Survey = { painted, madeAt: now, byHolder: new Map(), areas: [] };
    for (const range of painted.keys()) {
      const area = measure(range, (live) => live.getBoundingClientRect());
      const holder = holderOf(range.startContainer);
      if (!area || !holder) continue;
      survey.areas.push([range, area]);
      const inside = survey.byHolder.get(holder);
      if (inside) inside.push(range);
      else survey.byHolder.set(holder, [range]);
    }
    this.#survey = survey;
    return survey;
  }
}

/**
 * Whether a caret would be put into a range at a point; null where it says nothing, being in other text, or far off because
 * something lies over the text. Boxes of text that is turned, and of lines that overlap, hold points at which other letters
 * are.
 */
function hasCaret(range: AbstractRange, spot: Point, roots: ShadowRoot[]): boolean | null {
  const caret = caretAt(spot.x, spot.y, roots);
  const line = caret?.getClientRect();
  if (caret?.offsetNode !== range.startContainer || !line) return null;
  if (distance(line, spot) > Math.max(line.width, line.height)) return null;
  // A caret is put on the nearer side of a letter.
  return caret.offset >= range.startOffset - 1 && caret.offset <= range.endOffset + 1;
}
