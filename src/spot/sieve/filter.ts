/**
 * Runs of words (choose.ts) as bits: whether a text may have one of them. The words are known by their hashes and the runs by
 * their keys, so a filter holds no text, is small whatever it is made of (some three bytes a run), and several make one by
 * a look at each number. It never misses a run; of texts without any it lets through one run of words in some ten thousand.
 *
 * Bloom's filter (1970), of eight hashes; before it stands, for speed, a filter of the words.
 */
import { casePattern, standsInCapitals } from "../letters/letter-case.ts";
import { joinBroken } from "../match/broken-words.ts";
import { AGAIN, NEIGHBOUR, type Tokens, tokenize } from "../match/tokens.ts";
import type { Words } from "../names/vocabulary.ts";
import { KEY_WORDS, keyInLetters, keyWith, NO_WORDS } from "./run-keys.ts";
import { EXACT, NOT_AMONG_CAPITALS } from "./signs.ts";

export interface RunFilter {
  words: Words;
  /** Of the runs' keys. Their number is a power of two. */
  bits: Int32Array;
}

const PROBES = 8;

/** The places of a key's bits, one after the other: the next of one is made of it. */
const nextProbe = (probe: number): number => Math.imul(probe ^ (probe >>> 15), 0x2c1b3c6d);
/** The lowest bits of a product tell least; what is left are 25, for a filter of 4 MB. */
const bitOf = (bits: Int32Array, probe: number): number => (probe >>> 7) & (bits.length * 32 - 1);

export function putKey(bits: Int32Array, key: number, probes = PROBES): void {
  let probe = key;
  for (let i = 0; i < probes; i++) {
    probe = nextProbe(probe);
    const bit = bitOf(bits, probe);
    bits[bit >> 5]! |= 1 << (bit & 31);
  }
}

export function mayHoldKey(bits: Int32Array, key: number, probes = PROBES): boolean {
  let probe = key;
  for (let i = 0; i < probes; i++) {
    probe = nextProbe(probe);
    const bit = bitOf(bits, probe);
    if (!(bits[bit >> 5]! & (1 << (bit & 31)))) return false;
  }
  return true;
}

/**
 * Tells `met` of the keys of the runs that may stand in `text`, until it answers that this is enough. Answers whether it did.
 *
 * @param tokens reused from text to text
 */
export function meetRuns(
  filter: RunFilter,
  text: string,
  tokens: Tokens,
  met: (key: number) => boolean,
): boolean {
  const joined = joinBroken(text);
  return meet(filter, text, tokens, met) || (joined !== null && meet(filter, joined, tokens, met));
}

function meet(
  { words, bits }: RunFilter,
  text: string,
  tokens: Tokens,
  met: (key: number) => boolean,
): boolean {
  tokenize(text, words, tokens);
  const { count, words: numbers, flags, starts, ends } = tokens;
  /** The token `at` as the word `length` of runs that begin at `start`; `before`: the key of the words before it. */
  const goesOn = (before: number, start: number, at: number, length: number): boolean => {
    const key = keyWith(before, numbers[at]!);
    const end = ends[at]!;
    const pattern = casePattern(text.slice(start, end));
    const exact = keyInLetters(key, EXACT, pattern);
    const among = keyInLetters(key, NOT_AMONG_CAPITALS, pattern);
    if (mayHoldKey(bits, key) && met(key)) return true;
    if (mayHoldKey(bits, exact) && met(exact)) return true;
    if (mayHoldKey(bits, among) && !standsInCapitals(text, start, end) && met(among)) return true;
    let next = at + 1;
    while (next < count && flags[next]! & AGAIN) next++;
    if (length === KEY_WORDS || next === count || !(flags[next]! & NEIGHBOUR)) return false;
    // And whatever else the next word may be read as.
    do if (goesOn(key, start, next, length + 1)) return true;
    while (++next < count && flags[next]! & AGAIN);
    return false;
  };
  for (let at = 0; at < count; at++) if (goesOn(NO_WORDS, starts[at]!, at, 1)) return true;
  return false;
}
