/** A filter of runs as it is handed to frames: as columns, with the letters that it is written in. */
import { storeColumn, takeColumn } from "../columns.ts";
import { type StoredLetters, takeLetters } from "../letters/stored-letters.ts";
import { storeBeginnings, takeBeginnings } from "../names/beginnings.ts";
import { takeHashedWords } from "../names/hashed-words.ts";
import { noPairs } from "../names/vocabulary.ts";
import type { RunFilter } from "./filter.ts";
import type { FilterColumns } from "./make-filter.ts";

/** JSON. */
interface StoredSieve {
  letters: StoredLetters;
  beginnings: string[];
  /** `pairs`, `filter` and `bits`. */
  columns: string[];
}

export function storeSieve({ letters, beginnings, pairs, filter, bits }: FilterColumns): string {
  const stored: StoredSieve = {
    letters,
    beginnings: storeBeginnings(beginnings).map(storeColumn),
    columns: [pairs, filter, bits].map(storeColumn),
  };
  return JSON.stringify(stored);
}

/**
 * The inverse of `storeSieve`.
 * @throws {Error} when it is none
 */
export function columnsOf(text: string): FilterColumns {
  const { letters, beginnings, columns } = JSON.parse(text) as StoredSieve;
  const [pairs, filter, bits] = columns.map((column) => new Int32Array(takeColumn(column)));
  return {
    letters,
    beginnings: takeBeginnings(beginnings.map(takeColumn)),
    // Of words that may begin with any letters nothing is told.
    pairs: pairs!.length > 0 ? pairs! : noPairs().fill(-1),
    filter: filter!,
    bits: bits!,
  };
}

/** Takes a sieve up, with its letters. */
export function takeSieve(text: string): RunFilter {
  const { letters, bits, ...words } = columnsOf(text);
  takeLetters(letters);
  return { words: takeHashedWords(words), bits };
}
