/**
 * Letters and what they stand for, said side by side: "Tree Keepers' Union (TKU)", "TKU (Tree Keepers' Union)". The longer is
 * found by the rule of Schwartz and Hearst (2003): the letters, read from the right, occur in it in their order, and the first
 * begins its first word. Where letters come from another language ("Vereinte Nationen (UNO)"), a name in capitals right before
 * the bracket is taken.
 */
import type { Found } from "../types.ts";
import { firstFrom, hasCase, type Word, wordsWithin } from "../words/words.ts";
import type { Article, ReadParagraph } from "./article.ts";
import { kindNounOf } from "./capitals.ts";

/** What may stand in a bracket as letters: two to ten, with a capital among them. */
const SHORT = /^[\p{Lu}\p{Lt}\p{N}][\p{L}\p{N}.&/-]{1,11}$/u;
const BRACKET = /[(（[]\s*([^()（）[\]]{2,120}?)\s*(?:[,;][^()（）[\]]{0,80})?[)）\]]/gu;

/** Words before a bracket that are looked at. */
const MOST_BEFORE = 20;

export function* findSpelledOut({ paragraphs, language }: Article): Generator<Found> {
  // A German noun before a bracket has its capital from being a noun.
  const least = language === "de" ? 2 : 1;
  for (const paragraph of paragraphs)
    for (const match of paragraph.text.matchAll(BRACKET))
      yield* pairAt(paragraph, least, match.index, match[1]!);
}

function* pairAt(paragraph: ReadParagraph, least: number, open: number, bracketed: string): Generator<Found> {
  const inside = paragraph.text.indexOf(bracketed, open);
  const inner = unquoted(bracketed);
  const innerStart = inside + bracketed.indexOf(inner);
  const next = firstFrom(paragraph.words, open);
  const before = paragraph.words.slice(Math.max(0, next - MOST_BEFORE), next);
  const last = before.at(-1);
  // Only what stands right before the bracket; a quotation mark may close there.
  if (!last || !/^[\s"“”»’']*$/.test(paragraph.text.slice(last.end, open))) return;
  if (SHORT.test(inner) && /\p{Lu}.*[\p{Lu}\p{N}]/u.test(inner)) {
    const first = startOfLong(paragraph.text, before, inner) ?? startOfCapitals(before, least);
    if (first) yield* pair(paragraph, first.start, last.end, innerStart, inner);
  } else if (last.letters) {
    // Inside is what the letters before it stand for.
    const words = wordsWithin(paragraph.words, innerStart, innerStart + inner.length);
    if (words.length > 0 && startOfLong(paragraph.text, words, last.text) === words[0])
      yield* pair(paragraph, innerStart, innerStart + inner.length, last.start, last.text);
  }
}

/** Words in a bracket that may be what a name is called for short: "ٹی ٹی پی". */
const MOST_SHORT_WORDS = 4;

/**
 * In scripts without capitals: what is in a bracket right behind a group's or an institution's name, found by the word that it begins or ends
 * with: "تحریک چراغاں (ٹی سی)".
 */
export function* findBeside({ paragraphs }: Article, found: readonly Found[]): Generator<Found> {
  const byEnd = new Map(
    found
      .filter(({ guess, text }) => guess?.because === "noun" && guess.kind !== "place" && !hasCase(text))
      .map((one) => [`${one.paragraph} ${one.end}`, one]),
  );
  if (byEnd.size === 0) return;
  for (const paragraph of paragraphs)
    for (const { 0: whole, 1: bracketed, index } of paragraph.text.matchAll(BRACKET)) {
      const end = index - (/\s$/.test(paragraph.text[index - 1] ?? "") ? 1 : 0);
      const long = byEnd.get(`${paragraph.index} ${end}`);
      const short = unquoted(bracketed!);
      if (!long || /^\P{L}*$/u.test(short) || short.split(/\s+/).length > MOST_SHORT_WORDS) continue;
      const start = index + whole.indexOf(short);
      yield* pair(paragraph, long.start, long.end, start, short, long.guess);
    }
}

function* pair(
  { index: paragraph, text }: ReadParagraph,
  longStart: number,
  longEnd: number,
  shortStart: number,
  short: string,
  told: Found["guess"] | null = null,
): Generator<Found> {
  const long = text.slice(longStart, longEnd);
  const way = "spelled-out";
  const guess = told ?? kindNounOf(long.split(/\s+/));
  yield {
    paragraph,
    start: longStart,
    end: longEnd,
    text: long,
    way,
    standsFor: short,
    ...(guess && { guess }),
  };
  yield { paragraph, start: shortStart, end: shortStart + short.length, text: short, way, standsFor: long };
}

const unquoted = (text: string): string => text.replace(/^["“”«»„'‘’\s]+|["“”«»„'‘’\s]+$/gu, "");

/** The word at which the longer form begins, of the words before the bracket. */
function startOfLong(text: string, before: readonly Word[], short: string): Word | null {
  const letters = [...short.replace(/s$/, "").toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  const most = Math.min(letters.length + 5, letters.length * 2);
  const words = before.slice(-most);
  if (words.length === 0) return null;
  const end = words.at(-1)!.end;
  let at = end - 1;
  for (let i = letters.length - 1; i >= 0; i--) {
    while (at >= words[0]!.start && !matches(text, at, letters[i]!, i === 0)) at--;
    if (at < words[0]!.start) return null;
    at--;
  }
  const first = words.find((word) => word.start === at + 1) ?? null;
  // "the police (TP)": a name has a capital or is longer than its letters by far; and no sentence ends in it.
  if (!first || end - first.start <= short.length) return null;
  const long = words.slice(words.indexOf(first));
  return long.slice(1).every((word) => !/[.!?;:]\s/.test(word.gap)) ? first : null;
}

/** Whether the letter stands at `at`; the first one must begin a word. */
function matches(text: string, at: number, letter: string, first: boolean): boolean {
  if (text[at]!.toLowerCase() !== letter) return false;
  return !first || at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!);
}

const PARTICLES = new Set("of the for and de la du des der die das den dem del und et y di".split(" "));

/** The first of the words in capitals right before the bracket; one that stands where any word would have a capital is not enough. */
function startOfCapitals(before: readonly Word[], least: number): Word | null {
  let first: Word | null = null;
  let capitals = 0;
  for (let i = before.length - 1; i >= 0; i--) {
    const word = before[i]!;
    if (word.capital && hasCase(word.text)) {
      first = word;
      capitals++;
    } else if (!PARTICLES.has(word.text)) break;
    if (word.first || word.gap !== " ") break;
  }
  return first && capitals >= least && !(first.first && capitals === 1) ? first : null;
}
