/**
 * Runs of words that an article repeats, in any script: its own terms ("small town museums"), and names in scripts without capitals.
 * Runs of two to four words, and single words of four letters where a script with spaces has no capitals ("طالبان"); none of the commonest at either end; of a run within a longer one that stands as often, the longer.
 */
import type { Found, Place } from "../types.ts";
import { hasCase } from "../words/words.ts";
import type { Article, ReadParagraph } from "./article.ts";

const LONGEST = 4;
/** So often at least. Words in small letters are terms, not names, and have to stand oftener. */
const TIMES = { cased: 3, other: 2, single: 4 };
const LONG_WORD = 4;
/** No more than so many, the longest and most frequent first. */
const MOST = 40;

interface Run {
  places: Place[];
  text: string;
  length: number;
}

export function findRepeated(article: Article): Found[] {
  const runs = new Map<string, Run>();
  for (const paragraph of article.paragraphs) countRuns(article, paragraph, runs);
  const often = [...runs.values()].filter(
    ({ places, text, length }) =>
      places.length >= (length === 1 ? TIMES.single : hasCase(text) ? TIMES.cased : TIMES.other),
  );
  const weight = ({ length, places }: Run) => length * places.length;
  const heaviest = often.sort((a, b) => weight(b) - weight(a)).slice(0, 5 * MOST);
  return withoutInner(article, heaviest)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, MOST)
    .flatMap(({ places, text }) => places.map((place) => ({ ...place, text, way: "repeated" as const })));
}

function countRuns(article: Article, paragraph: ReadParagraph, runs: Map<string, Run>): void {
  const { han, units } = unitsOf(article, paragraph);
  for (let from = 0; from < units.length; from++) {
    if (!mayBound(article, units[from]!.text)) continue;
    // In scripts with capitals a single word is a name by its capital, or a word; in Han one sign is half a word.
    const least = !han && units[from]!.text.length >= LONG_WORD && !hasCase(units[from]!.text) ? 1 : 2;
    for (let length = least; length <= LONGEST && from + length <= units.length; length++) {
      const last = units[from + length - 1]!;
      const before = units[from + length - 2];
      if (length > 1 && before && !goesOn(paragraph.text, before.end, last.start, han)) break;
      if (!mayBound(article, last.text)) continue;
      const place = { paragraph: paragraph.index, start: units[from]!.start, end: last.end };
      const text = paragraph.text.slice(place.start, place.end);
      if (han && text.length < 3) continue;
      const key = text.toLowerCase();
      const run = runs.get(key);
      if (run) run.places.push(place);
      else runs.set(key, { places: [place], text, length });
    }
  }
}

/** Words in small letters; capitals are found as such. */
function unitsOf({ language }: Article, paragraph: ReadParagraph) {
  const han = language === "zh" || language === "ja";
  return { han, units: han ? paragraph.segments : paragraph.words };
}

const goesOn = (text: string, end: number, start: number, han: boolean): boolean =>
  han ? end === start : text.slice(end, start) === " ";

function mayBound({ stopWords }: Article, word: string): boolean {
  if (/\p{N}/u.test(word) || /^[\p{Script=Hiragana}]+$/u.test(word)) return false;
  // A word of three letters is a small one in scripts with spaces; in Han one sign is.
  if (/^\p{Lu}/u.test(word) || stopWords.has(word.toLowerCase())) return false;
  return word.length > (/\p{Script=Han}/u.test(word) ? 0 : 2);
}

/** Without those that stand nowhere but in a longer one. */
function withoutInner(article: Article, runs: readonly Run[]): Run[] {
  /** Of each paragraph, which units of its text lie in a run that was kept. */
  const covered = new Map<number, Uint8Array>();
  return runs
    .toSorted((a, b) => b.length - a.length)
    .filter(({ places }) => {
      const isInside = ({ paragraph, start, end }: Place) => {
        const units = covered.get(paragraph);
        return units !== undefined && units[start] === 1 && units[end - 1] === 1;
      };
      if (places.every(isInside)) return false;
      for (const { paragraph, start, end } of places) {
        const units = covered.get(paragraph) ?? new Uint8Array(article.paragraphs[paragraph]!.text.length);
        covered.set(paragraph, units.fill(1, start, end));
      }
      return true;
    });
}
