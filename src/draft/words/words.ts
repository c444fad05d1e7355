/**
 * A paragraph's words, with what their letters tell: capitals, and whether they could be those of a sentence's beginning.
 * Scripts with spaces between words only; Han and kana are read by find/han.ts.
 */
import type { Span } from "../types.ts";

export interface Word extends Span {
  /** As written, without a possessive ending: `Pakistan` of "Pakistan's". */
  text: string;
  /** Between the word before and this. */
  gap: string;
  /** Begins with a capital: "Kabul", "al-Qaeda". */
  capital: boolean;
  /** Two letters or more, all of them capitals but for a plural's s: "UN", "SDGs", "R&AW". */
  letters: boolean;
  /** Whatever stands here begins with a capital: the sentence's first word, or a quotation's. */
  first: boolean;
}

const WORD =
  /(?:\p{Lu}\.){2,}|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|\u200c(?=\p{L}))*(?:[’'ʼ‘`\-‐‑&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** "'s", and Turkish endings behind an apostrophe. */
const POSSESSIVE = /[’'ʼ`]\p{Ll}{1,5}$/u;
/** French and Italian words that melt into a name: "l'Inde", "d'Islamabad", "dell'Unione". */
const ELISION = /^(?:[dlnsjm]|qu|dell|all|nell|sull)[’'](?=\p{L})/iu;
const CAPITAL = /^(?:\p{Ll}{1,3}[-’'‘])?[\p{Lu}\p{Lt}]/u;
const LETTERS = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}&.-]+s?$/u;
const HAS_CASE = /[\p{Lu}\p{Ll}\p{Lt}]/u;

/** A full stop behind these ends no sentence. */
const ABBREVIATIONS = new Set(
  "dr mr mrs ms st ste prof gen sen rep gov lt col sgt capt maj jr sr fr rev hon vs no bd hr frl dipl ing geb mme mlle г гг им ул стр др".split(
    " ",
  ),
);

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const elided = ELISION.exec(written)?.[0] ?? "";
    const start = index + elided.length;
    const whole = written.slice(elided.length);
    const name = whole.replace(POSSESSIVE, "");
    const gap = text.slice(end, start);
    words.push({
      start,
      end: start + name.length,
      text: name,
      gap,
      capital: CAPITAL.test(name),
      letters: LETTERS.test(name),
      first: words.length === 0 || beginsSentence(gap, words.at(-1)!.text),
    });
    // What follows a possessive does not follow the name itself: "Pakistan's Army" is no one name.
    end = start + name.length;
  }
  return words;
}

/** Whether the article can say by capitals what is a name: Arabic script and Devanagari have none. */
export const hasCase = (word: string): boolean => HAS_CASE.test(word);

function beginsSentence(gap: string, before: string): boolean {
  if (/[!?…:;؟。]|["“”«»„‟‹›‘]|\s['’]/.test(gap)) return true;
  if (!gap.includes(".")) return /^\s*[-–—•*]\s/.test(gap) && gap.includes("\n");
  return !isAbbreviation(before);
}

/** "J. K. Rowling", "Dr. Sauer": the full stop belongs to the word. */
export const isAbbreviation = (word: string): boolean =>
  /^\p{Lu}$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase()) || word.endsWith(".");

/** The words that lie within `start` and `end`, found by halving: one paragraph may be a whole book. */
export const wordsWithin = (words: readonly Word[], start: number, end: number): readonly Word[] =>
  words.slice(firstFrom(words, start), firstFrom(words, end));

/** The index of the first word that starts at `at` or behind it. */
export function firstFrom(words: readonly Span[], at: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
