/** A sieve as it is handed to frames: compiled already, with the letters that it is written in. */
import { storeColumn, takeColumn } from "../columns.ts";
import { type StoredLetters, storeLetters, takeLetters } from "../letters/stored-letters.ts";
import { type StoredVocabulary, storeVocabulary, takeVocabulary } from "../names/stored-vocabulary.ts";
import { makeSieve } from "./make-sieve.ts";
import type { Sieve } from "./sieve.ts";

/** JSON. */
interface StoredSieve {
  letters: StoredLetters;
  vocabulary: StoredVocabulary;
  firstWords: number;
  children: string;
  words: string;
  ends: string;
  written: Sieve["written"];
}

/** @param runs of folded words, one a line (choose.ts) */
export function storeSieve(runs: string): string {
  const sieve = makeSieve(runs);
  const stored: StoredSieve = {
    ...sieve,
    letters: storeLetters([runs]),
    vocabulary: storeVocabulary(sieve.vocabulary),
    children: storeColumn(sieve.children),
    words: storeColumn(sieve.words),
    ends: storeColumn(sieve.ends),
  };
  return JSON.stringify(stored);
}

/**
 * The inverse of `storeSieve`.
 * @throws {Error} when it is none
 */
export function takeSieve(text: string): Sieve {
  const stored = JSON.parse(text) as StoredSieve;
  takeLetters(stored.letters);
  const numbers = (column: string) => new Int32Array(takeColumn(column));
  return {
    ...stored,
    vocabulary: takeVocabulary(stored.vocabulary),
    children: numbers(stored.children),
    words: numbers(stored.words),
    ends: new Uint8Array(takeColumn(stored.ends)),
  };
}
