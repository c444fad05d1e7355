/**
 * The word reader: one word of a text, and its hash. The tokenizer reads texts by it, and names are compiled by it, so that
 * both see the same words.
 *
 * Words in ASCII letters, most of most pages, are hashed in a loop of their own; whatever else a word may hold (accents,
 * soft hyphens, surrogate pairs) sends it through the general one, which gives the same hash for the same word.
 */
import {
  ASCII,
  ASCII_CLASS,
  ASCII_FOLD,
  classOf,
  expansionOf,
  foldCodePoint,
  foldPage,
  isArabic,
  Unit,
  unitOf,
} from "../letters/fold.ts";
import { HASH_SEED, hashAll, hashStep } from "./word-hash.ts";

/**
 * What stands at a place of a text. Offsets are UTF-16 code units.
 *
 * ```
 * text   U.N. troops     readWord(text, 0): kind Word, the hash of "un", end 3, next 3, initial, not ascii
 *        0  3 5          readWord(text, 3): kind Period, next 4
 *                        readWord(text, 5): kind Word, the hash of "troops", end 11, next 11, ascii
 * ```
 */
interface Word {
  /** `Unit.Word`; where no word begins, the class of what stands there, and then only `next` holds besides. */
  kind: number;
  /** Of its folded letters. */
  hash: number;
  /** Where its last letter ends. */
  end: number;
  /** Where reading goes on: behind what folding takes away there (a soft hyphen) as well. */
  next: number;
  /** Whether it is an initial, or several ("U.N."): a period behind it does not end a name. */
  initial: boolean;
  /** Whether it is ASCII letters and digits, and nothing else. */
  ascii: boolean;
}

/** The word last read. Only this file writes it; a page has too many words to make an object of each. */
const word: Word = { kind: Unit.Break, hash: HASH_SEED, end: 0, next: 0, initial: false, ascii: false };

/** Kana and the ideographs of the basic plane. */
const EAST_FIRST = 0x3041;
const EAST_LAST = 0x9fff;

/**
 * The word or ideograph that begins at `start`, or what stands there in its place.
 *
 * @returns one object, reused: it holds until the next word is read
 */
export function readWord(text: string, start: number): Readonly<Word> {
  const first = text.charCodeAt(start);
  if (first >= ASCII) return readLetters(text, start);
  let folded = ASCII_FOLD[first]!;
  if (folded === 0) return noWord(ASCII_CLASS[first]!, start + 1);
  const { length } = text;
  let hash: number = HASH_SEED;
  let next = first;
  let i = start;
  do {
    hash = hashStep(hash, folded);
    i++;
    if (i === length) break;
    next = text.charCodeAt(i);
    if (next >= ASCII) break;
    folded = ASCII_FOLD[next]!;
  } while (folded !== 0);
  if (i < length && continuesOddly(text, i, next, i - start)) return readOn(text, start, i, hash);
  return finish(hash, i, i, i - start === 1, true);
}

/** Whether a word of `count` ASCII letters goes on with what only the general loop reads: `next`, which stands at `at`. */
function continuesOddly(text: string, at: number, next: number, count: number): boolean {
  if (next < ASCII) return ASCII_CLASS[next] === Unit.Period && isInitial(text, at, count);
  const kind = classOf(foldPage(next >> 8)[next & 255]!);
  return (
    kind === Unit.Word ||
    kind === Unit.Ignored ||
    kind === Unit.Expanded ||
    kind === Unit.NonJoiner ||
    kind === Unit.Surrogate
  );
}

/**
 * The hash of the ideograph at `at`; 0 where only the word reader can tell: no ideograph of the basic plane, or a voicing
 * mark behind it. Nearly all of a page's ideographs are in no name, and are passed over by this hash without being read.
 */
export function hashIdeograph(text: string, at: number, unit: number): number {
  if (unit < EAST_FIRST || unit > EAST_LAST) return 0;
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  if (next === 0x3099 || next === 0x309a) return 0;
  const packed = foldPage(unit >> 8)[unit & 255]!;
  const kind = packed >> 16;
  if (kind === Unit.Ideograph) return hashStep(HASH_SEED, packed & 0xffff);
  return kind === Unit.ExpandedIdeograph ? hashExpansion(packed) : 0;
}

/** Hashes of what ideographs expand to, by the index that their packed fold holds: there are a few hundred. */
const expansionHashes: number[] = [];

function hashExpansion(packed: number): number {
  const index = unitOf(packed);
  const known = expansionHashes[index];
  if (known !== undefined) return known;
  const hash = hashAll(HASH_SEED, expansionOf(packed));
  expansionHashes[index] = hash;
  return hash;
}

