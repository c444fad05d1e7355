/** How a tie runs between two shapes, and where its verb stands on it. Pure geometry, in the picture's units. */
import type { Relation } from "../../../pack/types.ts";
import { around, type Box, overlaps, type Point, shared } from "./boxes.ts";
import { type GraphTie, isMutual } from "./graph.ts";
import type { Layout, Placed } from "./layout.ts";
import { textWidth } from "./text-size.ts";

/** CSS px at the first look. */
const VERB_SIZE = 11;
export const VERB_HEIGHT = 15;
/** The sign of its stance before a verb, with the gap after it. */
const SIGN = 13;
/** The number of its speaker after it. */
const NUMBER = 8;
/** Between the lines of the same two, at their middle. */
const LANE = 44;
const CLEAR = 3;
const ARROW = 7;

/** A tie as it is drawn: a curve by its three points, clear of both shapes. */
export interface Edge {
  relation: Relation;
  start: Point;
  bend: Point;
  end: Point;
  /** The three corners of its arrow; none where it is said of both ends alike. */
  arrow: readonly [Point, Point, Point] | null;
}

/** `undefined` for a tie whose ends are not both placed. */
export function edgeOf({ relation, lane, lanes }: GraphTie, { nodes }: Layout): Edge | undefined {
  const from = nodes.get(relation.from);
  const to = nodes.get(relation.to);
  if (!from || !to) return undefined;
  // The same side for both directions, or two ties that face each other would lie on one line.
  const turned = relation.from < relation.to ? 1 : -1;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const away = turned * (lane - (lanes - 1) / 2) * Math.min(LANE, length / 2.5);
  const bend = {
    x: middle.x - ((to.y - from.y) / length) * away * 2,
    y: middle.y + ((to.x - from.x) / length) * away * 2,
  };
  const arrowed = !isMutual(relation.type);
  const start = leave(from, bend, CLEAR);
  const tip = leave(to, bend, CLEAR);
  const end = arrowed ? leave(to, bend, CLEAR + ARROW - 1) : tip;
  return { relation, start, bend, end, arrow: arrowed ? arrowAt(tip, bend) : null };
}

/** Where a line from the middle of a shape to a point leaves it. */
function leave({ x, y, radius }: Placed, towards: Point, clear: number): Point {
  const length = Math.hypot(towards.x - x, towards.y - y) || 1;
  const share = (radius + clear) / length;
  return { x: x + (towards.x - x) * share, y: y + (towards.y - y) * share };
}

function arrowAt(tip: Point, from: Point): readonly [Point, Point, Point] {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [ux, uy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const back = { x: tip.x - ux * ARROW, y: tip.y - uy * ARROW };
  const side = ARROW * 0.5;
  return [
    tip,
    { x: back.x - uy * side, y: back.y + ux * side },
    { x: back.x + uy * side, y: back.y - ux * side },
  ];
}

/** A point of the curve: 0 its start, 1 its end. */
export function along({ start, bend, end }: Edge, t: number): Point {
  const mix = (a: number, b: number, c: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c;
  return { x: mix(start.x, bend.x, end.x), y: mix(start.y, bend.y, end.y) };
}

/** A verb beside its line. */
export interface VerbLabel {
  relation: Relation;
  text: string;
  box: Box;
}

/** Where on its line a verb is tried, in this order: first on it, then a little above or below. */
const SHARES = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.22, 0.78, 0.16, 0.84];
const PLACES = [0, -8, 8].flatMap((beside) => SHARES.map((t) => [t, beside] as const));

/**
 * The verbs that fit without one over another or over a name: each at the first place of its line that is free. The
 * shortest lines, which have the fewest places, choose first. With `anyway` those that fit nowhere stand where they cover least.
 */
export function placeVerbs(
  edges: readonly Edge[],
  { nodes, width, height }: Layout,
  verbOf: (relation: Relation) => string,
  anyway = false,
): VerbLabel[] {
  const taken = [...nodes.values()].flatMap(parts);
  const labels: VerbLabel[] = [];
  for (const edge of [...edges].sort((a, b) => lengthOf(a) - lengthOf(b))) {
    const text = verbOf(edge.relation);
    const wide = textWidth(text, VERB_SIZE) + SIGN + NUMBER;
    const boxes = PLACES.map(([t, beside]) => {
      const { x, y } = along(edge, t);
      return around({ x, y: y + beside }, wide, VERB_HEIGHT);
    }).filter(({ x, y }) => x >= 0 && y >= 0 && x + wide <= width && y + VERB_HEIGHT <= height);
    const free = boxes.find((box) => !taken.some((other) => overlaps(box, other, 1)));
    const covered = (box: Box) => taken.reduce((sum, other) => sum + shared(box, other), 0);
    const box = free ?? (anyway ? boxes.sort((a, b) => covered(a) - covered(b))[0] : undefined);
    if (!box) continue;
    taken.push(box);
    labels.push({ relation: edge.relation, text, box });
  }
  return labels;
}

/** A shape and its name, each by itself: beside a narrow shape over a wide name there is room. */
function parts({ x, y, radius, box }: Placed): Box[] {
  const top = y + radius + 1;
  return [around({ x, y }, 2 * radius, 2 * radius), { ...box, y: top, height: box.y + box.height - top }];
}

const lengthOf = ({ start, end }: Edge): number => Math.hypot(end.x - start.x, end.y - start.y);

/** As SVG's `d` has it. */
export const pathOf = ({ start, bend, end }: Edge): string =>
  `M${round(start.x)} ${round(start.y)}Q${round(bend.x)} ${round(bend.y)} ${round(end.x)} ${round(end.y)}`;

const round = (value: number): number => Math.round(value * 10) / 10;
