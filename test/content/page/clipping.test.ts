/** What clips a line of text, and what a reader can scroll to. */
import { describe, expect, test } from "vitest";
import { type Clip, canBeSeen, leavesNothing, partInSight } from "../../../src/content/page/dom/clipping.ts";
import type { Edges } from "../../../src/content/page/dom/edges.ts";

const box = (left: number, top: number, right: number, bottom: number): Edges => ({
  left,
  top,
  right,
  bottom,
});
const hidden = (edges: Edges, outer: Clip | null = null): Clip => ({
  box: edges,
  area: edges,
  scrollsX: false,
  scrollsY: false,
  element: null,
  outer,
});
/** A box whose content reaches from `top` to `bottom`, and that scrolls up and down. */
const scrolling = (edges: Edges, top: number, bottom: number, outer: Clip | null = null): Clip => ({
  ...hidden(edges, outer),
  scrollsY: true,
  area: { ...edges, top, bottom },
});

const PAGE = scrolling(box(0, 0, 1000, 800), -500, 5000);
const LINE = box(100, 100, 200, 120);
const at = (top: number, left = 100) => box(left, top, left + 100, top + 20);

describe("whether a line can be seen", () => {
  test.each<[string, Edges, Clip, boolean]>([
    ["in the window", LINE, PAGE, true],
    ["further down the page", at(4000), PAGE, true],
    ["scrolled past", at(-400), PAGE, true],
    ["above the beginning of the page", at(-600), PAGE, false],
    ["beside the window, where nothing scrolls", at(100, -300), PAGE, false],
    ["in a closed part", LINE, hidden(box(0, 100, 1000, 100), PAGE), false],
    ["half cut off at its end", LINE, hidden(box(0, 0, 150, 800), PAGE), true],
    ["cut off but for the first letters", LINE, hidden(box(0, 0, 140, 800), PAGE), false],
    [
      "below in a box that a reader can scroll",
      at(400),
      scrolling(box(0, 100, 1000, 200), 100, 900, PAGE),
      true,
    ],
    ["below in a box that only a script can scroll", at(400), hidden(box(0, 100, 1000, 200), PAGE), false],
    ["past the end of a box that scrolls", at(950), scrolling(box(0, 100, 1000, 200), 100, 900, PAGE), false],
    [
      "in a box that scrolls, in one that is closed",
      at(400),
      scrolling(box(0, 100, 1000, 200), 100, 900, hidden(box(0, 0, 1000, 100), PAGE)),
      false,
    ],
    [
      "in a box that scrolls, far down in another that does",
      at(2000),
      scrolling(box(0, 1900, 1000, 1950), 1900, 2100, scrolling(box(0, 0, 1000, 300), 0, 3000, PAGE)),
      true,
    ],
  ])("%s", (_, line, clip, expected) => {
    expect(canBeSeen(line, clip, false)).toBe(expected);
  });

  test("a mark needs the foot of the line, reading does not", () => {
    const tight = hidden(box(0, 0, 1000, 118), PAGE);
    expect(canBeSeen(LINE, tight, false)).toBe(true);
    expect(canBeSeen(LINE, tight, true)).toBe(false);
    expect(canBeSeen(LINE, hidden(box(0, 0, 1000, 119.6), PAGE), true)).toBe(true);
  });
});

describe("what is in sight", () => {
  test("a line is cut at every box around it", () => {
    const clip = hidden(box(150, 0, 1000, 110), PAGE);
    expect(partInSight(LINE, clip)).toEqual(box(150, 100, 200, 110));
  });

  test("what is near counts where a reader can scroll to it, and only there", () => {
    expect(partInSight(at(900), PAGE)).toBeNull();
    expect(partInSight(at(900), PAGE, 200)).toEqual(at(900));
    expect(partInSight(at(900), hidden(PAGE.box), 200)).toBeNull();
  });
});

test.each([
  ["none", false],
  ["inset(50%)", true],
  ["inset(0px 0px 100%)", true],
  ["inset(10% round 4px)", false],
  ["circle(0px at 50% 50%)", true],
  ["circle(50%)", false],
  ["polygon(0px 0px, 0px 0px, 0px 0px)", true],
  ["polygon(0px 0px, 100% 0px, 0px 100%)", false],
  ['path("M 0 0")', false],
])("the shape %s leaves nothing: %s", (shape, expected) => {
  expect(leavesNothing(shape)).toBe(expected);
});
