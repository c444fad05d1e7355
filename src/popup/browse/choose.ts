/** What of an analysis a reader is shown first who looks for nothing. Pure. */
import type { PackIndex } from "../../pack/lookup.ts";
import type { AnalysisEvent, Entity } from "../../pack/types.ts";

const SHOWN = { entities: 4, events: 3 };

/** Those with the most ties first; none without. */
export function mostTied({ pack, relationsOf }: PackIndex): Array<{ entity: Entity; ties: number }> {
  return pack.entities
    .map((entity) => ({ entity, ties: relationsOf(entity.id).length }))
    .filter(({ ties }) => ties > 0)
    .sort((a, b) => b.ties - a.ties)
    .slice(0, SHOWN.entities);
}

/** The last in their order first. */
export const newestEvents = ({ pack }: PackIndex): AnalysisEvent[] =>
  [...pack.events].sort((a, b) => b.sequence - a.sequence).slice(0, SHOWN.events);
