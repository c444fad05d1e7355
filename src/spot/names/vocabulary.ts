/**
 * The words that names are made of: folded word → id. Open addressing over one pool of folded text, so that a lookup
 * touches two small arrays and, on a hit, compares the text itself: two words that hash alike are never taken for one
 * another.
 */

import { ASCII, ASCII_FOLD, classOf, expansionOf, foldCodePoint, Unit, unitOf } from "../letters/fold.ts";
import { SIGNS } from "../letters/gaps.ts";
import { type Beginnings, makeBeginnings } from "./beginnings.ts";
import { makeOffsets, type Offsets } from "./offsets.ts";
import { HASH_SEED, hashAll } from "./word-hash.ts";

const spread = (hash: number): number => hash ^ (hash >>> 15);

/** Every mark that `gapWord` gives. */
const MARKS = `',-.${SIGNS}`;

/** The words that the tokenizer looks for in texts: those of a vocabulary, or hashes of words (hashed-words.ts). */
export interface Words {
  /** The marks that some word begins with (gaps.ts): text after other gaps need not be looked up twice. */
  marks: string;
  /** How those words begin that names begin with. */
  beginnings: Beginnings;
  /** One bit for each `pair` of units, set where some word begins with them. */
  pairs: Int32Array;
  /**
   * A Bloom filter of one hash: one bit for each of many hashes, 1 where some word has it. Small enough to stay in the processor's cache where the
   * hash table does not, and nearly empty: it settles nearly all words that are in no name.
   */
  filter: Int32Array;
  /**
   * The number of the word `prefix` + folded `text[start, end)`, whose hash is `hash`; −1 when it is none of these. `prefix` is
   * folded already ("'", ",", the Arabic article). `ascii`: there is none, and the word is ASCII letters and digits.
   */
  find(hash: number, text: string, start: number, end: number, prefix: string, ascii: boolean): number;
  /** Whether `find` may take another word for one of these: then all that a word may be read as are asked for. */
  isVague: boolean;
}

export interface Vocabulary extends Words {
  /** Number of words. */
  size: number;
  /** All folded words, end to end. */
  pool: string;
  /** Word id → its place in the pool. */
  places: Offsets;
  /** Hash table of `id + 1`, 0 where empty; its length is a power of two. */
  slots: Int32Array;
}

/** @param firstWords how many of the words begin a name: the first ones */
export function makeVocabulary(words: readonly string[], firstWords: number): Vocabulary {
  let capacity = 64;
  while (capacity < words.length * 2) capacity *= 2;
  const vocabulary = withFinder({
    size: words.length,
    pool: words.join(""),
    marks: [...MARKS].filter((mark) => words.some((word) => word.startsWith(mark))).join(""),
    places: makeOffsets(words.map(({ length }) => length)),
    beginnings: makeBeginnings(words.slice(0, firstWords)),
    pairs: noPairs(),
    filter: new Int32Array(filterBits(words.length) >> 5),
    slots: new Int32Array(capacity),
  });
  words.forEach((word, id) => {
    const hash = hashAll(HASH_SEED, word);
    noteWord(vocabulary, word, hash);
    let slot = spread(hash) & (capacity - 1);
    while (vocabulary.slots[slot] !== 0) slot = (slot + 1) & (capacity - 1);
    vocabulary.slots[slot] = id + 1;
  });
  return vocabulary;
}

/** With the way to find a word in it. */
export const withFinder = (columns: Omit<Vocabulary, "find" | "isVague">): Vocabulary => ({
  ...columns,
  isVague: false,
  find: findExactly,
});

function findExactly(
  this: Vocabulary,
  hash: number,
  text: string,
  start: number,
  end: number,
  prefix: string,
  ascii: boolean,
): number {
  return ascii ? findAscii(this, hash, text, start, end) : findWord(this, hash, text, start, end, prefix);
}

