/**
 * Arabic writes "and", "so", "by", "for", "like" and the article as one word with the noun that follows: وطالبان,
 * بالقاعدة, للقاعدة. A word that is in no name is tried again without them. Persian, Urdu and Pashto write these apart,
 * so nothing is lost there.
 */
import { findWord, rehash, type Vocabulary } from "./vocabulary.ts";

/** What may stand before a noun, longest first, with what the noun begins with once it is taken off. */
const PROCLITICS: ReadonlyArray<readonly [written: string, noun: string]> = buildProclitics();

const FIRST_LETTERS = [...new Set(PROCLITICS.map(([written]) => written.charAt(0)))].join("");

/** A name shorter than this is too easily the tail of another word. UTF-16 units of the text as written. */
const SHORTEST_NOUN = 3;

function buildProclitics(): Array<readonly [string, string]> {
  const forms: Array<readonly [string, string]> = [];
  for (const conjunction of ["", "و", "ف"]) {
    for (const preposition of ["", "ب", "ل", "ک", "ك", "س"]) {
      if (preposition === "ل") {
        // The article loses its alif after li-: للقاعدة is li- + القاعدة, للطالبان is li- + (al-)طالبان.
        forms.push([`${conjunction}لل`, "ال"], [`${conjunction}لل`, ""]);
      } else {
        forms.push([`${conjunction}${preposition}ال`, ""]);
      }
      if (conjunction + preposition !== "") forms.push([`${conjunction}${preposition}`, ""]);
    }
  }
  return forms.sort((a, b) => a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1));
}

export interface StrippedWord {
  word: number;
  /** Where the noun begins, UTF-16 code units. */
  start: number;
}

/** The vocabulary's word in `text[start, end)` after its proclitics; null when there is none. */
export function arabicWord(
  vocabulary: Vocabulary,
  text: string,
  start: number,
  end: number,
): StrippedWord | null {
  if (!FIRST_LETTERS.includes(text.charAt(start))) return null;
  for (const [written, noun] of PROCLITICS) {
    if (end - start - written.length < SHORTEST_NOUN || !text.startsWith(written, start)) continue;
    const from = start + written.length;
    const word = findWord(vocabulary, rehash(noun, text, from, end), text, from, end, noun);
    if (word !== -1) return { word, start: from };
  }
  return null;
}
