/**
 * Pages of folded letters, as the build makes them and a frame takes them up: Unicode's tables, which folding asks
 * (fold.ts), take an engine milliseconds to get ready, in each frame anew.
 */
import { storeColumn, takeColumn } from "../columns.ts";
import { classOf, expansionOf, foldCodePoint, giveFoldPage, packExpansion, Unit } from "./fold.ts";

const PAGE_BITS = 8;
const PAGE_SIZE = 1 << PAGE_BITS;

/** Latin with its accents, and general punctuation with letter-like signs: in texts of any language. */
const EVERYWHERE = [0x00, 0x01, 0x20, 0x21];
/** Pages that take no look at the tables. */
const isUniform = (page: number): boolean => (page >= 0x34 && page <= 0x9f) || (page >= 0xac && page <= 0xd7);

/** JSON. */
export interface StoredLetters {
  /** Page → its packed folds, as a column. Letters that fold to several units are 0 in it. */
  pages: Record<number, string>;
  /** Those: code point → the class, and what it folds to. `{ 223: [7, "ss"] }` */
  expansions: Record<number, [kind: number, folded: string]>;
}

/**
 * The pages in which `texts` are written, and those in which any text may be.
 *
 * @param but without these last: they are handed on otherwise
 */
export function storeLetters(texts: Iterable<string>, but: "" | "everywhere" = ""): StoredLetters {
  const indexes = new Set(EVERYWHERE);
  for (const text of texts) for (const char of text) indexes.add(char.codePointAt(0)! >> PAGE_BITS);
  const stored: StoredLetters = { pages: {}, expansions: {} };
  const isStored = (index: number) =>
    !isUniform(index) && !(but === "everywhere" && EVERYWHERE.includes(index));
  for (const index of [...indexes].filter(isStored).sort((a, b) => a - b)) {
    const page = Int32Array.from({ length: PAGE_SIZE }, (_, i) => {
      const codePoint = (index << PAGE_BITS) | i;
      const packed = foldCodePoint(codePoint);
      const kind = classOf(packed);
      if (kind !== Unit.Expanded && kind !== Unit.ExpandedIdeograph) return packed;
      stored.expansions[codePoint] = [kind, expansionOf(packed)];
      return 0;
    });
    stored.pages[index] = storeColumn(page);
  }
  return stored;
}

/** Has them used from now on. */
export function takeLetters({ pages, expansions }: StoredLetters): void {
  const taken = new Map<number, Int32Array>();
  for (const index in pages) taken.set(Number(index), new Int32Array(takeColumn(pages[index]!)));
  for (const [key, letter] of Object.entries(expansions)) {
    const codePoint = Number(key);
    taken.get(codePoint >> PAGE_BITS)![codePoint & (PAGE_SIZE - 1)] = packExpansion(...letter);
  }
  for (const [index, page] of taken) giveFoldPage(index, page);
}
