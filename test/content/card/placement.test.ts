import { describe, expect, test } from "vitest";
import { type Box, overlap } from "../../../src/content/card/place/boxes.ts";
import { GAP, MARGIN } from "../../../src/content/card/place/distances.ts";
import {
  type CardPlacement,
  type PlacementInput,
  placeCard,
  spacing,
} from "../../../src/content/card/place/placement.ts";

const DESKTOP: Box = { x: 0, y: 0, width: 1200, height: 800 };
const CARD = { width: 420, height: 360 };

const input = (reference: Partial<Box>, more: Partial<PlacementInput> = {}): PlacementInput => ({
  reference: { x: 400, y: 300, width: 120, height: 20, ...reference },
  card: CARD,
  viewport: DESKTOP,
  direction: "ltr",
  ...more,
});

/** The box that the card fills there. */
const boxOf = (placed: CardPlacement, card = CARD): Box => ({
  x: placed.x,
  y: placed.y,
  width: Math.min(card.width, placed.maxWidth),
  height: Math.min(card.height, placed.maxHeight),
});

function expectInView(box: Box, viewport: Box): void {
  const { margin } = spacing(viewport);
  expect(box.x).toBeGreaterThanOrEqual(viewport.x + margin);
  expect(box.y).toBeGreaterThanOrEqual(viewport.y + margin);
  expect(box.x + box.width).toBeLessThanOrEqual(viewport.x + viewport.width - margin);
  expect(box.y + box.height).toBeLessThanOrEqual(viewport.y + viewport.height - margin);
}

describe("beside the line", () => {
  test("below, lined up with where the mention begins", () => {
    expect(placeCard(input({}))).toMatchObject({ x: 400, y: 320 + GAP, side: "bottom" });
  });

  test("from right to left it begins at the right", () => {
    const { x } = placeCard(input({}, { direction: "rtl" }));
    expect(x + CARD.width).toBe(520);
  });

  test("above, where there is no room below", () => {
    const placed = placeCard(input({ y: 700 }));
    expect(placed).toMatchObject({ side: "top", y: 700 - GAP - CARD.height });
  });

  test("on the roomier side, cut to what is there, where neither has room for all of it", () => {
    const viewport = { ...DESKTOP, height: 500 };
    const placed = placeCard(input({ y: 300 }, { viewport }));
    expect(placed.side).toBe("top");
    expect(placed.maxHeight).toBe(300 - GAP - MARGIN);
  });

  test("beside the line, where there is hardly a line's room above and below", () => {
    const viewport = { ...DESKTOP, height: 200 };
    const placed = placeCard(input({ y: 90 }, { viewport }));
    expect(placed.side).toBe("right");
    expectInView(boxOf(placed), viewport);
    expect(placeCard(input({ x: 900, y: 90 }, { viewport })).side).toBe("left");
  });

  test("beside it, narrower, where that gives the whole height of a low window", () => {
    const viewport = { ...DESKTOP, width: 568, height: 300 };
    const placed = placeCard(input({ x: 40, y: 140, width: 90 }, { viewport }));
    expect(placed.side).toBe("right");
    expect(placed.maxHeight).toBeGreaterThan(290);
    expectInView(boxOf(placed), viewport);
  });

  test("at 400 % zoom, with the mention in the middle, it gives nothing away", () => {
    const viewport = { x: 0, y: 0, width: 320, height: 256 };
    const placed = placeCard(input({ x: 110, y: 118, width: 100 }, { viewport }));
    expect(placed.maxHeight).toBeGreaterThan(0.45 * 256);
    expect(placed.maxWidth).toBe(320);
  });
});

describe("a sheet, for fingers", () => {
  const viewport = { x: 0, y: 0, width: 390, height: 800 };
  test("lies along the bottom, as wide as the window", () => {
    const placed = placeCard(input({ x: 30, y: 200, width: 90 }, { viewport, sheet: true }));
    expect(placed).toMatchObject({ x: 0, y: 800 - CARD.height, side: "bottom", maxWidth: 390 });
  });
  test("lies along the top where the mention is low, and stays clear of it", () => {
    const placed = placeCard(input({ x: 30, y: 500, width: 90 }, { viewport, sheet: true }));
    expect(placed).toMatchObject({ x: 0, y: 0, side: "top" });
    expect(placed.maxHeight).toBeLessThan(500);
  });
});

describe("beside something of the page's own", () => {
  const line = { x: 400, y: 400, width: 90, height: 20 };
  const at = (avoid: Box, viewport = DESKTOP) => placeCard(input(line, { viewport, avoid }));
  const below = { x: 400, y: 428, width: 320, height: 200 };
  test("below the line: the card stands above", () => {
    const placed = at(below);
    expect(placed.side).toBe("top");
    expect(overlap(boxOf(placed), below)).toBe(false);
  });
  test("above the line: the card stands below", () => {
    expect(at({ ...below, y: 190 }).side).toBe("bottom");
  });
  test("all around the line: there is no room", () => {
    const placed = at({ x: 0, y: 300, width: 2000, height: 800 });
    expect(Math.min(placed.maxWidth, placed.maxHeight)).toBe(0);
  });
});

describe("in every place", () => {
  const viewports: Record<string, Box> = {
    desktop: DESKTOP,
    phone: { x: 0, y: 0, width: 320, height: 568 },
    "phone on its side": { x: 0, y: 0, width: 568, height: 320 },
    "small frame": { x: 0, y: 0, width: 300, height: 250 },
    "pinched, scrolled in the layout viewport": { x: 240, y: 130, width: 500, height: 400 },
  };
  for (const [name, viewport] of Object.entries(viewports))
    for (const direction of ["ltr", "rtl"] as const)
      test(`${name}, ${direction}: in view and never over the line`, () => {
        for (const fx of [0, 0.2, 0.5, 0.8, 1])
          for (const fy of [0, 0.1, 0.35, 0.5, 0.65, 0.9, 1]) {
            const reference = {
              x: viewport.x + fx * (viewport.width - 90),
              y: viewport.y + fy * (viewport.height - 20),
              width: 90,
              height: 20,
            };
            const placed = placeCard(input(reference, { viewport, direction }));
            const box = boxOf(placed);
            expectInView(box, viewport);
            expect(overlap(box, reference), JSON.stringify({ reference, placed })).toBe(false);
            expect(box.height).toBeGreaterThan(80);
          }
      });
});
