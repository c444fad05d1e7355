/** What of an analysis a reader is shown first who looks for nothing. Pure. */
import type { PackIndex } from "../../pack/lookup.ts";
import type { AnalysisEvent, Entity } from "../../pack/types.ts";

const SHOWN = { entities: 4, events: 3 };

/** Those with the most ties first; of an analysis without ties, a glossary, those that stand first in it. */
export function mostTied({ pack, relationsOf }: PackIndex): Array<{ entity: Entity; ties: number }> {
  const withTies = (entity: Entity) => ({ entity, ties: relationsOf(entity.id).length });
  const tied = pack.relations.length === 0 ? [] : pack.entities.map(withTies).filter(({ ties }) => ties > 0);
  const first =
    tied.length > 0
      ? tied.sort((a, b) => b.ties - a.ties)
      : pack.entities.slice(0, SHOWN.entities).map(withTies);
  return first.slice(0, SHOWN.entities);
}

/** The last in their order first. */
export const newestEvents = ({ pack }: PackIndex): AnalysisEvent[] =>
  [...pack.events].sort((a, b) => b.sequence - a.sequence).slice(0, SHOWN.events);
