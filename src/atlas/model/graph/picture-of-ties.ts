/** All that is drawn of the ties: shapes, lines and verbs, the best of a few layouts. Pure, the same every time. */
import type { EntityId, Relation } from "../../../pack/types.ts";
import { along, type Edge, edgeOf, placeVerbs, type VerbLabel } from "./edges.ts";
import type { Graph } from "./graph.ts";
import { type Layout, layOut } from "./layout.ts";

export interface TiesPicture {
  layout: Layout;
  edges: readonly Edge[];
  /** The verbs that have room. */
  verbs: readonly VerbLabel[];
}

/** Radians. */
const BEGINNINGS = [2.358, 5.384, 5.62];
/** Beyond that, one is enough to wait for: entities. */
const SMALL = 40;
/** A line through a name is a lesser evil than a verb without room. */
const THROUGH_NAME = 0.7;

export function pictureOfTies(
  graph: Graph,
  nameOf: (id: EntityId) => string,
  verbOf: (relation: Relation) => string,
): TiesPicture {
  const pictures = BEGINNINGS.slice(0, graph.nodes.length <= SMALL ? undefined : 1).map((turn) => {
    const layout = layOut(graph, nameOf, turn);
    const edges = graph.ties.flatMap((tie) => edgeOf(tie, layout) ?? []);
    const verbs = placeVerbs(edges, layout, verbOf);
    return { layout, edges, verbs, worth: verbs.length - THROUGH_NAME * throughNames(edges, layout) };
  });
  return pictures.reduce((best, next) => (next.worth > best.worth ? next : best));
}

/** How often a line runs through the name or the shape of an entity that it does not tie. */
function throughNames(edges: readonly Edge[], { nodes }: Layout): number {
  let count = 0;
  for (const edge of edges) {
    const points = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((t) => along(edge, t));
    for (const { id, box } of nodes.values())
      if (
        id !== edge.relation.from &&
        id !== edge.relation.to &&
        points.some(({ x, y }) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height)
      )
        count += 1;
  }
  return count;
}
