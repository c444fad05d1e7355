/**
 * Words by their bigrams, the pairs of neighbouring letters in them, so that those which hold a part, or are like something, are found without
 * going through them all: ten thousand entities have seventy thousand names, and a keystroke one frame.
 *
 *     words     0 kabul   1 kabir
 *     lists     ka → 0 1   ab → 0 1   bu → 0   ul → 0   bi → 1   ir → 1
 */
import { appendAt } from "./append.ts";

/** A power of two: pairs are told apart by a number of so many bits, now and then two of them are taken for one. */
const PAIRS = 4096;

export class BigramIndex {
  /** By number; whoever adds a word has put it here. */
  readonly words: readonly string[];
  /** By pair: the numbers of the words, once for each time that it stands in them. */
  readonly #lists: number[][] = [];
  /** By word: pairs that it shares; all zero between two questions. */
  #shared = new Uint16Array(256);

  constructor(words: readonly string[]) {
    this.words = words;
  }

  add(number: number): void {
    const word = this.words[number]!;
    for (let at = 1; at < word.length; at++) appendAt(this.#lists, pairAt(word, at), number);
  }

  /** Numbers of the words that hold these letters, two at least, one after the other. */
  holding(letters: string): number[] {
    let rarest: readonly number[] | undefined;
    for (let at = 1; at < letters.length; at++) {
      const list = this.#lists[pairAt(letters, at)] ?? [];
      if (rarest === undefined || list.length < rarest.length) rarest = list;
    }
    // A word that has the pair twice stands there twice, one after the other.
    return (rarest ?? []).filter(
      (number, i) => number !== rarest![i - 1] && this.words[number]!.includes(letters),
    );
  }

  /**
   * The words that share `least` pairs with these letters, at most `wanted` of them: those that share most first, but more than `most`
   * counts as `most`.
   * @param fits asked of as few of them as will do: to look at a word takes longer than to count for it
   */
  sharing(
    letters: string,
    { least, most, wanted }: { least: number; most: number; wanted: number },
    fits: (word: string) => boolean,
  ): string[] {
    if (this.#shared.length < this.words.length) this.#shared = new Uint16Array(2 * this.words.length);
    const shared = this.#shared;
    const touched: number[] = [];
    const pairs = new Set(
      Array.from({ length: letters.length - 1 }, (_, before) => pairAt(letters, before + 1)),
    );
    for (const pair of pairs)
      for (const number of this.#lists[pair] ?? []) {
        if (shared[number] === 0) touched.push(number);
        shared[number]! += 1;
      }
    const byShared: number[][] = [];
    for (const number of touched) {
      const count = Math.min(shared[number]!, most);
      shared[number] = 0;
      if (count >= least) appendAt(byShared, count, number);
    }
    const found: string[] = [];
    for (let count = most; count >= least; count--)
      for (const number of byShared[count] ?? []) {
        if (found.length >= wanted) return found;
        const word = this.words[number]!;
        if (fits(word)) found.push(word);
      }
    return found;
  }
}

function pairAt(word: string, at: number): number {
  return (word.charCodeAt(at - 1) * 61 + word.charCodeAt(at)) & (PAIRS - 1);
}
