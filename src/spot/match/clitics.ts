/**
 * Arabic writes "and", "so", "by", "for", "like" and the article as one word with the noun that follows: وطالبان,
 * بالقاعدة, للقاعدة; Pashto now and then its "of": دداعش. A word that is in no name is tried again without them. Persian
 * and Urdu write these apart, so nothing is lost there.
 */
import { classOf, foldCodePoint, Unit, unitOf } from "../letters/fold.ts";
import { findWord, mayBegin, mayHold, type Vocabulary } from "../names/vocabulary.ts";
import { hashWithPrefix } from "../names/word-hash.ts";

const ALIF = 0x0627;
const LAM = 0x0644;
const ARTICLE = "ال";

/** A name shorter than this is too easily the tail of another word. UTF-16 units of the text as written. */
const SHORTEST_NOUN = 3;

/** What a unit, less `FIRST`, may be before a noun. Numbers, not strings: every Arabic word is looked at. */
const CONJUNCTION = 1;
const PREPOSITION = 2;
const ARTICLE_START = 4;
const FIRST = 0x0620;
const proclitics = new Uint8Array(0xe0);
for (const letter of "وف") proclitics[letter.charCodeAt(0) - FIRST] = CONJUNCTION;
for (const letter of "بلکكسد") proclitics[letter.charCodeAt(0) - FIRST] = PREPOSITION;
proclitics[ALIF - FIRST] = ARTICLE_START;

/** Whether a word that begins with this unit may have something before its noun. */
export const mayHaveProclitic = (unit: number): boolean => (proclitics[unit - FIRST] ?? 0) !== 0;

function mayBeginAt(vocabulary: Vocabulary, text: string, at: number): boolean {
  const first = foldCodePoint(text.charCodeAt(at));
  const second = foldCodePoint(text.charCodeAt(at + 1));
  return (
    classOf(first) !== Unit.Word ||
    classOf(second) !== Unit.Word ||
    mayBegin(vocabulary, unitOf(first), unitOf(second))
  );
}

export interface StrippedWord {
  word: number;
  /** Where the noun begins, UTF-16 code units. */
  start: number;
}

/** The vocabulary's word in `text[start, end)` after its proclitics; null when there is none. Takes off as little as it can. */
export function arabicWord(
  vocabulary: Vocabulary,
  text: string,
  start: number,
  end: number,
): StrippedWord | null {
  if (!mayHaveProclitic(text.charCodeAt(start))) return null;
  const conjunction = isAt(text, start, CONJUNCTION) ? start + 1 : start;
  const preposition = isAt(text, conjunction, PREPOSITION) ? conjunction + 1 : conjunction;
  // The article loses its alif after li-: للقاعدة is li- + القاعدة, للطالبان is li- + (al-)طالبان.
  if (
    preposition > conjunction &&
    text.charCodeAt(conjunction) === LAM &&
    text.charCodeAt(preposition) === LAM
  ) {
    return (
      nounAt(vocabulary, text, preposition + 1, end, ARTICLE) ??
      nounAt(vocabulary, text, preposition + 1, end, "") ??
      (conjunction > start ? nounAt(vocabulary, text, conjunction, end, "") : null)
    );
  }
  return (
    (conjunction > start ? nounAt(vocabulary, text, conjunction, end, "") : null) ??
    afterArticle(vocabulary, text, conjunction, end) ??
    (preposition > conjunction
      ? (nounAt(vocabulary, text, preposition, end, "") ?? afterArticle(vocabulary, text, preposition, end))
      : null)
  );
}

const isAt = (text: string, at: number, what: number): boolean =>
  proclitics[text.charCodeAt(at) - FIRST] === what;

function afterArticle(vocabulary: Vocabulary, text: string, from: number, end: number): StrippedWord | null {
  const stands = text.charCodeAt(from) === ALIF && text.charCodeAt(from + 1) === LAM;
  return stands ? nounAt(vocabulary, text, from + ARTICLE.length, end, "") : null;
}

/** The vocabulary's word `noun` + `text[from, end)`, if there is one. */
function nounAt(
  vocabulary: Vocabulary,
  text: string,
  from: number,
  end: number,
  noun: string,
): StrippedWord | null {
  if (end - from < SHORTEST_NOUN) return null;
  // Most nouns are in no name, and their first two letters tell.
  if (noun === "" ? !mayBeginAt(vocabulary, text, from) : !mayBegin(vocabulary, ALIF, LAM)) return null;
  const hash = hashWithPrefix(noun, text, from, end);
  if (!mayHold(vocabulary, hash)) return null;
  const word = findWord(vocabulary, hash, text, from, end, noun);
  return word === -1 ? null : { word, start: from };
}
