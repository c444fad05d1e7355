/**
 * Names in Arabic script (Arabic, Persian, Urdu, Pashto), which has no capitals. Found are: what follows a word that names begin
 * with ("حركة …", "سازمان …"), what precedes one that they end with ("… یونیورسٹی"), what follows a title of persons, what is in
 * brackets behind such a name, countries. Where a name ends is a guess: at a mark, at one of the commonest words, or where no
 * further word has the article. What has none of these beside it and is not quoted or repeated is not found.
 */
import { foldText } from "../../spot/letters/fold.ts";
import type { Found, Guess } from "../types.ts";
import { kindBeforeArabic, kindBehindArabic } from "../words/kind-nouns.ts";
import { isTitle } from "../words/titles.ts";
import type { Word } from "../words/words.ts";
import type { Article, ReadParagraph } from "./article.ts";

const ARABIC = /^\p{Script=Arabic}/u;
/** Words behind the noun, at most. */
const MOST_BEHIND = 4;
const MOST_BEFORE = 3;

export function* findArabic(article: Article): Generator<Found> {
  for (const paragraph of article.paragraphs)
    for (let i = 0; i < paragraph.words.length; i++) {
      const word = paragraph.words[i]!;
      if (!ARABIC.test(word.text)) continue;
      yield* behindNoun(article, paragraph, i);
      yield* beforeNoun(article, paragraph, i);
      yield* behindTitle(article, paragraph, i);
      yield* country(article, paragraph, i);
      yield* agent(article, paragraph, i);
      if (i === 0) yield* speaker(article, paragraph);
    }
}

/** Urdu and Persian headlines begin with who says it, and a colon: "زرینہ آفاق: میلہ نہیں ہوگا". */
function* speaker(article: Article, paragraph: ReadParagraph): Generator<Found> {
  const { words } = paragraph;
  if (article.language !== "ur" && article.language !== "fa") return;
  let end = 0;
  while (end < MOST_BEHIND && end + 1 < words.length && goesOn(article, words, end + 1)) end++;
  if (article.stopWords.has(words[0]!.text) || !/^:\s/.test(words[end + 1]?.gap ?? "")) return;
  yield found(article, paragraph, 0, end, "agent");
}

/** Urdu: who did it stands before "نے". A common noun has the ending of its oblique form there ("لڑکے نے", "لوگوں نے"), a name keeps its own. */
function* agent(article: Article, paragraph: ReadParagraph, at: number): Generator<Found> {
  const { words } = paragraph;
  if (article.language !== "ur" || words[at]!.text !== "نے" || at === 0) return;
  const last = words[at - 1]!;
  if (!/^\s$/.test(words[at]!.gap) || !ARABIC.test(last.text) || article.stopWords.has(last.text)) return;
  if (/(?:ے|وں)$/.test(last.text)) return;
  let from = at - 1;
  while (at - from < MOST_BEFORE && from > 0 && goesOn(article, words, from)) from--;
  yield found(article, paragraph, from, at - 1, "agent");
}

function* behindNoun(article: Article, paragraph: ReadParagraph, at: number): Generator<Found> {
  const kind = kindBehindArabic(paragraph.words[at]!.text);
  if (!kind) return;
  const end = endOfName(article, paragraph.words, at, MOST_BEHIND);
  if (end === at || (end === at + 1 && isAnyOne(article, paragraph.words, at, kind))) return;
  const noun = paragraph.words[at]!.text;
  const guess: Guess = { kind, because: "noun", word: noun };
  // A town is called by its name, a movement by the whole of it.
  const from = kind === "place" && !noun.includes("جمهور") ? at + 1 : at;
  yield found(article, paragraph, from, end, "noun", guess);
}

/** "كتائب مسلحة", armed brigades, no name: neither has the article, and the second is an adjective by its ending. */
function isAnyOne({ language }: Article, words: readonly Word[], at: number, kind: string): boolean {
  const [noun, next] = [words[at]!.text, words[at + 1]!.text];
  return (
    language === "ar" &&
    kind !== "place" &&
    !/^[وفب]?(?:ال|لل)/.test(noun) &&
    /ة$/.test(next) &&
    !/^ال/.test(next)
  );
}

function* beforeNoun(article: Article, paragraph: ReadParagraph, at: number): Generator<Found> {
  const noun = paragraph.words[at]!;
  const kind = kindBeforeArabic(noun.text);
  if (!kind) return;
  let from = at;
  while (at - from < MOST_BEFORE && from > 0 && goesOn(article, paragraph.words, from)) from--;
  if (from < at)
    yield found(article, paragraph, from, at, "noun", { kind, because: "noun", word: noun.text });
}

