/**
 * Names in scripts with capitals: runs of words that begin with one ("Museum of Tin Soldiers"), single words that do so where no
 * sentence begins, and letters ("TKU"). A capital where any word would have one is taken only if the article never writes the word small.
 */
import { foldText } from "../../spot/letters/fold.ts";
import type { Found, Guess, Span } from "../types.ts";
import { kindOfWord } from "../words/kind-nouns.ts";
import { isSaying, isTitle } from "../words/titles.ts";
import { firstFrom, hasCase, isAbbreviation, type Word } from "../words/words.ts";
import type { Article, ReadParagraph } from "./article.ts";

/** Small words inside a name: of any, and only behind a word like "Council" ("on", "for", "and"). */
const PARTICLES = new Set(
  "of de del della delle dei di da do dos das du des la le der den dem von van zu zum zur vom bin ibn bint abu el al ul y".split(
    " ",
  ),
);
const ARTICLES = new Set("the la le les los las der die das den dem des il lo a l".split(" "));
const BEHIND_NOUN = new Set("for on against für per para pour sur".split(" "));
/** "Ministry of Health and Welfare": behind a noun and its particle, and before one word more. */
const AND = new Set("and und et y e".split(" "));
/** Small, and the beginning of a name: "al Qaeda", "bin Laden". */
const IN_FRONT = new Set("al el bin ibn abu".split(" "));
const MOST_WORDS = 12;
/** More words with capitals are a headline or a list. */
const MOST_CAPITALS = 6;

export function* findCapitals(article: Article): Generator<Found> {
  for (const paragraph of article.paragraphs) {
    if (paragraph.headline) continue;
    for (const run of runsOf(paragraph.words)) yield* namesIn(article, paragraph, run);
  }
}

/** Runs of words, the first and the last of which have a capital. */
function* runsOf(words: readonly Word[]): Generator<Word[]> {
  for (let i = 0; i < words.length; i++) {
    if (!words[i]!.capital) continue;
    const run = [words[i]!];
    let noun = kindOfWord(words[i]!.text) !== null;
    let next = i + 1;
    while (next < words.length && run.length < MOST_WORDS) {
      const step = stepTo(words, next, run, noun);
      if (step === 0) break;
      for (const word of words.slice(next, next + step)) run.push(word);
      noun ||= kindOfWord(run.at(-1)!.text) !== null;
      next += step;
    }
    const before = words[i - 1];
    if (before && IN_FRONT.has(before.text) && run[0]!.gap === " ") run.unshift(before);
    if (run.filter((word) => word.capital).length <= MOST_CAPITALS) yield run;
    i = next - 1;
  }
}

/** How many words further the run goes on: 1 for a capital, 2 or 3 for one behind particles, 0 for an end. */
function stepTo(words: readonly Word[], next: number, run: readonly Word[], noun: boolean): number {
  if (noun && AND.has(words[next]!.text)) return isLastOfSeveral(words, next, run) ? 2 : 0;
  for (let step = 1; step <= 3 && next + step - 1 < words.length; step++) {
    const word = words[next + step - 1]!;
    if (!joins(word.gap, words[next + step - 2]!.text)) return 0;
    if (word.capital) return step;
    const small = word.text;
    if (!PARTICLES.has(small) && !(step === 2 && ARTICLES.has(small)) && !(noun && BEHIND_NOUN.has(small)))
      return 0;
  }
  return 0;
}

/** Whether "and" and one word with a capital end the run, which has a particle, and that word names nothing by itself. */
function isLastOfSeveral(words: readonly Word[], next: number, run: readonly Word[]): boolean {
  const [last, behind] = [words[next + 1], words[next + 2]];
  if (!last?.capital || last.letters || last.gap !== " " || words[next]!.gap !== " ") return false;
  if (behind?.capital && behind.gap === " ") return false;
  return (
    kindOfWord(last.text) === null && run.some(({ text }) => PARTICLES.has(text) || BEHIND_NOUN.has(text))
  );
}

const joins = (gap: string, before: string): boolean =>
  /^(?: | & | ?[–] ?)$/.test(gap) || (/^\. ?$/.test(gap) && isAbbreviation(before));

