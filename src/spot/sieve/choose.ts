/**
 * What goes into the sieve (filter.ts): few and short runs of neighbouring words, so chosen that every name has one in it.
 * Done where a pack is built or a name is given, never in a page.
 *
 * A name of one word is its own run: "daesh". A longer one gets by with one that is in it ("the daesh fighters"), else
 * with two or three neighbouring words, one of them at least no common one: "stimson center". Choosing the fewest runs that meet all names is the hitting
 * set problem; taking, again and again, the run that meets the most names for what it costs is the usual way to come near
 * it (Chvátal 1979).
 */
import type { Alias, NameSource } from "../../pack/types.ts";
import { wordsOf } from "../names/name-words.ts";
import { EXACT, NOT_AMONG_CAPITALS } from "./signs.ts";

/** Words of one run at most, unless the name has no more than that. */
const LONGEST_RUN = 3;
/** Shorter words are everywhere ("of", "de la"): a run of two needs both to be longer. */
export const TELLING = 4;
/** Up to this length an acronym that does not count alone is not believed among capitals ("THIS IS …"; decide.ts). */
const SHORT_WORD = 2;

/**
 * What a run costs: how often pages without a name have it, and its bytes. A part of a name is in all pages that speak of something
 * else in these words ("Wall Street", "fuerzas armadas"), one of three words in fewer of them; so it has to stand for many names.
 */
const COST = {
  two: 2,
  three: 3,
  part: { two: 24, three: 18 },
  /** So many times as much: what the names of several have in common says what they are, not which: "Center for". */
  shared: 3,
  /** For each word of a name of more than three, of which the first three are looked at (run-keys.ts): a part like others. */
  longWord: 8,
  /** And where these tell little: "government of the". */
  longWordUntold: 800,
} as const;
const IDEOGRAPHS_COST = [0, 1_000, 1_000, 2.5, 3.5] as const;

export const IDEOGRAPH = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/u;
/** What wordsOf sets before a word that follows signs: a text's word has none. */
const MARK = /^[^\p{L}\p{M}\p{N}]+/u;

/** The runs for these names, sorted: the same for the same names in any order. */
export function chooseRuns({ entities, ambiguities }: NameSource): string[] {
  // A surname counts only on a page that has the whole name.
  const names = [...entities, ...ambiguities].flatMap(({ id, aliases }) =>
    aliases.filter(({ trust }) => trust !== "surname").map((alias) => ({ ...alias, bearer: id })),
  );
  const runs = new Set<string>();
  /** Words that are a name by themselves, in whatever letters. */
  const alone = new Set<string>();
  const open: Name[] = [];
  for (const name of names) {
    // What no text could match is in no lexicon either (lexicon.ts).
    const words = wordsOf(name.text)?.map((word) => word.replace(MARK, ""));
    if (!words) continue;
    const exact = name.case === "exact" ? onOneLine(name.text) : null;
    if (words.length > 1) open.push({ words, exact, common: commonWordsOf(name.text), bearer: name.bearer });
    else if (name.case === "exact") runs.add(words[0] + writtenAs(name));
    else alone.add(words[0]!);
  }
  for (const word of alone) runs.add(word);
  const left = open.filter(({ words }) => !words.some((word) => alone.has(word)));
  for (const run of fewestRuns(left)) runs.add(run);
  return [...runs].sort();
}

/** "=TTP": the word is a name only in these letters; "~IS": and not even then in a line of capitals. */
function writtenAs({ text, trust }: Alias): string {
  return (trust === "context" && text.length <= SHORT_WORD ? NOT_AMONG_CAPITALS : EXACT) + onOneLine(text);
}

interface Name {
  /** Folded, without the marks of the gaps between them. */
  words: readonly string[];
  /** Those of them that tell little (`commonWordsOf`). */
  common: ReadonlySet<string>;
  /** The id of the entity, or of the ambiguity, whose name it is. */
  bearer: string;
  /** Its text, where it is a name only in these letters. */
  exact: string | null;
}

/**
 * Words of a name that it writes without a capital, where its script has any, folded: "federal" and "government" of "Pakistan's
 * federal government". News are full of federal governments.
 */
