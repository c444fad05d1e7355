/** One word of a text, whatever it is made of: what the tokenizer's quick loop leaves, and all of a name's. */
import { classOf, expansionOf, foldCodePoint, foldPage, isArabic, Unit, unitOf } from "./fold.ts";
import { HASH_SEED, hashStep } from "./vocabulary.ts";

/**
 * The word last read: its hash, where it ends and where reading goes on (UTF-16 code units), and whether it is an
 * initial or several ("U.N."). One object, reused: words are read one at a time.
 */
export const read = { hash: 0, end: 0, next: 0, single: false };

/**
 * Reads the word or ideograph that begins at `start` into `read`. Returns `Unit.Word`, or, where no word begins there,
 * the class of what stands there; then only `read.next` holds.
 */
export function readWord(text: string, start: number): number {
  const { length } = text;
  let i = start;
  let codePoint = text.codePointAt(i)!;
  let packed = foldCodePoint(codePoint);
  let kind = classOf(packed);
  let hash: number = HASH_SEED;
  let end = i;
  read.single = false;
  if (kind === Unit.Ideograph || kind === Unit.ExpandedIdeograph) {
    i += codePoint > 0xffff ? 2 : 1;
    hash = kind === Unit.Ideograph ? hashStep(hash, unitOf(packed)) : hashAll(hash, expansionOf(packed));
    for (; i < length; i++) {
      const mark = foldCodePoint(text.charCodeAt(i));
      if (classOf(mark) !== Unit.Voicing) break;
      hash = hashStep(hash, unitOf(mark));
    }
    read.hash = hash;
    read.end = i;
    read.next = i;
    return Unit.Word;
  }
  if (kind !== Unit.Word && kind !== Unit.Expanded) {
    read.next = i + (codePoint > 0xffff ? 2 : 1);
    return kind;
  }
  const arabic = isArabic(kind === Unit.Word ? unitOf(packed) : expansionOf(packed).charCodeAt(0));
  let initials = false;
  let count = 0;
  let width = codePoint > 0xffff ? 2 : 1;
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
      codePoint = text.codePointAt(i)!;
      packed = foldCodePoint(codePoint);
      kind = classOf(packed);
      width = codePoint > 0xffff ? 2 : 1;
    }
  }
  read.hash = hash;
  read.end = end;
  read.next = i;
  read.single = initials || count === 1;
  return Unit.Word;
}

/** `hash` carried on over already folded units. */
export function hashAll(hash: number, folded: string): number {
  for (let k = 0; k < folded.length; k++) hash = hashStep(hash, folded.charCodeAt(k));
  return hash;
}

/** Whether the period at `at` follows a single letter (`count` units were read) and leads to another single one. */
export function isInitial(text: string, at: number, count: number): boolean {
  return count === 1 && isLetterAt(text, at + 1) && !isLetterAt(text, at + 2);
}

function isLetterAt(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const kind = classOf(foldCodePoint(text.charCodeAt(at)));
  return kind === Unit.Word || kind === Unit.Expanded;
}
