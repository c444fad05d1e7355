/**
 * The sieve: whether a text may have a name in it. It lets through every text that has one, and few others; what it lets
 * through is spotted with the whole lexicon. Small enough to be in every frame: the tokenizer that the spotter has, with
 * runs of words in place of names (choose.ts).
 */
import { meetsCase, standsInCapitals } from "../letters/letter-case.ts";
import { joinBroken } from "../match/broken-words.ts";
import { AGAIN, NEIGHBOUR, type Tokens, tokenize } from "../match/tokens.ts";
import type { Vocabulary } from "../names/vocabulary.ts";

/** In the list of runs, between a run and the letters it has to be written in: "ttp=TTP", "is~IS". */
export const EXACT = "=";
export const NOT_AMONG_CAPITALS = "~";

/** The letters of a run that is one only in these. */
export interface Written {
  text: string;
  amongCapitals: boolean;
}

/** What a node of the trie ends. */
export const End = {
  /** Nothing: it is within a run. */
  None: 0,
  /** A run, in whatever letters. */
  Any: 1,
  /** A run in the letters that `Sieve.written` has for it. */
  Written: 2,
} as const;

/**
 * A trie of runs, in columns. "stimson center" and "ttp=TTP" are the words stimson 0, ttp 1, center 2 and the nodes
 * 0 (the root), 1 (by stimson), 2 (by ttp, an end, written "TTP") and 3 (from 1 by center, an end).
 */
export interface Sieve {
  vocabulary: Vocabulary;
  /** How many words begin a run: those with the lowest ids. The root's children, nodes 1 to this, are in their order. */
  firstWords: number;
  /** Node → its first child; the next entry ends its children. */
  children: Int32Array;
  /** Node → the word that leads to it. */
  words: Int32Array;
  /** Node → an `End`. */
  ends: Uint8Array;
  /** By node. */
  written: Record<number, readonly Written[]>;
}

/**
 * Whether a run stands in `text`.
 *
 * @param tokens reused from text to text
 */
export function letsThrough(sieve: Sieve, text: string, tokens: Tokens): boolean {
  const joined = joinBroken(text);
  return hasRun(sieve, text, tokens) || (joined !== null && hasRun(sieve, joined, tokens));
}

function hasRun(sieve: Sieve, text: string, tokens: Tokens): boolean {
  tokenize(text, sieve.vocabulary, tokens);
  const { count, words, flags, starts, ends } = tokens;
  for (let first = 0; first < count; first++) {
    // The root's children are in the order of their words.
    let node = words[first]! < sieve.firstWords ? words[first]! + 1 : 0;
    for (let at = first; node !== 0; ) {
      if (isEnd(sieve, node, text, starts[first]!, ends[at]!)) return true;
      at++;
      while (at < count && flags[at]! & AGAIN) at++;
      if (at >= count || !(flags[at]! & NEIGHBOUR)) break;
      node = childBy(sieve, node, words[at]!);
    }
  }
  return false;
}

/** The child of `node` that `word` leads to; 0 for none. They are few but at the root. */
function childBy({ children, words }: Sieve, node: number, word: number): number {
  for (let child = children[node]!; child < children[node + 1]!; child++)
    if (words[child] === word) return child;
  return 0;
}

function isEnd({ ends, written }: Sieve, node: number, text: string, start: number, end: number): boolean {
  if (ends[node] !== End.Written) return ends[node] === End.Any;
  return written[node]!.some(
    (form) =>
      meetsCase("exact", form.text, text, start, end) &&
      (form.amongCapitals || !standsInCapitals(text, start, end)),
  );
}
