/** What can be found in a pack, one after the other: every name of every entity, every claim, every event, every passage. */
import type { PackIndex } from "../../pack/lookup.ts";
import { originalOf, sentenceIn } from "../../pack/texts.ts";
import type { Claim, EntityId, LanguageTag, PassageId, Stance, Text } from "../../pack/types.ts";

export type ResultKind = "entity" | "claim" | "event" | "passage";

/** How firmly a sentence is said, and by whom: it goes wherever the sentence goes. */
export interface Attribution {
  stance: Stance;
  /** In the language of the sentence. */
  by: string;
}

export interface SearchDocument {
  kind: ResultKind;
  entity: EntityId;
  /** Of the claim, event or passage. */
  id?: string;
  text: string;
  lang: LanguageTag;
  /** Of a claim or an event. */
  said?: Attribution;
}

/**
 * In the order in which they are most likely wanted, which decides between equal matches, and so that who types before all are
 * indexed finds what matters: all entities by the names that they are shown under, then other names, then sentences,
 * claims before events before passages: in `language` and in the pack's own.
 */
export function* documentsOf(index: PackIndex, language: LanguageTag): Generator<SearchDocument, void> {
  const { pack } = index;
  const original = originalOf(pack);
  const sentences = (text: Text) => {
    const [first, second] = [sentenceIn(pack, text, language), sentenceIn(pack, text, original)] as const;
    return first.lang === second.lang ? [first] : [first, second];
  };
  const said = ({ stance, by }: Pick<Claim, "stance" | "by">, lang: LanguageTag): Attribution => ({
    stance,
    by: sentenceIn(pack, by, lang).text,
  });
  const named = (entity: EntityId, text: string, lang: LanguageTag): SearchDocument => ({
    kind: "entity",
    entity,
    text,
    lang,
  });
  for (const { id, name } of pack.entities) yield named(id, name, original);
  for (const { id, names, aliases } of pack.entities) {
    for (const { text, lang } of names) yield named(id, text, lang);
    for (const { text, lang } of aliases) yield named(id, text, lang);
  }
  for (const { aliases, among } of pack.ambiguities) {
    for (const entity of among) for (const { text, lang } of aliases) yield named(entity, text, lang);
  }
  for (const { id: entity, claims } of pack.entities) {
    for (const { id, text, ...claim } of claims)
      for (const sentence of sentences(text))
        yield {
          kind: "claim",
          entity,
          id,
          ...sentence,
          said: said(claim, sentence.lang),
        };
  }
  for (const { id, text, entities, ...event } of pack.events) {
    const entity = entities[0];
    if (entity === undefined) continue;
    for (const sentence of sentences(text))
      yield {
        kind: "event",
        entity,
        id,
        ...sentence,
        said: said(event, sentence.lang),
      };
  }
  const subjects = subjectsOf(index);
  for (const { id, gist } of pack.passages) {
    const entity = subjects.get(id);
    if (entity === undefined) continue;
    for (const sentence of sentences(gist)) yield { kind: "passage", entity, id, ...sentence };
  }
}

/** Whom each passage is about: of the entities, the first of those on which most of what is said rests on it. */
export function subjectsOf({ pack }: PackIndex): Map<PassageId, EntityId> {
  const order = new Map(pack.entities.map(({ id }, place) => [id, place]));
  const counts = new Map<PassageId, Map<EntityId, number>>();
  const count = (passages: readonly PassageId[], ...entities: readonly EntityId[]) => {
    for (const passage of passages) {
      const known = counts.get(passage) ?? new Map<EntityId, number>();
      for (const entity of entities) known.set(entity, (known.get(entity) ?? 0) + 1);
      counts.set(passage, known);
    }
  };
  for (const { id, claims } of pack.entities) for (const { passages } of claims) count(passages, id);
  for (const { from, to, passages } of pack.relations) count(passages, from, to);
  for (const { entities, passages } of pack.events) count(passages, ...entities);
  const subjects = new Map<PassageId, EntityId>();
  for (const [passage, entities] of counts) {
    const [best] = [...entities].sort(([a, m], [b, n]) => n - m || order.get(a)! - order.get(b)!);
    if (best !== undefined) subjects.set(passage, best[0]);
  }
  return subjects;
}