function* behindTitle(article: Article, paragraph: ReadParagraph, at: number): Generator<Found> {
  const title = paragraph.words[at]!.text;
  const before = paragraph.words[at - 1];
  // "منطقة السيدة زينب" is called after her.
  if (!isTitle(title) || (before && kindBehindArabic(before.text) === "place")) return;
  const end = Math.min(endOfPerson(article, paragraph.words, at), at + 3);
  if (end > at)
    yield found(article, paragraph, at + 1, end, "title", { kind: "person", because: "title", word: title });
}

function* country(article: Article, paragraph: ReadParagraph, at: number): Generator<Found> {
  for (const length of [3, 2, 1]) {
    const words = paragraph.words.slice(at, at + length);
    const name = paragraph.text.slice(words[0]!.start, words.at(-1)!.end);
    const folded = foldText(name);
    const known =
      article.countries.get(folded) ?? article.countries.get(folded.replace(/^[وبلف](?=.{3})/, ""));
    if (!known) continue;
    // The letter of "and", "in", "to" before it is no part of the name.
    const skip = article.countries.has(folded) ? 0 : 1;
    const start = words[0]!.start + skip;
    const guess: Guess = { kind: "place", because: "country", word: known };
    yield {
      paragraph: paragraph.index,
      start,
      end: words.at(-1)!.end,
      text: name.slice(skip),
      way: "country",
      guess,
    };
    return;
  }
}

/** The last word of the name that begins with the noun at `at`; `at` where none follows it. */
function endOfName(article: Article, words: readonly Word[], at: number, most: number): number {
  let end = at;
  while (end - at < most && end + 1 < words.length && goesOn(article, words, end + 1)) {
    const next = words[end + 1]!.text;
    // "الائتلاف الوطني الفصائل": what has a noun of its own is another one.
    if (end > at && /^ال/.test(next) && kindBehindArabic(next)) break;
    // Arabic: the second word is its own, each further one has the article, or "ل" and it.
    if (article.language === "ar" && end > at && !/^(?:ال|لل|لح)/.test(next)) {
      const isConstruct = end === at + 1 && !/^ال/.test(words[end]!.text) && !/^ال/.test(words[at]!.text);
      if (!isConstruct || !/^ال/.test(words[end + 2]?.text ?? "")) break;
    }
    end++;
  }
  return end;
}

/** A person's name: up to three words, of which Arabic nouns with the article are rarely the first. */
function endOfPerson(article: Article, words: readonly Word[], at: number): number {
  let end = at;
  while (end - at < 3 && end + 1 < words.length && goesOn(article, words, end + 1)) {
    const next = words[end + 1]!.text;
    if (end === at && /^ال(?!ا)/.test(next) && article.language === "ar") break;
    end++;
    // "بشار الأسد": a family's name often has the article, and is the last.
    if (end > at + 1 && /^ال/.test(next)) break;
    if (end === at + 2 && !/^(?:عبد|بن|أبو|ابو|آل)$/.test(words[at + 1]!.text)) break;
  }
  return end;
}

/** No mark before it, none of the commonest words, no number. */
function goesOn({ stopWords, language }: Article, words: readonly Word[], at: number): boolean {
  const { gap, text } = words[at]!;
  const before = words[at - 1]?.text ?? "";
  if (!/^\s$/.test(gap) || !ARABIC.test(text) || /\p{N}/u.test(text)) return false;
  if (stopWords.has(text) || stopWords.has(before)) return false;
  // Joined to "and" and "so", a word begins another thing: "ومقاتلي".
  return language !== "ar" || !/^[وف](?=ال|قد|أن|هو|هي)/.test(text);
}

function found(
  article: Article,
  { index, text, words }: ReadParagraph,
  from: number,
  to: number,
  way: Found["way"],
  guess?: Guess,
): Found {
  // "وقوات", "بجامعة": the particle is written as one word with the noun, and is not the name's.
  const first = words[from]!;
  const joined = article.language === "ar" && /^[وفبل](?=.{3})/.test(first.text) ? joinedTo(first.text) : 0;
  const start = first.start + joined;
  return {
    paragraph: index,
    start,
    end: words[to]!.end,
    text: text.slice(start, words[to]!.end),
    way,
    ...(guess && { guess }),
  };
}

/** 1 where the noun is one only without its first letter: "وحركة", not "وزارة". */
function joinedTo(word: string): 0 | 1 {
  if (/^[وفب]ال/.test(word)) return 1;
  const isNoun = (text: string) => kindBehindArabic(text) !== null;
  return isNoun(word.slice(1)) && !isPlainNoun(word) ? 1 : 0;
}
const isPlainNoun = (word: string): boolean =>
  /^(?:وزارة|وزاره|وكالة|وحدات|ولاية|وادي|لجنة|لجان|لواء|بنك|بلدة|برلمان)/.test(word);
