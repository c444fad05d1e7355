/** What can be found in a pack, one after the other: every name of every entity, every claim, every event. */
import type { PackIndex } from "../pack/lookup.ts";
import type { EntityId, LanguageTag } from "../pack/types.ts";

export type Found = "entity" | "claim" | "event";

export interface SearchDocument {
  kind: Found;
  entity: EntityId;
  /** Of the claim or event. */
  id?: string;
  text: string;
  lang: LanguageTag;
  /** Added to the score: lower comes first among equal matches. */
  handicap: number;
}

const HANDICAP = { name: 0, names: 0.02, alias: 0.03, shared: 0.04, claim: 0.5, event: 0.6 } as const;

/**
 * In the order in which they are most likely wanted, so that who types before all are indexed finds what matters: all
 * entities by the names that they are shown under, then other names, then sentences.
 */
export function* documentsOf({ pack }: PackIndex): Generator<SearchDocument, void> {
  const named = (entity: EntityId, text: string, lang: LanguageTag, handicap: number): SearchDocument => ({
    kind: "entity",
    entity,
    text,
    lang,
    handicap,
  });
  for (const { id, name } of pack.entities) yield named(id, name, "en", HANDICAP.name);
  for (const { id, names, aliases } of pack.entities) {
    for (const { text, lang } of names) yield named(id, text, lang, HANDICAP.names);
    for (const { text, lang } of aliases) yield named(id, text, lang, HANDICAP.alias);
  }
  for (const { aliases, among } of pack.ambiguities) {
    for (const [place, entity] of among.entries())
      for (const { text, lang } of aliases) yield named(entity, text, lang, HANDICAP.shared + place / 100);
  }
  for (const { id: entity, claims } of pack.entities) {
    for (const { id, text } of claims)
      yield { kind: "claim", entity, id, text, lang: "en", handicap: HANDICAP.claim };
  }
  for (const { id, text, entities } of pack.events) {
    const entity = entities[0];
    if (entity !== undefined) yield { kind: "event", entity, id, text, lang: "en", handicap: HANDICAP.event };
  }
}
