/**
 * Where the entities stand: d3-force, from the same places and for the same number of steps every time, so that a reader
 * finds everything where it was. After it, names that would overlap are moved apart, which circles alone do not ensure.
 */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import type { EntityId } from "../../../pack/types.ts";
import { type Box, overlaps, type Point } from "./boxes.ts";
import type { Graph } from "./graph.ts";
import { textWidth, wrapped } from "./text-size.ts";

/** CSS px at the first look. */
export const NAME_SIZE = 12.5;
const NAME_LINE = 15;
const NAME_WIDTH = 130;
/** Between a shape and its name. */
const NAME_GAP = 4;
const MARGIN = 10;
/** d3-force takes 300, which are no better here. */
const STEPS = 150;
/** What a window of 1280 × 800 has room for. */
const LEAST = { width: 1232, height: 610 };
/** Entities for which that is room enough. */
const ROOM_FOR = 30;
/** CSS px between two that are tied: more for those that are tied to many. */
const LENGTH = { least: 97, perDegree: 89 };
/**
 * How hard they push each other away. These figures, and those in `simulate`, were found by trial: of two thousand sets, they leave the
 * most verbs of the bundled analysis room and run the fewest lines through names, in its three languages.
 */
const PUSH = { least: 700, perDegree: 300 };

/** An entity as it is placed: the middle of its shape, and what it takes with its name. */
export interface Placed extends Point {
  id: EntityId;
  /** Half the shape's width. */
  radius: number;
  /** Its name in lines, drawn under the shape. */
  lines: readonly string[];
  /** Shape and name together. */
  box: Box;
}

export interface Layout {
  width: number;
  height: number;
  nodes: ReadonlyMap<EntityId, Placed>;
}

interface Body extends SimulationNodeDatum {
  id: EntityId;
  degree: number;
  radius: number;
  lines: readonly string[];
  /** Half of what it takes, name included; the name hangs below the shape. */
  half: number;
  above: number;
  below: number;
}

/** Half a shape's width, by how many ties it has: 8 to 20. */
const radiusOf = (degree: number): number => Math.min(20, 7 + 2.6 * Math.sqrt(degree));

/**
 * @param nameOf its name as the reader sees it
 * @param turn by how much the beginning is turned, radians: another one ends elsewhere
 */
export function layOut({ nodes, ties }: Graph, nameOf: (id: EntityId) => string, turn = 0): Layout {
  const growth = Math.sqrt(Math.max(1, nodes.length / ROOM_FOR));
  const width = Math.round(LEAST.width * growth);
  const height = Math.round(LEAST.height * growth);
  const bodies = nodes.map(({ entity, degree }, i): Body => {
    const radius = radiusOf(degree);
    const lines = wrapped(nameOf(entity.id), NAME_WIDTH, NAME_SIZE);
    const half = Math.max(radius, ...lines.map((line) => textWidth(line, NAME_SIZE, true) / 2)) + 3;
    const below = radius + NAME_GAP + lines.length * NAME_LINE + 2;
    // On a sunflower's spiral: the most tied in the middle, none on another.
    const angle = turn + i * Math.PI * (3 - Math.sqrt(5));
    const far = Math.sqrt((i + 0.5) / nodes.length) * 0.4;
    return {
      ...{ id: entity.id, degree, radius, lines, half, above: radius + 3, below },
      x: width * (0.5 + far * Math.cos(angle)),
      y: height * (0.5 + far * Math.sin(angle)),
    };
  });
  simulate(bodies, ties, width, height);
  spread(bodies, width, height);
  for (let round = 0; round < 200 && moveApart(bodies); round++) keepIn(bodies, width, height);
  keepIn(bodies, width, height);
  return { width, height, nodes: new Map(bodies.map((body) => [body.id, placed(body)])) };
}

