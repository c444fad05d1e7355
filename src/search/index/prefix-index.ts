import { appendAt, appendUnder } from "./append.ts";

/** Letters of the longer of the two prefixes that words are grouped by. */
const LONG_PREFIX = 3;

/** Distinct words, numbered from 0 as they come, found by how they begin. Words may come at any time. */
export class PrefixIndex {
  readonly words: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** The words by their first letter, and by their first three. */
  readonly #groups = new Map<string, number[]>();

  /** Its number; that of the earlier one where it is known. */
  add(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.words.push(word) - 1;
    this.#numbers.set(word, number);
    appendUnder(this.#groups, word.charAt(0), number);
    if (word.length >= LONG_PREFIX) appendUnder(this.#groups, word.slice(0, LONG_PREFIX), number);
    return number;
  }

  numberOf(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  /** Numbers of the words that begin so, the shortest first, those that came first among them first; `most` at the most. */
  find(prefix: string, most: number): number[] {
    const group =
      this.#groups.get(prefix.length < LONG_PREFIX ? prefix.charAt(0) : prefix.slice(0, LONG_PREFIX)) ?? [];
    const isWhole = prefix.length === 1 || prefix.length === LONG_PREFIX;
    // By length: what a letter or two find would take longer to sort than to find.
    const byLength: number[][] = [];
    for (const number of group) {
      const word = this.words[number]!;
      if (isWhole || word.startsWith(prefix)) appendAt(byLength, word.length, number);
    }
    const found: number[] = [];
    for (const numbers of byLength) {
      if (numbers === undefined) continue;
      for (const number of numbers) {
        if (found.length >= most) return found;
        found.push(number);
      }
    }
    return found;
  }
}
