/**
 * Queries that go each way through the search, for nobody to see: code that runs for the first time takes browsers several times as
 * long (a misspelt word over ten thousand entities 15 ms, afterwards 8), and a keystroke has one frame. Asked of an
 * index that has just begun to grow, each takes a millisecond or two.
 */
import type { SearchedPack } from "./searched-pack.ts";

/** Letters of a name that is long enough to be misspelt. */
const LONG_ENOUGH = 6;

/** Begun, misspelt, as several words. None for a pack without a name that is long enough. */
export function rehearsalOf({ index, splitter }: SearchedPack): string[] {
  for (const { name } of index.pack.entities) {
    const word = splitter.terms(name).find(({ length }) => length >= LONG_ENOUGH);
    if (word === undefined) continue;
    const misspelt = word.replace(/(.)(.)(.)(.)/u, "$1$3$2$4");
    const typed = [1, 2, 3, 5].map((letters) => word.slice(0, letters));
    return [...typed, misspelt, `${word}a`, `${misspelt} ${word}`, `${word} of`];
  }
  return [];
}
