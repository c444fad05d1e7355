/** What of an analysis a reader is shown first who looks for nothing. Pure. */
import type { PackIndex } from "../../pack/lookup.ts";
import type { AnalysisEvent, Entity } from "../../pack/types.ts";

/** How many: of one among several, so few that the next is in sight. */
interface Most {
  entities: number;
  events: number;
}
export const OF_ONE: Most = { entities: 4, events: 3 };
export const OF_SEVERAL: Most = { entities: 3, events: 1 };

/** Those with the most ties first; of an analysis without ties, a glossary, those that stand first in it. */
export function mostTied(
  { pack, relationsOf }: PackIndex,
  most: Most,
): Array<{ entity: Entity; ties: number }> {
  const withTies = (entity: Entity) => ({ entity, ties: relationsOf(entity.id).length });
  const tied = pack.relations.length === 0 ? [] : pack.entities.map(withTies).filter(({ ties }) => ties > 0);
  const first =
    tied.length > 0
      ? tied.sort((a, b) => b.ties - a.ties)
      : pack.entities.slice(0, most.entities).map(withTies);
  return first.slice(0, most.entities);
}

/** The last in their order first. */
export const newestEvents = ({ pack }: PackIndex, most: Most): AnalysisEvent[] =>
  [...pack.events].sort((a, b) => b.sequence - a.sequence).slice(0, most.events);