function commonWordsOf(text: string): ReadonlySet<string> {
  const common = (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter(
    (word) => word === word.toLowerCase() && word !== word.toUpperCase(),
  );
  return new Set(common.flatMap((word) => wordsOf(word) ?? []));
}

const onOneLine = (text: string): string => text.replace(/\s+/g, " ");

function fewestRuns(names: readonly Name[]): string[] {
  /** Run → the names it is in. */
  const meets = new Map<string, Set<number>>();
  const costs = new Map<string, number>();
  /** Run → whose names it is a part of; `null`: of several. */
  const bearers = new Map<string, string | null>();
  const wholes = new Set<string>();
  names.forEach(({ words, exact, common, bearer }, name) => {
    // "forces de sécurité pakistanaises" has none, and its last words tell more than its first.
    const hasOthers = !words.every((word) => common.has(word));
    for (const run of runsOf(words)) {
      const whole = run.length === words.length;
      const cost = costOf(run, whole);
      if (cost === null || (!whole && hasOthers && run.every((word) => common.has(word)))) continue;
      // "IS-linked" in these letters: "is linked" is in many texts.
      const written = exact !== null && whole && hasShortWord(run) ? EXACT + exact : "";
      const key = run.join(" ") + written;
      // Whole for one, a part of another: it has to be there for the one.
      costs.set(key, Math.min(costs.get(key) ?? cost, cost));
      const met = meets.get(key);
      if (met) met.add(name);
      else meets.set(key, new Set([name]));
      if (whole) wholes.add(key);
      else if (bearers.get(key) !== bearer) bearers.set(key, bearers.has(key) ? null : bearer);
    }
  });
  for (const [run, bearer] of bearers)
    if (bearer === null && !wholes.has(run)) costs.set(run, costs.get(run)! * COST.shared);
  return takeGreedily(meets, costs, names.length);
}

/** The words' neighbours, up to `LONGEST_RUN` of them, and all of them. */
function* runsOf(words: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < words.length; from++) {
    const most = Math.min(words.length, from + LONGEST_RUN);
    for (let to = from + 1; to <= most; to++) yield words.slice(from, to);
  }
  if (words.length > LONGEST_RUN) yield words;
}

const hasShortWord = (run: readonly string[]): boolean => run.some(({ length }) => length <= SHORT_WORD);

/** `null`: in too many texts, or too long, for what it saves. */
function costOf(run: readonly string[], whole: boolean): number | null {
  // One word of several is in too many texts: "council", "Pakistani".
  if (run.length === 1) return null;
  if (run.every((word) => IDEOGRAPH.test(word)))
    return whole ? run.length : (IDEOGRAPHS_COST[run.length] ?? null);
  if (run.length > LONGEST_RUN)
    return run.length * (isTelling(run.slice(0, LONGEST_RUN)) ? COST.longWord : COST.longWordUntold);
  const count = run.length === 2 ? "two" : "three";
  if (whole) return COST[count];
  return isTelling(run) ? COST.part[count] : null;
}

const isTelling = (run: readonly string[]): boolean =>
  run.filter(({ length }) => length >= TELLING).length >= 2;

/** The best for its cost first, until every name is met. Ties go by the alphabet, so that order does not matter. */
function takeGreedily(
  meets: ReadonlyMap<string, Set<number>>,
  costs: ReadonlyMap<string, number>,
  count: number,
): string[] {
  const chosen: string[] = [];
  const met = new Set<number>();
  /** What a run is worth can only fall, so most are not looked at again before it is their turn. */
  const rest = [...meets].map(([run, names]) => ({ run, names, worth: names.size / costs.get(run)! }));
  const better = (a: { run: string; worth: number }, b: { run: string; worth: number }) =>
    b.worth - a.worth || (a.run < b.run ? -1 : 1);
  rest.sort(better);
  /** Those before it have had their turn: to take each out of the list would copy all others. */
  let first = 0;
  while (met.size < count) {
    const best = rest[first];
    if (!best) throw new Error("a name is in no run");
    let missing = 0;
    for (const name of best.names) if (!met.has(name)) missing++;
    const worth = missing / costs.get(best.run)!;
    if (worth < best.worth) {
      best.worth = worth;
      first++;
      if (worth > 0) {
        const place = placeOf(rest, first, (other) => better(best, other) < 0);
        // Those in between move up, into the place that it has left.
        rest.copyWithin(--first, first + 1, place);
        rest[place - 1] = best;
      }
      continue;
    }
    chosen.push(best.run);
    for (const name of best.names) met.add(name);
    first++;
  }
  return chosen;
}

/** Where in a list that is sorted from `from` on the first one stands there that `isBehind` holds for. */
function placeOf<T>(sorted: readonly T[], from: number, isBehind: (item: T) => boolean): number {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
