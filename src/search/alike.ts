/** Words that are like what was typed, by the measure of fuse.js: a slip of the pen, a letter too many, two in the wrong order. */
import Fuse from "fuse.js";
import { putAt } from "./lists.ts";

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

export interface Alike {
  word: string;
  /** 0 is the same, `THRESHOLD` the least alike. */
  distance: number;
}

/** Best first. */
export function alike(typed: string, words: readonly string[]): Alike[] {
  if (typed.length < SHORTEST) return [];
  const longest = typed.length < SHORTEST_BEGINNING ? typed.length + 1 : Number.POSITIVE_INFINITY;
  const likely = mostPairs(typed, words, typed.length - 2, longest);
  const fuse = new Fuse(likely, { includeScore: true, threshold: THRESHOLD, ignoreFieldNorm: true });
  const found = fuse.search(typed);
  const best = found[0]?.score ?? 0;
  return found
    .filter(({ score }) => score! <= best + SPREAD)
    .map(({ item, score }) => ({ word: item, distance: score! }));
}

/** A power of two: pairs are counted by a number of so many bits, now and then two of them together. */
const PAIRS = 4096;

/**
 * The words that share the most pairs of neighbouring letters with `typed`. Every slip spoils two pairs at the most, so what
 * shares fewer than the allowed slips leave cannot be alike (the q-gram lemma).
 */
function mostPairs(typed: string, words: readonly string[], shortest: number, longest: number): string[] {
  const pairs = typed.length - 1;
  const least = Math.max(1, pairs - 2 * Math.floor(THRESHOLD * typed.length));
  const wanted = new Uint8Array(PAIRS);
  for (let at = 1; at < typed.length; at++) wanted[pairAt(typed, at)] = 1;
  const byShared: string[][] = [];
  for (const word of words) {
    if (word.length < shortest || word.length > longest) continue;
    let shared = 0;
    for (let at = 1; at < word.length; at++) shared += wanted[pairAt(word, at)]!;
    if (shared >= least) putAt(byShared, Math.min(shared, pairs), word);
  }
  const likely: string[] = [];
  for (let shared = pairs; shared >= least && likely.length < MOST_COMPARED; shared--)
    likely.push(...(byShared[shared] ?? []).slice(0, MOST_COMPARED - likely.length));
  return likely;
}

function pairAt(word: string, at: number): number {
  return (word.charCodeAt(at - 1) * 61 + word.charCodeAt(at)) & (PAIRS - 1);
}
