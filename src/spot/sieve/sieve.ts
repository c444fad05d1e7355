/**
 * The sieve: whether a text may have a name in it. It lets through every text that has one, and few others; what it lets
 * through is spotted with the whole lexicon. Small enough to be in every frame: the tokenizer that the spotter has, with
 * runs of words in place of names (choose.ts).
 */
import { meetsCase, standsInCapitals } from "../letters/letter-case.ts";
import { joinBroken } from "../match/broken-words.ts";
import { AGAIN, NEIGHBOUR, type Tokens, tokenize } from "../match/tokens.ts";
import { makeVocabulary, type Vocabulary } from "../names/vocabulary.ts";

/** In the encoded sieve, between a run and the letters it has to be written in: "ttp=TTP", "is~IS". */
export const EXACT = "=";
export const NOT_AMONG_CAPITALS = "~";

/** The letters of a run that is one only in these. */
interface Written {
  text: string;
  amongCapitals: boolean;
}

/**
 * A trie of runs. "stimson center", "=TTP" make: root −stimson→ 1 −center→ 2 (an end), root −ttp→ 3 (an end, written "TTP").
 */
export interface Sieve {
  vocabulary: Vocabulary;
  /** `node * vocabulary.size + word` → the node that the word leads to. */
  steps: Map<number, number>;
  /** Node → the letters it ends a run in: none for a node within a run, `null` for any letters. */
  ends: Array<Written[] | null>;
}

/** @param encoded runs of folded words, one a line (choose.ts) */
export function makeSieve(encoded: string): Sieve {
  const runs = encoded.split("\n").map((line) => LINE.exec(line)!);
  const words = new Map<string, number>();
  const idOf = (word: string) => {
    const known = words.get(word);
    if (known !== undefined) return known;
    words.set(word, words.size);
    return words.size - 1;
  };
  const spelled = runs.map(([, run]) => run!.split(" "));
  // The first words get the lowest ids.
  for (const [first] of spelled) idOf(first!);
  const firstWords = words.size;
  const ids = spelled.map((run) => run.map(idOf));
  const sieve: Sieve = {
    vocabulary: makeVocabulary([...words.keys()], firstWords),
    steps: new Map(),
    ends: [[]],
  };
  runs.forEach(([, , sign, text], i) => {
    addRun(sieve, ids[i]!, sign ? { text: text!, amongCapitals: sign === EXACT } : null);
  });
  return sieve;
}

const LINE = /^([^=~]*)([=~]?)(.*)$/;

function addRun(
  { vocabulary: { size }, steps, ends }: Sieve,
  run: readonly number[],
  written: Written | null,
): void {
  let node = 0;
  for (const word of run) {
    const key = node * size + word;
    node = steps.get(key) ?? ends.push([]) - 1;
    steps.set(key, node);
  }
  if (written) ends[node]?.push(written);
  else ends[node] = null;
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

function hasRun({ vocabulary, steps, ends }: Sieve, text: string, tokens: Tokens): boolean {
  tokenize(text, vocabulary, tokens);
  const { count, words, flags, starts, ends: tokenEnds } = tokens;
  for (let first = 0; first < count; first++) {
    let node = 0;
    for (let at = first; at < count; ) {
      const next = steps.get(node * vocabulary.size + words[at]!);
      if (next === undefined) break;
      node = next;
      const end = ends[node]!;
      if (end === null || end.some((written) => isWritten(written, text, starts[first]!, tokenEnds[at]!)))
        return true;
      at++;
      while (at < count && flags[at]! & AGAIN) at++;
      if (at < count && !(flags[at]! & NEIGHBOUR)) break;
    }
  }
  return false;
}

const isWritten = (
  { text: form, amongCapitals }: Written,
  text: string,
  start: number,
  end: number,
): boolean =>
  meetsCase("exact", form, text, start, end) && (amongCapitals || !standsInCapitals(text, start, end));
