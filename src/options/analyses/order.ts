/** How each pack is used, and what is to change for one to stand in another place among them. Pure. */
import type { PackUse } from "../../settings/types.ts";

/**
 * How each of these packs is used, in their order: by the places that the reader has given, then those that have none, as
 * they came.
 */
export function usesInOrder(ids: readonly string[], uses: readonly PackUse[]): PackUse[] {
  const known = new Map(uses.map((use) => [use.id, use]));
  const end = uses.reduce((last, { place }) => Math.max(last, place), -1) + 1;
  return ids
    .map((id, i): PackUse => known.get(id) ?? { id, on: true, place: end + i })
    .sort((a, b) => a.place - b.place);
}

/**
 * What is to be said of these packs for the one at `from` in their order to stand at `to`: of each that has no place of its
 * own yet, or another than it has then.
 */
export function moved(ids: readonly string[], uses: readonly PackUse[], from: number, to: number): PackUse[] {
  const inOrder = usesInOrder(ids, uses);
  const others = inOrder.filter((_, i) => i !== from);
  return placed([...others.slice(0, to), inOrder[from]!, ...others.slice(to)], uses);
}

/**
 * What is to be said for one to be used as `changed` says, where it stands. Of the others, too, where they have no place yet:
 * one that alone had one would go before them all.
 */
export function changedUse(ids: readonly string[], uses: readonly PackUse[], changed: PackUse): PackUse[] {
  const order = usesInOrder(ids, uses);
  const others = placed(order, uses).filter(({ id }) => id !== changed.id);
  return [...others, { ...changed, place: order.findIndex(({ id }) => id === changed.id) }];
}

/** Those of `order` whose place in it is not what has been said of them. */
function placed(order: readonly PackUse[], uses: readonly PackUse[]): PackUse[] {
  const places = new Map(uses.map(({ id, place }) => [id, place]));
  return order.flatMap((use, place) => (places.get(use.id) === place ? [] : [{ ...use, place }]));
}
