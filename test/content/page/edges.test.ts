/** Points, boxes and colours that a hit test is made of. */
import { describe, expect, test } from "vitest";
import { alphaOf, distance, FAINT, holds, nearestIn } from "../../../src/content/page/dom/edges.ts";
import { isOver, type Layer } from "../../../src/content/page/paint/paint-order.ts";

const box = { left: 10, top: 20, right: 30, bottom: 40 };

test.each([
  [{ x: 15, y: 25 }, { x: 15, y: 25 }, 0],
  [{ x: 9, y: 25 }, { x: 10, y: 25 }, 1],
  [{ x: 33, y: 18 }, { x: 30, y: 20 }, 3],
  [{ x: 30, y: 40 }, { x: 30, y: 40 }, 0],
])("of %o the nearest in the box is %o, %d px off", (point, nearest, off) => {
  expect(nearestIn(box, point)).toEqual(nearest);
  expect(distance(box, point)).toBe(off);
  expect(holds(box, point)).toBe(off === 0);
});

test.each([
  ["rgb(0, 0, 0)", 1],
  ["rgba(0, 0, 0, 0)", 0],
  ["rgba(10, 20, 30, 0.08)", 0.08],
  ["rgba(0, 0, 0, 1e-3)", 0.001],
  ["transparent", 0],
  ["color(srgb 0.1 0.2 0.3 / 0.5)", 0.5],
  ["color(srgb 0.1 0.2 0.3)", 1],
  ["oklch(0.5 0.1 20 / 0.25)", 0.25],
])("%s is opaque by %d", (colour, alpha) => {
  expect(alphaOf(colour)).toBe(alpha);
});

test("what is dimmed by a tenth is still seen, by a half not", () => {
  expect(FAINT).toBeGreaterThan(0.1);
  expect(FAINT).toBeLessThan(0.5);
});

describe("which of two is painted over the other", () => {
  const layer = (name: string, z: number, context: boolean) => ({
    node: name as unknown as Element,
    z,
    context,
  });
  const page = layer("page", 0, true);
  const auto = (name: string) => layer(name, 0, false);
  const at = (name: string, z: number) => layer(name, z, true);
  test.each<[name: string, thing: Layer[], text: Layer[], inLine: boolean, later: boolean, over: boolean]>([
    ["a box of the flow: the text", [page], [page], false, true, false],
    ["a picture in the line after it: the picture", [page], [page], true, true, true],
    ["a picture before it: the text", [page], [page], true, false, false],
    ["a positioned box before text of the flow: the box", [page, auto("a")], [page], false, false, true],
    [
      "a positioned box before positioned text: the text",
      [page, auto("a")],
      [page, auto("b")],
      false,
      false,
      false,
    ],
    ["a higher z-index, though before it", [page, at("a", 2)], [page, at("b", 1)], false, false, true],
    ["a lower z-index, though after it", [page, at("a", 1)], [page, at("b", 2)], false, true, false],
    [
      "a z-index inside a lower context",
      [page, at("a", 1), at("c", 99)],
      [page, at("b", 2)],
      false,
      true,
      false,
    ],
    [
      "a z-index inside a positioned box that is no context",
      [page, auto("a"), at("c", 9)],
      [page, at("b", 2)],
      false,
      false,
      true,
    ],
    ["behind by a negative z-index", [page, at("a", -1)], [page], false, true, false],
    [
      "a cell of the same place, later",
      [page, layer("a", -0.25, false)],
      [page, layer("b", -0.25, false)],
      false,
      true,
      true,
    ],
    [
      "the top layer",
      [at("dialog", Number.POSITIVE_INFINITY)],
      [page, at("b", 2_147_483_647)],
      false,
      false,
      true,
    ],
  ])("%s", (_name, thing, text, inLine, later, over) => {
    expect(isOver(thing, text, inLine, later)).toBe(over);
  });
});
