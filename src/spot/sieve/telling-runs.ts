/** The runs of a pack by their most telling parts (telling.ts): made when it comes in, and looked up for a page that has such parts. */
import type { Steps } from "../../pack/steps.ts";
import { casePattern } from "../letters/letter-case.ts";
import { storeLetters } from "../letters/stored-letters.ts";
import { hashWords } from "../names/hashed-words.ts";
import { IDEOGRAPH, TELLING } from "./choose.ts";
import { putKey } from "./filter.ts";
import type { FilterColumns } from "./make-filter.ts";
import { keysOfRun, lettersOfRun, wordsOfRun } from "./run-keys.ts";
import { EXACT } from "./signs.ts";
import { MOST_BITS, PROBES } from "./telling.ts";

export interface TellingRuns {
  /** What pages are told, with the letters of all runs, but for those that every sieve has. */
  filter: FilterColumns;
  /** The keys of the parts, ascending, each once. */
  keys: Int32Array;
  /** Where in `runs` those of each key end, UTF-16 code units. */
  ends: Int32Array;
  /** A line each. */
  runs: string;
}

/** Bits for each part; one that is none is let through one time in thirty, where the filter is not full. */
const BITS = 32;
/** So many runs are a step of some milliseconds. */
const STEP = 4_000;

/** A part of a run as a run: its words with spaces between, and, where its letters count, these. */
type PartName = string;

/** @param runs as `chooseRuns` has them */
export function* tellingRuns(runs: readonly string[]): Steps<TellingRuns> {
  const counts = new Map<PartName, number>();
  const parts: PartName[][] = [];
  for (const [i, run] of runs.entries()) {
    parts.push(partsOf(run));
    for (const part of parts[i]!) counts.set(part, (counts.get(part) ?? 0) + 1);
    if (i % STEP === 0) yield i / runs.length;
  }
  const chosen = new Set<PartName>();
  const words = new Set<string>();
  /** Key and place in `runs` as one number, so that they are sorted as numbers are. */
  const pairs: number[] = [];
  for (const [i, run] of runs.entries()) {
    const part = parts[i]!.reduce((best, other) => (isBetter(other, best, counts) ? other : best));
    chosen.add(part);
    for (const word of wordsOfRun(run)) words.add(word);
    for (const key of keysOfRun(part)) pairs.push((key >>> 0) * 2 ** 20 + i);
    if (i % STEP === 0) yield 1;
  }
  const sorted = Float64Array.from(pairs).sort();
  yield 1;
  const keys: number[] = [];
  const ends: number[] = [];
  const lines: string[] = [];
  let length = 0;
  for (const pair of sorted) {
    const key = Math.floor(pair / 2 ** 20) | 0;
    const line = `${runs[pair % 2 ** 20]!}\n`;
    if (keys.at(-1) !== key) keys.push(key);
    lines.push(line);
    length += line.length;
    ends[keys.length - 1] = length;
  }
  yield 1;
  const filter = filterOf(chosen, keys, words);
  yield 1;
  return { filter, keys: Int32Array.from(keys), ends: Int32Array.from(ends), runs: lines.join("") };
}

function filterOf(
  parts: ReadonlySet<PartName>,
  keys: readonly number[],
  words: ReadonlySet<string>,
): FilterColumns {
  let bits = 1 << 10;
  while (bits < keys.length * BITS && bits < MOST_BITS) bits *= 2;
  const spelled = [...parts].map(wordsOfRun);
  const columns: FilterColumns = {
    ...hashWords(new Set(spelled.flat()), new Set(spelled.map(([first]) => first!)), MOST_BITS),
    bits: new Int32Array(bits >> 5),
    letters: storeLetters(words, "everywhere"),
  };
  for (const key of keys) putKey(columns.bits, key, PROBES);
  return columns;
}

/** What a text that has the run has, too. */
function partsOf(run: string): PartName[] {
  const words = wordsOfRun(run);
  if (words.length === 1) {
    const letters = lettersOfRun(run);
    const hasCapital = letters !== null && casePattern(letters).includes("u");
    return [hasCapital ? words[0] + EXACT + letters : words[0]!];
  }
  const spelled = words.filter((word) => !IDEOGRAPH.test(word));
  return spelled.length > 0 ? spelled : words.slice(1).map((word, i) => `${words[i]} ${word}`);
}

/** Short words are everywhere; else what is rare in the pack will be rare in texts; else the longer one. */
function isBetter(one: PartName, other: PartName, counts: ReadonlyMap<PartName, number>): boolean {
  const isShort = (part: PartName) => part.length < TELLING && !IDEOGRAPH.test(part);
  if (isShort(one) !== isShort(other)) return isShort(other);
  const more = counts.get(one)! - counts.get(other)!;
  if (more !== 0) return more < 0;
  return one.length === other.length ? one < other : one.length > other.length;
}

/** The runs of these keys, and which of the keys have any. */
export function runsWith(
  { keys, ends, runs }: Pick<TellingRuns, "keys" | "ends" | "runs">,
  wanted: Iterable<number>,
): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const key of wanted) {
    let [low, high] = [0, keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      // As they were sorted: without their sign.
      if (keys[middle]! >>> 0 < key >>> 0) low = middle + 1;
      else high = middle;
    }
    if (keys[low] === key) found.set(key, runs.slice(ends[low - 1] ?? 0, ends[low]! - 1).split("\n"));
  }
  return found;
}
