/**
 * What of a large analysis is drawn: the most tied, what the reader looks at, and its neighbourhood. Two thousand names on
 * one picture are a cloud that nobody reads, and laying them out takes seconds. Pure.
 */
import type { EntityId } from "../../../pack/types.ts";
import type { Graph } from "./graph.ts";

/** As many are drawn without a thought. */
export const ALL_DRAWN = 60;
const MOST_TIED = 30;
const NEIGHBOURS = 24;

export interface Drawn extends Graph {
  /** How many of the graph are not in the picture. */
  leftOut: { entities: number; ties: number };
}

/** @param chosen what the reader has opened */
export function drawnOf(graph: Graph, chosen: ReadonlySet<EntityId>): Drawn {
  const { nodes, ties } = graph;
  if (nodes.length <= ALL_DRAWN) return { ...graph, leftOut: { entities: 0, ties: 0 } };
  const drawn = new Set(nodes.slice(0, MOST_TIED).map(({ entity }) => entity.id));
  const beside = new Set<EntityId>();
  for (const { relation } of ties) {
    if (chosen.has(relation.from)) beside.add(relation.to);
    if (chosen.has(relation.to)) beside.add(relation.from);
  }
  for (const id of chosen) drawn.add(id);
  // The nodes are in order: of many neighbours the most tied.
  const near = nodes.filter(({ entity: { id } }) => beside.has(id) && !drawn.has(id));
  for (const { entity } of near.slice(0, NEIGHBOURS)) drawn.add(entity.id);
  const some = {
    nodes: nodes.filter(({ entity }) => drawn.has(entity.id)),
    ties: ties.filter(({ relation: { from, to } }) => drawn.has(from) && drawn.has(to)),
  };
  return {
    ...some,
    leftOut: { entities: nodes.length - some.nodes.length, ties: ties.length - some.ties.length },
  };
}