function simulate(bodies: Body[], ties: Graph["ties"], width: number, height: number): void {
  const links = ties.map(({ relation: { from, to } }) => ({ source: from, target: to }));
  // Once it has begun, d3 puts the bodies in the place of their ids.
  const fewer = ({ source, target }: SimulationLinkDatum<Body>) =>
    Math.min((source as Body).degree, (target as Body).degree);
  forceSimulation(bodies)
    .force(
      "ties",
      forceLink<Body, SimulationLinkDatum<Body>>(links)
        .id(({ id }) => id)
        .distance((link) => LENGTH.least + LENGTH.perDegree * Math.sqrt(fewer(link)))
        .strength((link) => 0.5 / fewer(link)),
    )
    .force(
      "apart",
      forceManyBody<Body>().strength(({ degree }) => -PUSH.least - PUSH.perDegree * degree),
    )
    .force(
      "room",
      forceCollide<Body>(({ half, above, below }) => Math.max(half * 0.8, (above + below) / 2) + 14),
    )
    .force("middle x", forceX<Body>(width / 2).strength(0.122))
    .force("middle y", forceY<Body>(height / 2).strength(0.169))
    .stop()
    .alphaDecay(1 - 0.001 ** (1 / STEPS))
    .tick(STEPS);
}

/** Stretches the whole to its frame. */
function spread(bodies: readonly Body[], width: number, height: number): void {
  const stretch = (
    at: "x" | "y",
    before: (body: Body) => number,
    after: (body: Body) => number,
    size: number,
  ) => {
    const low = Math.min(...bodies.map((body) => body[at]! - before(body)));
    const high = Math.max(...bodies.map((body) => body[at]! + after(body)));
    const scale = (size - 2 * MARGIN) / Math.max(1, high - low);
    for (const body of bodies) body[at] = MARGIN + (body[at]! - low) * scale;
  };
  stretch(
    "x",
    ({ half }) => half,
    ({ half }) => half,
    width,
  );
  stretch(
    "y",
    ({ above }) => above,
    ({ below }) => below,
    height,
  );
}

const boxOf = ({ x, y, half, above, below }: Body): Box => ({
  x: x! - half,
  y: y! - above,
  width: 2 * half,
  height: above + below,
});

/** Each pair that overlaps by half of what it does, the shorter way. Answers whether there was one. */
function moveApart(bodies: readonly Body[]): boolean {
  let moved = false;
  for (const [i, a] of bodies.entries())
    for (const b of bodies.slice(i + 1)) {
      const [boxA, boxB] = [boxOf(a), boxOf(b)];
      if (!overlaps(boxA, boxB, 2)) continue;
      moved = true;
      const x = Math.min(boxA.x + boxA.width - boxB.x, boxB.x + boxB.width - boxA.x) / 2 + 2;
      const y = Math.min(boxA.y + boxA.height - boxB.y, boxB.y + boxB.height - boxA.y) / 2 + 2;
      if (x < y) {
        const way = a.x! <= b.x! ? 1 : -1;
        a.x! -= way * x;
        b.x! += way * x;
      } else {
        const way = a.y! <= b.y! ? 1 : -1;
        a.y! -= way * y;
        b.y! += way * y;
      }
    }
  return moved;
}

function keepIn(bodies: readonly Body[], width: number, height: number): void {
  for (const body of bodies) {
    body.x = Math.min(width - MARGIN - body.half, Math.max(MARGIN + body.half, body.x!));
    body.y = Math.min(height - MARGIN - body.below, Math.max(MARGIN + body.above, body.y!));
  }
}

function placed(body: Body): Placed {
  const { id, radius, lines } = body;
  const [x, y] = [round(body.x!), round(body.y!)];
  return { id, x, y, radius, lines, box: boxOf({ ...body, x, y }) };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The baseline of a name's line, from the middle of its shape. */
export const baselineOf = ({ radius }: Placed, line: number): number =>
  radius + NAME_GAP + NAME_LINE * (line + 1) - 4;