/** What of a run is a name: without what only begins a sentence, without titles, letters in it each by themselves. */
function* namesIn(article: Article, paragraph: ReadParagraph, run: readonly Word[]): Generator<Found> {
  const { title, words } = withoutTitle(trimmed(article, withoutBeginning(article, run)));
  if (words.length === 0) return;
  const at = firstFrom(paragraph.words, words[0]!.start);
  const before = paragraph.words[at - 1] ?? null;
  if (article.language === "de" && words.length > 1 && !isGermanRun(words, before)) {
    // "Schutz der Kinder" is no name, but each of its words may be.
    for (const word of words) if (word.capital) yield* namesIn(article, paragraph, [word]);
    return;
  }
  const sure = words.length > 1 || title !== null || counts(article, words[0]!, before);
  if (sure !== false) {
    const text = paragraph.text.slice(words[0]!.start, words.at(-1)!.end);
    const way = title ? "title" : words.length === 1 && words[0]!.letters ? "acronym" : "capitals";
    const guess = guessOf(article, paragraph, words, at, title);
    yield {
      ...{ ...placeOf(paragraph, words[0]!.start, words.at(-1)!.end), text, way, ...(guess && { guess }) },
      ...(sure === "perhaps" && { perhaps: true }),
    };
  }
  for (const word of words) yield* lettersIn(article, paragraph, word, words.length);
}

/** The run without small words and words that name nothing at its ends. */
function trimmed(article: Article, run: readonly Word[]): readonly Word[] {
  let words = run;
  while (words.length > 0 && (!words.at(-1)!.capital || isUnnamed(article, words.at(-1)!, false)))
    words = words.slice(0, -1);
  while (
    words.length > 0 &&
    !IN_FRONT.has(words[0]!.text) &&
    (!words[0]!.capital || isUnnamed(article, words[0]!, words.length > 1 && !words[0]!.first))
  )
    words = words.slice(1);
  return words;
}

/** "President Sauer" is Sauer, a person; "President of the Tree Keepers' Union" is the union. */
function withoutTitle(run: readonly Word[]): { title: string | null; words: readonly Word[] } {
  let words = run;
  let title: string | null = null;
  while (words.length > 1 && isTitle(words[0]!.text)) {
    title = words[1]!.capital ? words[0]!.text : null;
    words = words.slice(words.findIndex((word, i) => i > 0 && word.capital));
  }
  return { title, words };
}

const placeOf = ({ index }: ReadParagraph, start: number, end: number) => ({ paragraph: index, start, end });

/**
 * Words that stand in capitals and name nothing: days, numbers, single letters, "I".
 * @param begins it begins a longer name in the midst of a sentence: "Third" of "Third Rock Ventures" belongs to it
 */
function isUnnamed(
  { calendar, stopWords, language }: Article,
  { text, letters }: Word,
  begins: boolean,
): boolean {
  // "Thursdays".
  const folded = foldText(text).replace(/(?<=day)s$/, "");
  if (!/\p{L}/u.test(text) || !hasCase(text)) return true;
  if (begins && !ARTICLES.has(folded) && language !== "de") return calendar.has(folded);
  return calendar.has(folded) || (stopWords.has(folded) && !letters) || folded.replace(/\d/g, "").length < 2;
}

/** The run without a first word that is in capitals for its place alone. */
function withoutBeginning(article: Article, run: readonly Word[]): readonly Word[] {
  const [first, second] = run;
  if (!first!.first || !second) return run;
  const folded = foldText(first!.text);
  const isName = (article.capital.get(folded) ?? 0) > 0;
  const isWord = article.stopWords.has(folded) || (article.small.get(folded) ?? 0) > 0;
  // "Museum of Tin Soldiers" at a sentence's beginning stays whole, though "museum" is a word.
  return !first!.letters &&
    isWord &&
    !(isName && !article.stopWords.has(folded)) &&
    kindOfWord(first!.text) === null
    ? run.slice(1)
    : run;
}

/** Whether a single word with a capital may be a name. `perhaps`: it is never seen but where every word has one. */
function counts(article: Article, word: Word, before: Word | null): boolean | "perhaps" {
  const folded = foldText(word.text);
  const small = article.small.get(folded) ?? 0;
  const capital = article.capital.get(folded) ?? 0;
  if (word.letters) return true;
  if (article.stopWords.has(folded)) return false;
  if (article.countries.has(folded)) return true;
  // German nouns all begin with one: a name is what follows a preposition without an article, or is never anything else.
  if (article.language === "de") return isGermanName(word, before);
  if (capital > 0) return capital >= small;
  return small === 0 && word.text.length > 2 && "perhaps";
}

