/** Whether a name of the reader's own can be added, said while it is typed. Pure. */
import type { PackIndex } from "../pack/lookup.ts";
import { SHORT_NAME } from "../pack/own.ts";
import type { EntityId } from "../pack/types.ts";
import { readAliasText } from "../settings/aliases.ts";
import type { OwnAlias } from "../settings/types.ts";

export type Verdict =
  | { kind: "empty" | "long" | "letters" | "hidden" | "common"; ok: false }
  /** It is a name of `entity`: of this one already, or of another. */
  | { kind: "known" | "clash"; ok: false; entity: EntityId }
  | { kind: "short" | "fine"; ok: true; text: string };

/**
 * Words that stand in nearly every text about such matters, or in every text at all: as a name each would mark a page
 * full. Folded.
 */
const COMMON = new Set(
  (
    "the and for with from that this which their there group groups party state army police government minister " +
    "president court council security forces force military militant militants fighter fighters war peace attack " +
    "attacks report media news people country city border region leader leaders official officials statement " +
    "spokesman talks terror terrorist terrorism islam islamic muslim muslims north south east west new old"
  ).split(" "),
);

export interface Names {
  /** Folded name → the entities that have it. */
  of: ReadonlyMap<string, ReadonlySet<EntityId>>;
}

/** Every name of the analysis, folded as the spotter folds. */
export function namesOf({ pack }: PackIndex, fold: (text: string) => string): Names {
  const of = new Map<string, Set<EntityId>>();
  const add = (text: string, entity: EntityId) => {
    const folded = fold(text);
    const entities = of.get(folded);
    if (entities) entities.add(entity);
    else of.set(folded, new Set([entity]));
  };
  for (const { id, name, names, aliases } of pack.entities) {
    add(name, id);
    for (const { text } of [...names, ...aliases]) add(text, id);
  }
  for (const { aliases, among } of pack.ambiguities)
    for (const { text } of aliases) for (const entity of among) add(text, entity);
  return { of };
}

export function verdictOn(
  typed: string,
  entity: EntityId,
  own: readonly OwnAlias[],
  names: Names,
  fold: (text: string) => string,
): Verdict {
  const read = readAliasText(typed);
  if (!read.ok) return { kind: read.why, ok: false };
  const folded = fold(read.text);
  const bearers = new Set(names.of.get(folded));
  for (const other of own) if (fold(other.text) === folded) bearers.add(other.entity);
  if (bearers.has(entity)) return { kind: "known", ok: false, entity };
  for (const other of bearers) return { kind: "clash", ok: false, entity: other };
  if (COMMON.has(folded)) return { kind: "common", ok: false };
  return { kind: read.text.length <= SHORT_NAME ? "short" : "fine", ok: true, text: read.text };
}
