/** The article as the analysis has it: what rests on each paragraph, and how much of all is said how firmly. Pure. */
import type { PackIndex } from "../../pack/lookup.ts";
import { type Claim, type EntityId, type Passage, STANCES, type Stance } from "../../pack/types.ts";
import { type Filter, showsKind, showsStatement } from "./filter.ts";

/** A claim, with all of whom it is said: the same sentence stands on several cards. */
interface ClaimOn {
  claim: Claim;
  /** The claims that say the same. */
  ids: readonly string[];
  about: readonly EntityId[];
}

export interface Paragraph {
  passage: Passage;
  claims: readonly ClaimOn[];
  /** Those of whom something is said by it. */
  entities: readonly EntityId[];
  shares: Shares;
}

/** How many statements of each stance. */
export type Shares = Readonly<Record<Stance, number>>;

export function paragraphsOf({ pack }: PackIndex, filter: Filter): Paragraph[] {
  const shown = pack.entities.filter((entity) => showsKind(filter, entity));
  const ids = new Set(shown.map(({ id }) => id));
  const byPassage = new Map<string, Map<string, ClaimOn>>();
  for (const { id, claims } of shown)
    for (const claim of claims) {
      if (!showsStatement(filter, claim)) continue;
      const key = JSON.stringify([claim.text, claim.stance, claim.by]);
      for (const passage of claim.passages) {
        const on = byPassage.get(passage) ?? new Map<string, ClaimOn>();
        const known = on.get(key);
        on.set(key, {
          claim: known?.claim ?? claim,
          ids: [...(known?.ids ?? []), claim.id],
          about: [...(known?.about ?? []), id],
        });
        byPassage.set(passage, on);
      }
    }
  const others = [
    ...pack.relations.map((tie) => ({ said: tie, entities: [tie.from, tie.to] })),
    ...pack.events.map((event) => ({ said: event, entities: event.entities })),
  ].filter(({ said, entities }) => showsStatement(filter, said) && entities.some((id) => ids.has(id)));
  return pack.passages
    .filter(({ id }) => filter.passage === null || filter.passage === id)
    .map((passage) => {
      const claims = [...(byPassage.get(passage.id)?.values() ?? [])];
      const resting = others.filter(({ said }) => said.passages.includes(passage.id));
      const entities = new Set([
        ...claims.flatMap(({ about }) => about),
        ...resting.flatMap(({ entities }) => entities.filter((id) => ids.has(id))),
      ]);
      return {
        passage,
        claims,
        entities: [...entities],
        shares: sharesOf([...claims.map(({ claim }) => claim), ...resting.map(({ said }) => said)]),
      };
    });
}

export function sharesOf(statements: ReadonlyArray<{ stance: Stance }>): Shares {
  const shares = Object.fromEntries(STANCES.map((stance) => [stance, 0])) as Record<Stance, number>;
  for (const { stance } of statements) shares[stance] += 1;
  return shares;
}

/** Every statement of an analysis: what is claimed, tied and dated. */
export const statementsIn = ({ pack }: PackIndex): ReadonlyArray<{ stance: Stance }> => [
  ...pack.entities.flatMap(({ claims }) => claims),
  ...pack.relations,
  ...pack.events,
];
