/** Which packs are in use on one page, and in what order. */
import type { PackUse } from "../types.ts";
import { patternsAt } from "./sites.ts";

/**
 * Of the packs that there are, those in use on the page at `url`, or, with `null`, on any: first those that the reader has put in order.
 *
 * @param ids in the order in which they came
 */
export function packsOn(uses: readonly PackUse[], ids: readonly string[], url: string | null): string[] {
  const covers = url === null ? () => true : patternsAt(url);
  const known = new Map(uses.map((use) => [use.id, use]));
  const place = (id: string) => known.get(id)?.place ?? Number.POSITIVE_INFINITY;
  const isInUse = (id: string) => {
    const use = known.get(id);
    return !use || (use.on && (use.sites?.some(covers) ?? true));
  };
  // The sort is stable.
  return ids.filter(isInUse).sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}
