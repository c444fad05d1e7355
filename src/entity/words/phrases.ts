/** The messages that belong to the values of a pack's fields: kinds, stances, and how a tie reads from either end. */
import { t } from "../../i18n/t.ts";
import type { EntityId, PassageId, Relation, RelationType, Stance } from "../../pack/types.ts";

type Underscored<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : S;

/**
 * What the entity at the other end of a relation is to `seenFrom`, the one whose card is open; stands after that entity's
 * name: on Daesh's card "Tehreek-i-Taliban Pakistan · source of its fighters", on the other's "Daesh · draws fighters from it".
 */
export function relationPhrase({ type, from }: Relation, seenFrom: EntityId): string {
  const name = type.replaceAll("-", "_") as Underscored<RelationType>;
  return t(`cardTie${from === seenFrom ? "Out" : "Back"}_${name}`);
}

/** What stands between the two ends, from the doer to the other: "fights", "draws fighters from". */
export function relationVerb({ type }: Relation): string {
  const name = type.replaceAll("-", "_") as Underscored<RelationType>;
  return t(`atlasVerb_${name}`);
}

/** The end of a relation that is not `seenFrom`. */
export function otherEnd(relation: Relation, seenFrom: EntityId): EntityId {
  return relation.from === seenFrom ? relation.to : relation.from;
}

/** The word on the chip. */
export const stanceWord = (stance: Stance): string => t(`cardStance_${stance}`);

/** `p8`, and `harbours/p8` where several analyses stand together → `8`; an id of another form as it is. */
export const paragraphNumber = (id: PassageId): string => /(?:^|\/)p(\d+)$/.exec(id)?.[1] ?? id;
