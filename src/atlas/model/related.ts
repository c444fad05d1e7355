/** What belongs to what the reader looks at, in all three views: the ties of an entity, the statements on a paragraph. Pure. */
import type { PackIndex } from "../../pack/lookup.ts";
import type { Selection } from "./address.ts";

export interface Related {
  entities: ReadonlySet<string>;
  ties: ReadonlySet<string>;
  events: ReadonlySet<string>;
  claims: ReadonlySet<string>;
  passages: ReadonlySet<string>;
}

export function relatedTo({ pack, entities: all }: PackIndex, { kind, id }: Selection): Related {
  const own = (of: Selection["kind"]) => kind === of;
  const claims = pack.entities.flatMap((entity) =>
    entity.claims.map((claim) => ({ claim, entity: entity.id })),
  );
  const ties = pack.relations.filter(
    (tie) =>
      (own("tie") && tie.id === id) ||
      (own("entity") && (tie.from === id || tie.to === id)) ||
      (own("passage") && tie.passages.includes(id)),
  );
  const events = pack.events.filter(
    (event) =>
      (own("event") && event.id === id) ||
      (own("entity") && event.entities.includes(id)) ||
      (own("passage") && event.passages.includes(id)),
  );
  const said = claims.filter(
    ({ claim, entity }) =>
      (own("claim") && claim.id === id) ||
      (own("entity") && entity === id) ||
      (own("passage") && claim.passages.includes(id)),
  );
  const statements = [...ties, ...events, ...said.map(({ claim }) => claim)];
  return {
    entities: new Set(
      [
        ...ties.flatMap(({ from, to }) => [from, to]),
        ...events.flatMap(({ entities }) => (own("entity") ? [] : entities)),
        ...said.map(({ entity }) => entity),
        ...(own("entity") ? [id] : []),
      ].filter((each) => all.has(each)),
    ),
    ties: new Set(ties.map((tie) => tie.id)),
    events: new Set(events.map((event) => event.id)),
    claims: new Set(said.map(({ claim }) => claim.id)),
    passages: new Set(own("passage") ? [id] : statements.flatMap(({ passages }) => passages)),
  };
}
