/** One word of a text, whatever it is made of: what the tokenizer's quick loop leaves, and all of a name's. */
import { classOf, expansionOf, foldCodePoint, foldPage, isArabic, Unit, unitOf } from "../letters/fold.ts";
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
  if (i === length || (i > start && endsWord(kind))) return finish(hash, i, i, i - start === 1);
  return readOn(text, start, i, hash);
}

/**
 * Reads on in the word that begins at `start`, as `readWord` does, of which `text[start, at)` is letters of one unit
 * each, with the hash `before`.
 */
export function readOn(text: string, start: number, at: number, before: number): number {
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
    if (kind !== Unit.Word && kind !== Unit.Expanded) {
      read.next = i + width;
      return kind;
    }
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
  return finish(hash, end, i, initials || count === 1);
}

/** An ideograph that ends at `end`, and the voicing marks behind it. */
function readIdeograph(text: string, packed: number, end: number): number {
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
  return finish(hash, i, i, false);
}

function finish(hash: number, end: number, next: number, single: boolean): number {
  read.hash = hash;
  read.end = end;
  read.next = next;
  read.single = single;
  return Unit.Word;
}

/** Whether a unit of this class ends a word whatever comes next; a period may part initials. */
const endsWord = (kind: number): boolean =>
  kind === Unit.Space || kind === Unit.Break || kind === Unit.Dash || kind === Unit.Comma;

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
