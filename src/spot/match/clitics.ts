/**
 * Arabic writes "and", "so", "by", "for", "like" and the article as one word with the noun that follows: وطالبان,
 * بالقاعدة, للقاعدة; Pashto now and then its "of": دداعش. A word that is in no name is tried again without them. Persian
 * and Urdu write these apart, so nothing is lost there.
 */
import { classOf, foldCodePoint, Unit, unitOf } from "../letters/fold.ts";
import { mayBegin, mayHold, type Words } from "../names/vocabulary.ts";
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

function mayBeginAt(vocabulary: Words, text: string, at: number): boolean {
  const first = foldCodePoint(text.charCodeAt(at));
  const second = foldCodePoint(text.charCodeAt(at + 1));
  return (
    classOf(first) !== Unit.Word ||
    classOf(second) !== Unit.Word ||
    mayBegin(vocabulary, unitOf(first), unitOf(second))
  );
}

/** Takes a word that may stand there without its proclitics, and where it begins (UTF-16 code units). Answers whether it is enough. */
export type TakeNoun = (word: number, start: number) => boolean;

/**
 * Tells `take` of the vocabulary's word in `text[start, end)` after its proclitics, with as little taken off as can be; and,
 * where that is not enough, of others with more.
 */
export function arabicWord(
  vocabulary: Words,
  text: string,
  start: number,
  end: number,
  take: TakeNoun,
): boolean {
  const conjunction = isAt(text, start, CONJUNCTION) ? start + 1 : start;
  const preposition = isAt(text, conjunction, PREPOSITION) ? conjunction + 1 : conjunction;
  const nounAt = (from: number, noun: string): boolean => {
    const word = findNoun(vocabulary, text, from, end, noun);
    return word !== -1 && take(word, from);
  };
  const afterArticle = (from: number): boolean =>
    text.charCodeAt(from) === ALIF && text.charCodeAt(from + 1) === LAM && nounAt(from + ARTICLE.length, "");
  // The article loses its alif after li-: للقاعدة is li- + القاعدة, للطالبان is li- + (al-)طالبان.
  if (
    preposition > conjunction &&
    text.charCodeAt(conjunction) === LAM &&
    text.charCodeAt(preposition) === LAM
  ) {
    return (
      nounAt(preposition + 1, ARTICLE) ||
      nounAt(preposition + 1, "") ||
      (conjunction > start && nounAt(conjunction, ""))
    );
  }
  return (
    (conjunction > start && nounAt(conjunction, "")) ||
    afterArticle(conjunction) ||
    (preposition > conjunction && (nounAt(preposition, "") || afterArticle(preposition)))
  );
}

const isAt = (text: string, at: number, what: number): boolean =>
  proclitics[text.charCodeAt(at) - FIRST] === what;

/** The vocabulary's word `noun` + `text[from, end)`; −1 for none. */
function findNoun(vocabulary: Words, text: string, from: number, end: number, noun: string): number {
  if (end - from < SHORTEST_NOUN) return -1;
  // Most nouns are in no name, and their first two letters tell.
  if (noun === "" ? !mayBeginAt(vocabulary, text, from) : !mayBegin(vocabulary, ALIF, LAM)) return -1;
  const hash = hashWithPrefix(noun, text, from, end);
  return mayHold(vocabulary, hash) ? vocabulary.find(hash, text, from, end, noun, false) : -1;
}
