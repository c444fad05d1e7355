import { describe, expect, test } from "vitest";
import { inCorridor, isSlow, speed } from "../../../src/content/card/hover/pointer-path.ts";
import { lineBoxes, nearest } from "../../../src/content/card/place/boxes.ts";

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe("lines of a mention", () => {
  test("pieces of one line are one box, though their letters differ in height", () => {
    expect(lineBoxes([box(10, 10, 30, 20), box(40, 14, 50, 12)])).toEqual([box(10, 10, 80, 20)]);
  });
  test("a mention that wraps has a box a line", () => {
    expect(lineBoxes([box(300, 10, 60, 20), box(0, 32, 80, 20)])).toHaveLength(2);
  });
  test("empty pieces are no line", () => {
    expect(lineBoxes([box(10, 10, 0, 20)])).toEqual([]);
  });
  test("the nearest line to the pointer; the first where there is no pointer", () => {
    const lines = [box(300, 10, 60, 20), box(0, 32, 80, 20)];
    expect(nearest(lines, { x: 20, y: 40 })).toBe(lines[1]);
    expect(nearest(lines, { x: 310, y: 12 })).toBe(lines[0]);
    expect(nearest(lines, null)).toBe(lines[0]);
    expect(nearest([], null)).toBeUndefined();
  });
});

describe("the corridor", () => {
  const mention = box(100, 100, 40, 20);
  const below = box(100, 126, 400, 300);
  test("holds the straight way from the mention to the card", () => {
    expect(inCorridor({ x: 120, y: 123 }, mention, below)).toBe(true);
    expect(inCorridor({ x: 160, y: 122 }, mention, below)).toBe(true);
  });
  test("does not hold what lies beside it", () => {
    expect(inCorridor({ x: 480, y: 110 }, mention, below)).toBe(false);
    expect(inCorridor({ x: 90, y: 123 }, mention, below)).toBe(false);
    expect(inCorridor({ x: 120, y: 90 }, mention, below)).toBe(false);
  });
  test("works for a card above and a card beside", () => {
    expect(inCorridor({ x: 120, y: 97 }, mention, box(100, 0, 400, 94))).toBe(true);
    expect(inCorridor({ x: 143, y: 110 }, mention, box(146, 20, 400, 300))).toBe(true);
  });
});

describe("speed", () => {
  test("px over ms", () => {
    expect(speed({ x: 0, y: 0, time: 0 }, { x: 30, y: 40, time: 100 })).toBe(0.5);
  });
  test("slow means below half a pixel a millisecond, and known", () => {
    expect(isSlow({ x: 0, y: 0, time: 0 }, { x: 5, y: 0, time: 16 })).toBe(true);
    expect(isSlow({ x: 0, y: 0, time: 0 }, { x: 9, y: 0, time: 16 })).toBe(false);
    expect(isSlow(null, { x: 9, y: 0, time: 16 })).toBe(false);
  });
  test("two samples of one moment do not divide by nothing", () => {
    expect(isSlow({ x: 0, y: 0, time: 7 }, { x: 0, y: 0, time: 7 })).toBe(true);
    expect(isSlow({ x: 0, y: 0, time: 7 }, { x: 50, y: 0, time: 7 })).toBe(false);
  });
});