/** A word that begins with what is not ASCII. */
function readLetters(text: string, start: number): Word {
  const { length } = text;
  let hash: number = HASH_SEED;
  let i = start;
  let kind: number = Unit.Break;
  // Letters of one unit each, nothing else: most words of most scripts.
  for (; i < length; i++) {
    const unit = text.charCodeAt(i);
    const packed = foldPage(unit >> 8)[unit & 255]!;
    kind = packed >> 16;
    if (kind !== Unit.Word) break;
    hash = hashStep(hash, packed & 0xffff);
  }
  if (i === length || (i > start && endsWord(kind))) return finish(hash, i, i, i - start === 1, false);
  return readOn(text, start, i, hash);
}

/**
 * The general loop: reads on in the word that begins at `start`, of which `text[start, at)` is letters of one unit each,
 * with the hash `before`.
 */
function readOn(text: string, start: number, at: number, before: number): Word {
  const { length } = text;
  let hash = before;
  let i = at;
  let count = i - start;
  let end = i;
  const unit = text.charCodeAt(i);
  let packed = foldPage(unit >> 8)[unit & 255]!;
  let kind = packed >> 16;
  let width = 1;
  if (kind === Unit.Surrogate) {
    const codePoint = text.codePointAt(i)!;
    packed = foldCodePoint(codePoint);
    kind = classOf(packed);
    width = codePoint > 0xffff ? 2 : 1;
  }
  if (count === 0) {
    if (kind === Unit.Ideograph || kind === Unit.ExpandedIdeograph)
      return readIdeograph(text, packed, i + width);
    if (kind !== Unit.Word && kind !== Unit.Expanded) return noWord(kind, i + width);
  }
  const first = count > 0 ? foldCodePoint(text.charCodeAt(start)) : packed;
  const arabic = isArabic(classOf(first) === Unit.Word ? unitOf(first) : expansionOf(first).charCodeAt(0));
  let initials = false;
  for (;;) {
    if (kind === Unit.Word) {
      hash = hashStep(hash, packed & 0xffff);
      count++;
      end = i + width;
    } else if (kind === Unit.Expanded) {
      const folded = expansionOf(packed);
      hash = hashAll(hash, folded);
      count += folded.length;
      end = i + width;
    } else if (kind === Unit.Period && isInitial(text, i, count)) {
      // "U.N." is the word "UN".
      initials = true;
      count = 0;
    } else if (kind !== Unit.Ignored && (kind !== Unit.NonJoiner || arabic)) {
      break;
    }
    i += width;
    if (i >= length) break;
    // By the unit; only half a pair is worth the look at a whole code point.
    const unit = text.charCodeAt(i);
    packed = foldPage(unit >> 8)[unit & 255]!;
    kind = packed >> 16;
    width = 1;
    if (kind === Unit.Surrogate) {
      const codePoint = text.codePointAt(i)!;
      packed = foldCodePoint(codePoint);
      kind = classOf(packed);
      width = codePoint > 0xffff ? 2 : 1;
    }
  }
  return finish(hash, end, i, initials || count === 1, false);
}

/** An ideograph that ends at `end`, and the voicing marks behind it. */
function readIdeograph(text: string, packed: number, end: number): Word {
  let hash =
    classOf(packed) === Unit.Ideograph
      ? hashStep(HASH_SEED, unitOf(packed))
      : hashAll(HASH_SEED, expansionOf(packed));
  let i = end;
  for (; i < text.length; i++) {
    const mark = foldCodePoint(text.charCodeAt(i));
    if (classOf(mark) !== Unit.Voicing) break;
    hash = hashStep(hash, unitOf(mark));
  }
  return finish(hash, i, i, false, false);
}

function finish(hash: number, end: number, next: number, initial: boolean, ascii: boolean): Word {
  word.kind = Unit.Word;
  word.hash = hash;
  word.end = end;
  word.next = next;
  word.initial = initial;
  word.ascii = ascii;
  return word;
}

function noWord(kind: number, next: number): Word {
  word.kind = kind;
  word.next = next;
  return word;
}

/** Whether a unit of this class ends a word whatever comes next; a period may part initials. */
const endsWord = (kind: number): boolean =>
  kind === Unit.Space || kind === Unit.Break || kind === Unit.Dash || kind === Unit.Comma;

/** Whether the period at `at` follows a single letter (`count` units were read) and leads to another single one. */
function isInitial(text: string, at: number, count: number): boolean {
  return count === 1 && isLetterAt(text, at + 1) && !isLetterAt(text, at + 2);
}

function isLetterAt(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const kind = classOf(foldCodePoint(text.charCodeAt(at)));
  return kind === Unit.Word || kind === Unit.Expanded;
}
