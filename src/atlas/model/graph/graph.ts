/** The analysis as a graph: entities by how much they are tied, ties by their pairs. Pure. */
import type { PackIndex } from "../../../pack/lookup.ts";
import type { Entity, EntityId, Relation, RelationType } from "../../../pack/types.ts";

/** An entity, with the number of its ties: `{ entity, degree: 14 }`. */
export interface GraphNode {
  entity: Entity;
  degree: number;
}

/** A tie, with its place among those of the same two: the second of three is drawn beside the others, not over them. */
export interface GraphTie {
  relation: Relation;
  lane: number;
  lanes: number;
}

export interface Graph {
  /** The most tied first; of those tied alike, in the pack's order. */
  nodes: readonly GraphNode[];
  ties: readonly GraphTie[];
}

/** What is said of both ends alike: no arrow. */
const MUTUAL: ReadonlySet<RelationType> = new Set([
  "allied-with",
  "coexists-with",
  "strained-with",
  "talked-with",
  "tied-to",
]);

export const isMutual = (type: RelationType): boolean => MUTUAL.has(type);

/** A tie to an entity that the pack does not hold, or to itself, is in no graph. */
export function graphOf({ pack, entities }: PackIndex): Graph {
  const relations = pack.relations.filter(
    ({ from, to }) => from !== to && entities.has(from) && entities.has(to),
  );
  const degrees = new Map<EntityId, number>();
  for (const { from, to } of relations)
    for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const nodes = pack.entities.map((entity) => ({ entity, degree: degrees.get(entity.id) ?? 0 }));
  return { nodes: nodes.sort((a, b) => b.degree - a.degree), ties: inLanes(relations) };
}

function inLanes(relations: readonly Relation[]): GraphTie[] {
  const pairOf = ({ from, to }: Relation) => [from, to].sort().join(" ");
  const sizes = new Map<string, number>();
  const lanes = relations.map((relation) => {
    const pair = pairOf(relation);
    const lane = sizes.get(pair) ?? 0;
    sizes.set(pair, lane + 1);
    return { relation, pair, lane };
  });
  return lanes.map(({ relation, pair, lane }) => ({ relation, lane, lanes: sizes.get(pair)! }));
}
