/**
 * What the atlas shows: one analysis, or several as one. Of several, what is the same in two is one entity, ties and events of all stand
 * beside each other, and each statement is known by its analysis. Pure.
 */
import { ALL_PACKS } from "../../messages/opening.ts";
import { indexPack, type PackIndex } from "../../pack/lookup.ts";
import type { AnalysisEvent, Entity, EntityId, Pack, PassageId } from "../../pack/types.ts";
import type { SameEntities } from "../../search/same-entities.ts";
import { spanOf } from "./timeline.ts";

export interface AtlasIndex extends PackIndex {
  /** Those that it is made of, in their order: a single one, where it is one. Their ids are those of this. */
  packs: readonly PackIndex[];
  /** Whose a tie, an event, a claim or a paragraph is, by its id; of an entity, the first that knows it. */
  homeOf(id: string): PackIndex;
}

export const alone = (index: PackIndex): AtlasIndex => ({ ...index, packs: [index], homeOf: () => index });

/** @param packs their entities by the ids that all packs' are told apart by */
export const together = (packs: readonly PackIndex[], same: SameEntities): AtlasIndex =>
  joined(packs.map(({ pack }) => indexPack(toldApart(pack, same))));

/** Only these of them, by their ids; none: all. */
export function narrowed(index: AtlasIndex, ids: ReadonlySet<string>): AtlasIndex {
  const packs = index.packs.filter(({ pack }) => ids.has(pack.id));
  return packs.length === 0 || packs.length === index.packs.length ? index : joined(packs);
}

function joined(packs: readonly PackIndex[]): AtlasIndex {
  const homes = new Map<string, PackIndex>();
  const entities = new Map<EntityId, Entity>();
  for (const home of packs) {
    const { pack } = home;
    for (const entity of pack.entities) {
      const known = entities.get(entity.id);
      entities.set(entity.id, known ? { ...known, claims: [...known.claims, ...entity.claims] } : entity);
      if (!known) homes.set(entity.id, home);
      for (const { id } of entity.claims) homes.set(id, home);
    }
    for (const { id } of [...pack.relations, ...pack.events, ...pack.passages]) homes.set(id, home);
  }
  const [first] = packs as [PackIndex, ...PackIndex[]];
  const all = packs.map(({ pack }) => pack);
  const index = indexPack({
    ...first.pack,
    id: ALL_PACKS,
    entities: [...entities.values()],
    relations: all.flatMap(({ relations }) => relations),
    events: inTime(all),
    passages: all.flatMap(({ passages }) => passages),
    ambiguities: [],
  });
  return { ...index, packs, homeOf: (id) => homes.get(id) ?? first };
}

/** `harbours/p3`: what was `p3` there. What is the same goes by the id that stands for it; of two of one pack, the first. */
function toldApart(pack: Pack, same: SameEntities): Pack {
  const ids = new Map<EntityId, EntityId>();
  const taken = new Set<EntityId>();
  for (const { id } of pack.entities) {
    const standing = same.standing(id);
    const told = taken.has(standing) ? id : standing;
    taken.add(told);
    ids.set(id, told);
  }
  const idOf = (id: EntityId) => ids.get(id) ?? id;
  const here = (id: string): string => `${pack.id}/${id}`;
  const placed = <T extends { id: string; passages: PassageId[] }>(statement: T): T => ({
    ...statement,
    ...{ id: here(statement.id), passages: statement.passages.map(here) },
  });
  return {
    ...pack,
    passages: pack.passages.map((passage) => ({ ...passage, id: here(passage.id) })),
    entities: pack.entities.map((entity) => ({
      ...entity,
      id: idOf(entity.id),
      claims: entity.claims.map(placed),
      notSameAs: entity.notSameAs.map((one) => ({ ...one, entity: idOf(one.entity) })),
    })),
    relations: pack.relations.map((tie) => ({ ...placed(tie), from: idOf(tie.from), to: idOf(tie.to) })),
    events: pack.events.map((event) => ({ ...placed(event), entities: event.entities.map(idOf) })),
  };
}

/** By their dates, and of each analysis in the order that it has them in: that may say more than a year does. */
function inTime(packs: readonly Pack[]): AnalysisEvent[] {
  const waiting = packs.map(({ events }) => events.toSorted((a, b) => b.sequence - a.sequence));
  const events: AnalysisEvent[] = [];
  for (;;) {
    const heads = waiting.flatMap((list) =>
      list.length > 0 ? [{ list, from: beginningOf(list.at(-1)!) }] : [],
    );
    if (heads.length === 0) return events;
    const { list } = heads.reduce((first, next) => (next.from < first.from ? next : first));
    events.push({ ...list.pop()!, sequence: events.length + 1 });
  }
}

const beginningOf = ({ date }: AnalysisEvent): number => spanOf(date)?.from ?? Number.NEGATIVE_INFINITY;