/** Sets the bits of a word in `pairs` and `filter`. */
export function noteWord(
  { pairs, filter }: Pick<Words, "pairs" | "filter">,
  word: string,
  hash: number,
): void {
  const two = pair(word.charCodeAt(0), word.length > 1 ? word.charCodeAt(1) : 0);
  pairs[two >> 5]! |= 1 << (two & 31);
  const bit = spread(hash) & (filter.length * 32 - 1);
  filter[bit >> 5]! |= 1 << (bit & 31);
}

/** One bit for each pair. */
export const noPairs = (): Int32Array => new Int32Array(1 << (2 * PAIR_BITS - 5));

/** Bits of each of a word's first two units: enough to tell the letters of one script apart. */
const PAIR_BITS = 7;
const PAIR_MASK = (1 << PAIR_BITS) - 1;
const pair = (first: number, second: number): number =>
  ((first & PAIR_MASK) << PAIR_BITS) | (second & PAIR_MASK);

/** Whether a word that begins with these two folded units (0 for no second one) may be in the vocabulary. */
export function mayBegin({ pairs }: Words, first: number, second: number): boolean {
  const two = pair(first, second);
  return (pairs[two >> 5]! & (1 << (two & 31))) !== 0;
}

/** Whether a word of this hash may be in the vocabulary; false for nearly all that are not, at the cost of one look. */
export function mayHold({ filter }: Words, hash: number): boolean {
  const bit = spread(hash) & (filter.length * 32 - 1);
  return (filter[bit >> 5]! & (1 << (bit & 31))) !== 0;
}

/** Sixteen bits a word, and never few: one look in sixteen, at most, is in vain. */
function filterBits(words: number): number {
  let bits = 1 << 15;
  while (bits < words * 16) bits *= 2;
  return bits;
}

function findWord(
  vocabulary: Vocabulary,
  hash: number,
  text: string,
  start: number,
  end: number,
  prefix: string,
): number {
  const { slots } = vocabulary;
  const mask = slots.length - 1;
  let slot = spread(hash) & mask;
  for (let entry = slots[slot]!; entry !== 0; entry = slots[slot]!) {
    if (spells(vocabulary, entry - 1, text, start, end, prefix)) return entry - 1;
    slot = (slot + 1) & mask;
  }
  return -1;
}

/** Set in every small letter of ASCII and every digit, and clear in its capital. */
const LOWER = 0x20;

function findAscii(
  { pool, places, slots }: Vocabulary,
  hash: number,
  text: string,
  start: number,
  end: number,
): number {
  const mask = slots.length - 1;
  const length = end - start;
  let slot = spread(hash) & mask;
  for (let entry = slots[slot]!; entry !== 0; entry = slots[slot]!) {
    const id = entry - 1;
    slot = (slot + 1) & mask;
    if (places.length(id) !== length) continue;
    const at = places.start(id);
    let i = 0;
    while (i < length && pool.charCodeAt(at + i) === (text.charCodeAt(start + i) | LOWER)) i++;
    if (i === length) return id;
  }
  return -1;
}

function spells(
  { pool, places }: Vocabulary,
  id: number,
  text: string,
  start: number,
  end: number,
  prefix: string,
): boolean {
  let at = places.start(id);
  const last = at + places.length(id);
  if (prefix !== "") {
    if (!pool.startsWith(prefix, at)) return false;
    at += prefix.length;
  }
  for (let i = start; i < end; ) {
    const unit = text.charCodeAt(i);
    if (unit < ASCII) {
      i++;
      const folded = ASCII_FOLD[unit]!;
      // A period between initials is no part of the word.
      if (folded === 0) continue;
      if (pool.charCodeAt(at) !== folded) return false;
      at++;
      continue;
    }
    const codePoint = text.codePointAt(i)!;
    i += codePoint > 0xffff ? 2 : 1;
    const packed = foldCodePoint(codePoint);
    const kind = classOf(packed);
    if (kind === Unit.Ignored || kind === Unit.NonJoiner) continue;
    if (kind === Unit.Expanded || kind === Unit.ExpandedIdeograph) {
      const folded = expansionOf(packed);
      if (!pool.startsWith(folded, at)) return false;
      at += folded.length;
    } else {
      if (pool.charCodeAt(at) !== unitOf(packed)) return false;
      at++;
    }
  }
  return at === last;
}
