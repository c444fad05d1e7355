/**
 * A word that is broken at a line's end: "Tali-⏎ban" is "Taliban" where the vocabulary has that word, and two words where it
 * has not ("al-⏎Qaeda"). In pages lines are the browser's; this is for text that was set by others: files, mails, scans.
 */
import { classOf, foldCodePoint, Unit } from "../letters/fold.ts";
import { read, readWord } from "../names/read-word.ts";
import { findWord, mayHold, rehash, type Vocabulary } from "../names/vocabulary.ts";

const HYPHEN = 0x2d;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
/** What typesetters leave on a line at least, UTF-16 code units; and `nextBeginning` needs as many to stop at the word. */
const FIRST_HALF = 3;
/** How far the next line may be indented, UTF-16 code units. */
const INDENT = 8;

/** Whether a hyphen and a line's end stand at `at`. */
export const breaksAt = (text: string, at: number): boolean =>
  text.charCodeAt(at) === HYPHEN &&
  (text.charCodeAt(at + 1) === LINE_FEED ||
    (text.charCodeAt(at + 1) === RETURN && text.charCodeAt(at + 2) === LINE_FEED));

/**
 * The hash of the word of the vocabulary of which `text[start, end)` is the first half, broken by what `breaksAt` found at
 * `end`, and `read` is that word; 0 for none, and then `read` is as it was.
 */
export function joinHalves(vocabulary: Vocabulary, text: string, start: number, end: number): number {
  if (end - start < FIRST_HALF) return 0;
  let at = text.indexOf("\n", end) + 1;
  const least = at;
  while (at - least < INDENT && classOf(foldCodePoint(text.charCodeAt(at))) === Unit.Space) at++;
  // A second half goes on in small letters: "Pakistan-⏎Taliban" is none.
  if (at >= text.length || !/^\p{Ll}/u.test(text.charAt(at))) return 0;
  const before = { ...read };
  readWord(text, at);
  const { end: last } = read;
  const hash = rehash("", text, start, last);
  if (isHeld(vocabulary, hash, text, start, last)) {
    read.hash = hash;
    read.single = false;
    return hash;
  }
  Object.assign(read, before);
  return 0;
}

/** Marks of gaps that a word of the vocabulary may begin with (gaps.ts); the sieve's words have none. */
const MARKS = ["", "'", ",", "-", "."];

const isHeld = (vocabulary: Vocabulary, hash: number, text: string, start: number, end: number): boolean =>
  MARKS.some((mark) => {
    if (mark !== "" && !vocabulary.marks.includes(mark)) return false;
    const marked = mark === "" ? hash : rehash(mark, text, start, end);
    return mayHold(vocabulary, marked) && findWord(vocabulary, marked, text, start, end, mark) !== -1;
  });
