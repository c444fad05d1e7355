/** What of the analysis a reader wants to look at. Pure. */
import type { Entity, EntityKind, PassageId, Stance } from "../../pack/types.ts";
import type { Graph } from "./graph/graph.ts";

export interface Filter {
  /** Only these; none: all. */
  kinds: ReadonlySet<EntityKind>;
  stances: ReadonlySet<Stance>;
  /** Only what rests on it. */
  passage: PassageId | null;
  /** Of several analyses, only these, by their ids. */
  packs: ReadonlySet<string>;
}

export const EVERYTHING: Filter = { kinds: new Set(), stances: new Set(), passage: null, packs: new Set() };

export const isEverything = ({ kinds, stances, passage, packs }: Filter): boolean =>
  kinds.size === 0 && stances.size === 0 && passage === null && packs.size === 0;

/** The set without a member that it has, or with one that it has not. */
export function toggled<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

interface Said {
  stance: Stance;
  passages: readonly PassageId[];
}

export const showsStatement = ({ stances, passage }: Filter, said: Said): boolean =>
  (stances.size === 0 || stances.has(said.stance)) && (passage === null || said.passages.includes(passage));

export const showsKind = ({ kinds }: Filter, { kind }: Pick<Entity, "kind">): boolean =>
  kinds.size === 0 || kinds.has(kind);

/** The ties whose statement and both ends are wanted, and the entities; of ties that are picked out, those that have one. */
export function filtered({ nodes, ties }: Graph, filter: Filter): Graph {
  if (isEverything(filter)) return { nodes, ties };
  const wanted = new Set(
    nodes.filter(({ entity }) => showsKind(filter, entity)).map(({ entity }) => entity.id),
  );
  const left = ties.filter(
    ({ relation }) =>
      wanted.has(relation.from) && wanted.has(relation.to) && showsStatement(filter, relation),
  );
  const tied = new Set(left.flatMap(({ relation: { from, to } }) => [from, to]));
  const all = filter.stances.size === 0 && filter.passage === null;
  return { nodes: nodes.filter(({ entity: { id } }) => wanted.has(id) && (all || tied.has(id))), ties: left };
}
