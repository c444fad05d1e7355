/** Fuzzy matching: words that are like what was typed, by the measure of fuse.js: a slip of the pen, a letter too many, two in the wrong order. */
import Fuse from "fuse.js";
import type { BigramIndex } from "./index/bigram-index.ts";

/** One slip in three letters, by fuse.js's measure. */
const THRESHOLD = 0.34;
/** Fewer letters are like everything. */
const SHORTEST = 4;
/** From here on it may be the beginning of a longer word, misspelled. */
const SHORTEST_BEGINNING = 5;
/** What is this much less like than the best is noise. */
const SPREAD = 0.1;
/** Words that fuse.js compares, those that share most pairs of letters: with ten thousand it takes several frames. */
const MOST_COMPARED = 300;

export interface FuzzyMatch {
  word: string;
  /** 0 is the same, `THRESHOLD` the least alike. */
  distance: number;
}

/** Best first. */
export function fuzzyMatches(typed: string, words: BigramIndex): FuzzyMatch[] {
  if (typed.length < SHORTEST) return [];
  const fuse = new Fuse(likely(typed, words), {
    includeScore: true,
    threshold: THRESHOLD,
    ignoreFieldNorm: true,
  });
  const found = fuse.search(typed);
  const best = found[0]?.score ?? 0;
  return found
    .filter(({ score }) => score! <= best + SPREAD)
    .map(({ item, score }) => ({ word: item, distance: score! }));
}

/**
 * The words that share the most pairs of neighbouring letters with `typed`. Every slip spoils two pairs at the most, so what
 * shares fewer than the allowed slips leave cannot be alike (the q-gram lemma).
 */
function likely(typed: string, words: BigramIndex): string[] {
  const shortest = typed.length - 2;
  const longest = typed.length < SHORTEST_BEGINNING ? typed.length + 1 : Number.POSITIVE_INFINITY;
  const pairs = typed.length - 1;
  const least = Math.max(1, pairs - 2 * Math.floor(THRESHOLD * typed.length));
  return words.sharing(
    typed,
    { least, most: pairs, wanted: MOST_COMPARED },
    ({ length }) => length >= shortest && length <= longest,
  );
}
