/** The card's fixed words: kinds, stances, and how a tie reads from the entity whose card is open. */
import { RELATION_WORDS } from "../pack/relations.ts";
import type { EntityId, EntityKind, PassageId, Relation, Stance } from "../pack/types.ts";

/** What the entity at the other end of a relation is to `seenFrom`; stands after that entity's name. */
export function relationPhrase(relation: Relation, seenFrom: EntityId): string {
  const words = RELATION_WORDS[relation.type];
  return relation.from === seenFrom ? words.out : words.back;
}

/** The end of a relation that is not `seenFrom`. */
export function otherEnd(relation: Relation, seenFrom: EntityId): EntityId {
  return relation.from === seenFrom ? relation.to : relation.from;
}

export const KIND_LABELS: Readonly<Record<EntityKind, string>> = {
  group: "Armed group",
  institution: "Institution",
  person: "Person",
  work: "Publication",
  place: "Place",
};

/** The word on the chip, and what it means in a sentence. */
export const STANCES: Readonly<Record<Stance, { word: string; meaning: string }>> = {
  reported: { word: "reported", meaning: "Given in the article as a fact" },
  official: { word: "official", meaning: "Said by an official or an official body" },
  estimate: { word: "estimate", meaning: "A number or judgement that somebody estimated" },
  opinion: { word: "opinion", meaning: "The author’s own view" },
  editor: { word: "our note", meaning: "Inferred by the editors of this card; the article does not say it" },
};

/** `p8` → `8`; an id of another form as it is. */
export const paragraphNumber = (id: PassageId): string => /^p(\d+)$/.exec(id)?.[1] ?? id;