const GERMAN_PREPOSITIONS = new Set("in nach aus von bei gegen für durch über um mit zwischen".split(" "));

/** "in Indien", and compounds that tell what they are: "Gates-Stiftung". "aus Protest" comes with them, for an editor to pass over. */
function isGermanName(word: Word, before: Word | null): boolean {
  if (kindOfWord(word.text) === "institution" && (/-/.test(word.text) || word.text.length > 12)) return true;
  return before !== null && GERMAN_PREPOSITIONS.has(before.text.toLowerCase()) && word.gap === " ";
}

/** Nouns side by side are a name unless an article or an adjective stands before them; nouns with "der", "von" if the first tells a kind. */
function isGermanRun(words: readonly Word[], before: Word | null): boolean {
  if (words.every((word) => word.capital)) return true;
  if (kindOfWord(words[0]!.text) !== null) return true;
  const determined = before !== null && words[0]!.gap === " " && GERMAN_DETERMINED.test(before.text);
  return !determined && words.some(({ text }) => text === "von" || text === "van") && words.length <= 4;
}
const GERMAN_DETERMINED = /^(?:\p{L}*(?:e|en|er|es|em)|das|ein|kein)$/iu;

/** "UN" of "UN-Programm", "MIT" of "MIT-Harvard Institute": letters that are a name within another. */
function* lettersIn(
  article: Article,
  paragraph: ReadParagraph,
  word: Word,
  length: number,
): Generator<Found> {
  const parts = word.text.split(/[-‐‑]/);
  if (parts.length === 1 && length === 1) return;
  let start = word.start;
  for (const part of parts) {
    const end = start + part.length;
    if (/^\p{Lu}{2,}s?$/u.test(part) && (parts.length > 1 || (length > 1 && part.length > 1)))
      if (!article.stopWords.has(foldText(part)) || parts.length > 1)
        yield { ...placeOf(paragraph, start, end), text: part, way: "acronym" };
    // The name in front of small letters: "Harvard" of "Harvard-trained".
    start = end + 1;
  }
}

function guessOf(
  article: Article,
  paragraph: ReadParagraph,
  words: readonly Word[],
  at: number,
  title: string | null,
): Guess | null {
  if (title) return { kind: "person", because: "title", word: title };
  const span: Span = { start: words[0]!.start, end: words.at(-1)!.end };
  if (paragraph.emphasis.some(({ start, end }) => start <= span.start && span.end <= end))
    return { kind: "work", because: "italics", word: paragraph.text.slice(span.start, span.end) };
  const noun = kindNounOf(words.map(({ text }) => text));
  if (noun && (words.length > 1 || /-/.test(noun.word))) return noun;
  const country = article.countries.get(foldText(paragraph.text.slice(span.start, span.end)));
  if (country) return { kind: "place", because: "country", word: country };
  const behind = paragraph.words[at + words.length];
  const before = paragraph.words[at - 1];
  if (behind && behind.gap.trim() === "" && isSaying(behind.text))
    return { kind: "person", because: "says", word: behind.text };
  if (before && /[”"»’,]\s*$/.test(before.gap) && isSaying(before.text))
    return { kind: "person", because: "says", word: before.text };
  if (
    words.length === 1 &&
    before &&
    PLACE_PREPOSITIONS.has(before.text.toLowerCase()) &&
    words[0]!.gap === " "
  )
    return words[0]!.letters ? null : { kind: "place", because: "preposition", word: before.text };
  return null;
}

/** The noun before "of" ("University of California"), else the last ("Editas University"). */
export function kindNounOf(words: readonly string[]): Guess | null {
  const noun = [...words.slice(0, 1), ...words.slice(1).reverse()].find((word) => kindOfWord(word));
  return noun === undefined ? null : { kind: kindOfWord(noun)!, because: "noun", word: noun };
}

/** Before the name of a place more often than of anything else. */
const PLACE_PREPOSITIONS = new Set("in near at nach aus à en в во из bei".split(" "));
