/** What can be found in a pack, as a flat list: every name of every entity, every claim, every event. */
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

export function documentsOf({ pack }: PackIndex): SearchDocument[] {
  const documents: SearchDocument[] = [];
  const addName = (entity: EntityId, text: string, lang: LanguageTag, handicap: number) =>
    documents.push({ kind: "entity", entity, text, lang, handicap });
  for (const { id, name, names, aliases, claims } of pack.entities) {
    addName(id, name, "en", HANDICAP.name);
    for (const { text, lang } of names) addName(id, text, lang, HANDICAP.names);
    for (const { text, lang } of aliases) addName(id, text, lang, HANDICAP.alias);
    for (const claim of claims) {
      documents.push({
        kind: "claim",
        entity: id,
        id: claim.id,
        text: claim.text,
        lang: "en",
        handicap: HANDICAP.claim,
      });
    }
  }
  for (const { aliases, among } of pack.ambiguities) {
    among.forEach((entity, place) => {
      for (const { text, lang } of aliases) addName(entity, text, lang, HANDICAP.shared + place / 100);
    });
  }
  for (const { id, text, entities } of pack.events) {
    const entity = entities[0];
    if (entity !== undefined) {
      documents.push({ kind: "event", entity, id, text, lang: "en", handicap: HANDICAP.event });
    }
  }
  return documents;
}
