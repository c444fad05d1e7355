/**
 * Where in a text a word may stand that begins as some word of the vocabulary does. Most words of most pages do not,
 * and passing over them is most of what the spotter does; so it is one loop with one look a letter, and no branch that
 * the processor could not foresee. (Word ends cannot be foreseen: a loop that stops at each costs twice as much.)
 */
import { ASCII, ASCII_FOLD, classOf, foldCodePoint, foldPage, isSurrogate, Unit } from "../letters/fold.ts";

/** Letters are five bits: 1–26, digits 27–30, and 0 for what is neither. Words beyond ASCII are not passed over. */
export interface Beginnings {
  /** 1 for three letters of which the first is none and some word begins with the other two. */
  pairs: Uint8Array;
  /** One bit for each three letters, set where some word begins with them. */
  threes: Int32Array;
}

const BITS = 5;
const LETTERS = 1 << BITS;
const THREE = (1 << (3 * BITS)) - 1;
const PERIOD = 0x2e;

/** ASCII unit → its five bits. */
const LETTER = Uint8Array.from(ASCII_FOLD, (folded) => {
  if (folded === 0) return 0;
  return folded <= 0x39 ? 27 + (folded & 3) : folded - 0x60;
});

/** @param words folded */
export function makeBeginnings(words: Iterable<string>): Beginnings {
  const pairs = new Uint8Array(THREE + 1);
  const threes = new Int32Array((THREE + 1) >> 5);
  const set = (first: number, second: number, third: number) => {
    const pair = (first << BITS) | second;
    const three = (pair << BITS) | third;
    pairs[pair] = 1;
    threes[three >> 5]! |= 1 << (three & 31);
  };
  const letter = (word: string, at: number) => LETTER[word.charCodeAt(at)] ?? 0;
  for (const word of words) {
    const first = letter(word, 0);
    if (first === 0) continue;
    if (word.length === 1) for (let any = 0; any < LETTERS; any++) set(first, 0, any);
    else {
      set(first, letter(word, 1), letter(word, 2));
      // "U.N." is the word "un".
      set(first, 0, letter(word, 1));
    }
  }
  return { pairs, threes };
}

/** Only the pairs behind a boundary are ever set: the first so many. */
const SET_PAIRS = 1 << (2 * BITS);

export const storeBeginnings = ({ pairs, threes }: Beginnings): [Uint8Array, Int32Array] => [
  pairs.subarray(0, SET_PAIRS),
  threes,
];

/** The inverse of `storeBeginnings`. Of nothing: words begin with any letters. */
export function takeBeginnings([set, threes]: ReadonlyArray<ArrayLike<number>>): Beginnings {
  const pairs = new Uint8Array(THREE + 1);
  if (set!.length > 0) pairs.set(set!);
  else pairs.fill(1, LETTERS, SET_PAIRS);
  return {
    pairs,
    threes: set!.length > 0 ? Int32Array.from(threes!) : new Int32Array((THREE + 1) >> 5).fill(-1),
  };
}

/** What begins as any of these do. */
export function joinBeginnings(all: readonly Beginnings[]): Beginnings {
  const joined = makeBeginnings([]);
  for (const { pairs, threes } of all) {
    for (let i = 0; i < SET_PAIRS; i++) joined.pairs[i]! |= pairs[i]!;
    for (let i = 0; i < threes.length; i++) joined.threes[i]! |= threes[i]!;
  }
  return joined;
}

/**
 * The first place from `from` on, where no word may be under way, at which a word begins that may be among
 * `beginnings`; the text's length for none. A word with anything in it but ASCII is always such a place.
 */
export function nextBeginning(beginnings: Beginnings, text: string, from: number): number {
  const { pairs, threes } = beginnings;
  const { length } = text;
  /** The last three letters; what is before the first is a boundary. */
  let key = 0;
  for (let i = from; i < length; ) {
    const unit = text.charCodeAt(i);
    const next = i + 1 < length ? text.charCodeAt(i + 1) : 0;
    if ((unit | next) < ASCII) {
      // Two at a time, for half the branches.
      const half = ((key << BITS) | LETTER[unit]!) & THREE;
      key = ((half << BITS) | LETTER[next]!) & THREE;
      if ((pairs[half]! | pairs[key]!) !== 0) {
        if (pairs[half]! !== 0 && holds(threes, key)) return withInitials(text, i - 1, from);
        if (pairs[key]! !== 0 && holds(threes, ((key << BITS) | letterAt(text, i + 2)) & THREE)) {
          return withInitials(text, i, from);
        }
      }
      i += 2;
      continue;
    }
    let width = 1;
    if (unit >= ASCII && isPartOfWord(unit)) {
      width = isSurrogate(unit) ? besideWords(text, i) : 0;
      if (width === 0) return beginningOf(text, i, from);
    }
    key = ((key << BITS) | (unit < ASCII ? LETTER[unit]! : 0)) & THREE;
    if (pairs[key]! !== 0 && holds(threes, ((key << BITS) | letterAt(text, i + width)) & THREE)) {
      return withInitials(text, i - 1, from);
    }
    i += width;
  }
  // A single letter that ends the text.
  const last = (key << BITS) & THREE;
  const ends = pairs[last]! !== 0 && holds(threes, (last << BITS) & THREE);
  return ends ? withInitials(text, length - 1, from) : length;
}

const holds = (threes: Int32Array, three: number): boolean =>
  ((threes[three >> 5]! >>> (three & 31)) & 1) !== 0;

/** The five bits of `text[at]`; 0 beyond its end and for what is not ASCII. */
const letterAt = (text: string, at: number): number =>
  at < text.length ? (LETTER[text.charCodeAt(at)] ?? 0) : 0;

/** Whether a unit beyond ASCII is, or may be, part of a word. */
function isPartOfWord(unit: number): boolean {
  const kind = classOf(foldPage(unit >> 8)[unit & 255]!);
  return !(
    kind === Unit.Break ||
    (kind >= Unit.Space && kind <= Unit.Apostrophe) ||
    kind === Unit.Comma ||
    kind === Unit.Period
  );
}

/** How many units the emoji, or the lone surrogate, at `at` takes; 0 where a letter of that kind stands. */
function besideWords(text: string, at: number): number {
  const codePoint = text.codePointAt(at)!;
  return classOf(foldCodePoint(codePoint)) !== Unit.Break ? 0 : codePoint > 0xffff ? 2 : 1;
}

/** Where the word of which `text[at]` is a part begins; `from` or later. */
function beginningOf(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && isLetter(text, start - 1)) start--;
  return withInitials(text, start, from);
}

/** `start`, or where the initials begin that lead to it: "A.B.C" is read as one word. `from` or later. */
function withInitials(text: string, start: number, from: number): number {
  let first = start;
  while (
    first - 2 >= from &&
    text.charCodeAt(first - 1) === PERIOD &&
    isLetter(text, first - 2) &&
    !(first - 3 >= from && isLetter(text, first - 3))
  ) {
    first -= 2;
  }
  return first;
}

const isLetter = (text: string, at: number): boolean => letterAt(text, at) !== 0;
