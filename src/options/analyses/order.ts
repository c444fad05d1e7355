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
 * What is to be said of the packs for the one at `from` to stand at `to`: of each whose place is another then.
 *
 * @param inOrder as `usesInOrder` gives them
 */
export function moved(inOrder: readonly PackUse[], from: number, to: number): PackUse[] {
  const others = inOrder.filter((_, i) => i !== from);
  const order = [...others.slice(0, to), inOrder[from]!, ...others.slice(to)];
  return order.flatMap((use, place) =>
    inOrder[place]!.id === use.id && use.place === place ? [] : [{ ...use, place }],
  );
}
