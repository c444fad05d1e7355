/**
 * From an article to a list that an editor begins with: its paragraphs, numbered, and the names in it, ranked, each with the reason
 * that it was proposed. Time and memory grow with the text alone; what a draft does not find is said in docs/making-a-pack.md.
 */
import { findBeside, findSpelledOut } from "./find/acronyms.ts";
import { findArabic } from "./find/arabic.ts";
import { readArticle } from "./find/article.ts";
import { findCapitals } from "./find/capitals.ts";
import { findHan } from "./find/han.ts";
import { findOfCountries } from "./find/of-countries.ts";
import { findQuoted } from "./find/quoted.ts";
import { findRepeated } from "./find/repeated.ts";
import { joinNames } from "./join.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { propose } from "./propose.ts";
import type { ArticleKind, Draft } from "./types.ts";
import { languageOf } from "./words/language.ts";

/** The longest article. UTF-16 code units; a book has about as many. */
const LONGEST_ARTICLE = 2_000_000;

/** @param kind plain text or Markdown; a page is made text of before (`npm run pack -- draft`) */
export function draftPack(article: string, { kind }: { kind: ArticleKind }): Draft {
  const text = article.slice(0, LONGEST_ARTICLE);
  const paragraphs = paragraphsOf(text, kind);
  const language = languageOf(text);
  const read = readArticle(paragraphs, language);
  const found = [
    ...findSpelledOut(read),
    ...findCapitals(read),
    ...findOfCountries(read),
    ...findQuoted(read),
    ...findArabic(read),
    ...findHan(read),
    ...findRepeated(read),
  ];
  return { language, paragraphs, ...propose(read, joinNames(read, [...found, ...findBeside(read, found)])) };
}
