/** An article as finders read it: its paragraphs in words, and what the whole of it tells of each word. */
import { foldText } from "../../spot/letters/fold.ts";
import type { Paragraph } from "../types.ts";
import { calendarWords } from "../words/calendar.ts";
import { countriesIn } from "../words/countries.ts";
import { type Segment, segmentsOf } from "../words/segments.ts";
import { stopWordsOf } from "../words/stop-words.ts";
import { type Word, wordsOf } from "../words/words.ts";

export interface ReadParagraph extends Paragraph {
  /** Its place among the draft's paragraphs. */
  index: number;
  words: Word[];
  /** Its words by the segmenter, where there is Han or kana in it. */
  segments: Segment[];
  /** It is set in capitals, or as English headlines are ("The Struggle With Them"): its capitals tell nothing. */
  headline: boolean;
}

export interface Article {
  language: string;
  paragraphs: ReadonlyArray<ReadParagraph>;
  /** Folded word → how often it stands in small letters, and with a capital where nothing but a name has one. */
  small: ReadonlyMap<string, number>;
  capital: ReadonlyMap<string, number>;
  stopWords: ReadonlySet<string>;
  calendar: ReadonlySet<string>;
  /** Folded → as written. */
  countries: ReadonlyMap<string, string>;
}

export function readArticle(paragraphs: readonly Paragraph[], language: string): Article {
  const read = paragraphs.map((paragraph, index) => {
    const words = wordsOf(paragraph.text);
    const segments = segmentsOf(paragraph.text, language);
    return {
      ...paragraph,
      index,
      words,
      segments,
      headline: isHeadline(words, paragraph.id === null, language),
    };
  });
  const small = new Map<string, number>();
  const capital = new Map<string, number>();
  for (const { words, headline } of read)
    for (const word of words) {
      const counts = !word.capital ? small : word.first || headline ? null : capital;
      const key = foldText(word.text);
      counts?.set(key, (counts.get(key) ?? 0) + 1);
    }
  return {
    ...{ language, paragraphs: read, small, capital },
    // Articles quote English everywhere.
    stopWords: new Set([...stopWordsOf(language), ...stopWordsOf("en")]),
    calendar: new Set([...calendarWords(language), ...calendarWords("en")]),
    countries: countriesIn(language),
  };
}

/** Of words that are long enough to be no particles, so many begin with a capital in a headline. In German all nouns do. */
const HEADLINE_SHARE = { de: 0.9, other: 0.7 };
const LONG_WORD = 4;

function isHeadline(words: readonly Word[], heading: boolean, language: string): boolean {
  const long = words.filter(({ text }) => text.length >= LONG_WORD && /\p{L}/u.test(text));
  if (!heading || long.length < 4) return words.length > 1 && words.every(({ letters }) => letters);
  const capitals = long.filter((word) => word.capital).length;
  return capitals / long.length >= (language === "de" ? HEADLINE_SHARE.de : HEADLINE_SHARE.other);
}
