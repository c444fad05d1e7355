/**
 * What a page is told of packs that may have a hundred thousand names: of each run of words (choose.ts) the part that tells
 * most, "stimson" of "stimson center", as one bit of a filter that grows no further than `MOST_BITS`. What a text has of these
 * is little, or, of a large pack, half of its words; the runs behind them are asked for (telling-runs.ts).
 *
 * A part is a word; or, of ideographs, two neighbours; or, of a name that is one only in capitals, the word in these:
 * "us=US" is in few texts and "us" in most.
 */
import { casePattern } from "../letters/letter-case.ts";
import { joinBroken } from "../match/broken-words.ts";
import { NEIGHBOUR, type Tokens, tokenize } from "../match/tokens.ts";
import { mayHoldKey, type RunFilter } from "./filter.ts";
import { keyInLetters, keyWith, NO_WORDS } from "./run-keys.ts";
import { EXACT } from "./signs.ts";

/** Each of both filters, the one of words and the one of parts, has no more bits: they are 4 kB at most. */
export const MOST_BITS = 1 << 15;
/** With one probe the filter of many parts lets the fewest through by chance. */
export const PROBES = 1;

/** Whether a word may have a capital: only then its letters are looked at. */
const MAY_HAVE_CAPITAL = /[A-Z]|[^\0-\x7f]/;
/** Before all ideographs. */
const FIRST_IDEOGRAPH = 0x2e80;

/**
 * Tells `met` of the keys of all parts that may stand in `text`, some of them more than once.
 *
 * @param tokens reused from text to text
 */
export function meetTelling(
  filter: RunFilter,
  text: string,
  tokens: Tokens,
  met: (key: number) => void,
): void {
  meet(filter, text, tokens, met);
  const joined = joinBroken(text);
  if (joined !== null) meet(filter, joined, tokens, met);
}

function meet({ words, bits }: RunFilter, text: string, tokens: Tokens, met: (key: number) => void): void {
  tokenize(text, words, tokens);
  const { count, words: numbers, flags, starts, ends } = tokens;
  const look = (key: number) => {
    if (mayHoldKey(bits, key, PROBES)) met(key);
  };
  for (let at = 0; at < count; at++) {
    const key = keyWith(NO_WORDS, numbers[at]!);
    look(key);
    const word = text.slice(starts[at]!, ends[at]!);
    if (MAY_HAVE_CAPITAL.test(word)) look(keyInLetters(key, EXACT, casePattern(word)));
    if (word.charCodeAt(0) < FIRST_IDEOGRAPH) continue;
    // An ideograph is read one way only.
    const next = at + 1;
    if (next < count && flags[next]! & NEIGHBOUR) look(keyWith(key, numbers[next]!));
  }
}
