/**
 * Words known by their hashes alone: for texts that are only sifted, where now and then a word may be taken for another one. It
 * holds no letters, so it is small, and several are one by a look at each number.
 */
import { type Beginnings, joinBeginnings, makeBeginnings } from "./beginnings.ts";
import { noPairs, noteWord, type Words } from "./vocabulary.ts";
import { HASH_SEED, hashAll } from "./word-hash.ts";

/** What of them is kept: the rest is the same for all. */
export interface HashedColumns {
  beginnings: Beginnings;
  pairs: Int32Array;
  filter: Int32Array;
}

/** Bits for each word: one in eight that are none is looked at further. */
const BITS = 8;

/** A word's number where words are known by their hashes. */
export const wordNumber = (hash: number): number => hash >>> 1;

/**
 * @param firsts those that a run of words begins with
 * @param most bits of the filter, a power of two: of more words, more that are none are let through
 */
export function hashWords(
  words: ReadonlySet<string>,
  firsts: ReadonlySet<string>,
  most = Number.POSITIVE_INFINITY,
): HashedColumns {
  let bits = 1 << 10;
  while (bits < words.size * BITS && bits < most) bits *= 2;
  const columns = {
    beginnings: makeBeginnings(firsts),
    pairs: noPairs(),
    filter: new Int32Array(bits >> 5),
  };
  for (const word of words) noteWord(columns, word, hashAll(HASH_SEED, word));
  return columns;
}

export const takeHashedWords = (columns: HashedColumns): Words => ({
  ...columns,
  marks: "",
  isVague: true,
  find: wordNumber,
});

export const joinHashedWords = (all: readonly HashedColumns[]): HashedColumns => ({
  beginnings: joinBeginnings(all.map(({ beginnings }) => beginnings)),
  pairs: joinBits(all.map(({ pairs }) => pairs)),
  filter: joinBits(all.map(({ filter }) => filter)),
});

/**
 * The bits that are set in any of `all`. Their lengths are powers of two, and a place in the longer one is, but for its upper
 * bits, the place in the shorter one: so a shorter one is repeated.
 */
export function joinBits(all: readonly Int32Array[]): Int32Array {
  const joined = new Int32Array(Math.max(0, ...all.map(({ length }) => length)));
  for (const bits of all)
    for (let from = 0; from < joined.length; from += bits.length)
      for (let i = 0; i < bits.length; i++) joined[from + i]! |= bits[i]!;
  return joined;
}
