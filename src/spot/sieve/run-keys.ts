/**
 * A run of words as one number: what filters of runs hold (filter.ts), and what says in which shard of a pack the names are that
 * a text may have. Of a run of more words than three, the first three.
 */
import { casePattern } from "../letters/letter-case.ts";
import { wordNumber } from "../names/hashed-words.ts";
import { HASH_SEED, hashAll, hashStep } from "../names/word-hash.ts";
import { EXACT, NOT_AMONG_CAPITALS } from "./signs.ts";

/** So many words of a run are looked at. */
export const KEY_WORDS = 3;

/** The key of no words; `keyWith` takes it on, word by word. */
export const NO_WORDS = HASH_SEED;
export const keyWith = (key: number, word: number): number => hashStep(key, word);

/** The key of the run in certain letters, by their pattern: "uuu" for "TTP". */
export const keyInLetters = (key: number, sign: string, pattern: string): number =>
  hashAll(key, sign + pattern);

const LINE = /^([^=~]*)([=~]?)(.*)$/;

/** The keys that stand for one run, "stimson center" or "ttp=TTP" (choose.ts). */
export function keysOfRun(line: string): number[] {
  const [, run = "", sign = "", text = ""] = LINE.exec(line)!;
  const words = run.split(" ");
  const key = words
    .slice(0, KEY_WORDS)
    .reduce((sum, word) => keyWith(sum, wordNumber(hashAll(HASH_SEED, word))), NO_WORDS);
  if (sign !== EXACT && sign !== NOT_AMONG_CAPITALS) return [key];
  if (words.length > KEY_WORDS) return [key];
  const pattern = casePattern(text);
  // A text set in capitals is read as if it were not (letter-case.ts).
  const mixed = pattern.includes("l") && pattern.includes("u");
  const patterns = mixed ? [pattern, "u".repeat(pattern.length)] : [pattern];
  return patterns.map((letters) => keyInLetters(key, sign, letters));
}

/** The letters that a run has to be written in; `null` for any. */
export function lettersOfRun(line: string): string | null {
  const [, , sign, text] = LINE.exec(line)!;
  return sign === "" ? null : text!;
}

/** The words of a run that its keys are made of. */
export const wordsOfRun = (line: string): string[] => LINE.exec(line)![1]!.split(" ").slice(0, KEY_WORDS);
