/** Filters of runs (filter.ts), made where a pack is built or comes in or a name is given, never in a page. */
import { type StoredLetters, storeLetters } from "../letters/stored-letters.ts";
import { type HashedColumns, hashWords, joinBits, joinHashedWords } from "../names/hashed-words.ts";
import { putKey } from "./filter.ts";
import { keysOfRun, wordsOfRun } from "./run-keys.ts";

/** What a filter is made of; several of them make one (`joinFilters`). */
export interface FilterColumns extends HashedColumns {
  bits: Int32Array;
  /** The folds of the letters that the runs are written in. */
  letters: StoredLetters;
}

/** Bits for each key: with eight probes, some two texts in ten thousand have one by chance. */
const BITS = 20;

/** @param runs of folded words (choose.ts) */
export function makeFilter(runs: readonly string[]): FilterColumns {
  const keys = runs.flatMap(keysOfRun);
  const spelled = runs.map(wordsOfRun);
  const words = new Set(spelled.flat());
  let bits = 1 << 10;
  while (bits < keys.length * BITS) bits *= 2;
  const columns: FilterColumns = {
    ...hashWords(words, new Set(spelled.map(([first]) => first!))),
    bits: new Int32Array(bits >> 5),
    letters: storeLetters(words),
  };
  for (const key of keys) putKey(columns.bits, key);
  return columns;
}

/** In the place of a filter's first letters: words may begin with any. They are large, and tell little of many words. */
export const UNTOLD: Pick<FilterColumns, "beginnings" | "pairs"> = {
  beginnings: { pairs: new Uint8Array(), threes: new Int32Array() },
  pairs: new Int32Array(),
};

/** Where letters are handed on otherwise. */
export const NO_LETTERS: StoredLetters = { pages: {}, expansions: {} };

export const joinFilters = (all: readonly FilterColumns[]): FilterColumns => ({
  ...joinHashedWords(all),
  bits: joinBits(all.map(({ bits }) => bits)),
  letters: {
    pages: Object.assign({}, ...all.map(({ letters }) => letters.pages)),
    expansions: Object.assign({}, ...all.map(({ letters }) => letters.expansions)),
  },
});
