/**
 * The distinct words of what is searched, and how a typed word finds them: as it stands, as a beginning, by sound,
 * inside a longer word, and last by likeness (fuse.js). A later way is tried only when the earlier ones find nothing,
 * so that a slip of the pen is forgiven without burying the one who typed it right.
 */
import Fuse from "fuse.js";
import { soundOf } from "./sound.ts";

/** A word found, and how far it is from what was typed: 0 is the very word, 1 is far. */
export interface Hit {
  term: string;
  penalty: number;
  /** The matched part of the term, in units: all of it unless the typed word is a part of it. */
  from: number;
  to: number;
}

const PENALTY = { prefix: 0.1, sound: 0.2, inside: 0.35, alike: 0.45 } as const;

/** A key of fewer letters counts as a whole only, not as a beginning: it stands for too much. */
const SHORTEST_SOUND = 3;
/** Fewer Latin letters are inside everything ("nato" in "national"); in other scripts two are a word. */
const SHORTEST_INSIDE = 5;
/** Likeness asks for this many letters; shorter words are like everything. */
const SHORTEST_ALIKE = 4;
/** From here on it may be the beginning of a longer word, misspelled. */
const SHORTEST_ALIKE_BEGINNING = 5;
/** What is this much less like than the best is noise. */
const ALIKE_SPREAD = 0.1;
/** One slip in three letters, by fuse.js's measure. */
const ALIKE_THRESHOLD = 0.34;

/** With more words than this, likeness trusts the first letter's sound: comparing with all would take several frames. */
const LARGE = 4000;

export interface Vocabulary {
  /** The words that are, begin with, or sound like what was typed. */
  near(typed: string): Hit[];
  /** Where `near` finds nothing: the words that contain it, else those that are like it. */
  far(typed: string): Hit[];
}

export function createVocabulary(words: Iterable<string>): Vocabulary {
  const terms = [...new Set(words)].sort(byUnits);
  const bySound = new Map<string, string[]>();
  for (const term of terms) {
    const sound = soundOf(term);
    const list = bySound.get(sound);
    if (list) list.push(term);
    else bySound.set(sound, [term]);
  }
  const sounds = [...bySound.keys()].sort(byUnits);
  const likeness = new Map<string, Fuse<string>>();

  function begins(typed: string): Hit[] {
    return withPrefix(terms, typed).map((term) => ({
      term,
      penalty: term === typed ? 0 : PENALTY.prefix * (2 - typed.length / term.length),
      from: 0,
      to: typed.length,
    }));
  }

  function soundsLike(typed: string): Hit[] {
    const sound = soundOf(typed);
    if (sound.length < 2) return [];
    const found =
      sound.length < SHORTEST_SOUND ? (bySound.has(sound) ? [sound] : []) : withPrefix(sounds, sound);
    return found.flatMap((key) =>
      bySound.get(key)!.map((term) => whole(term, PENALTY.sound * (2 - sound.length / key.length))),
    );
  }

  function inside(typed: string): Hit[] {
    if (typed.length < (/^[a-z0-9]+$/.test(typed) ? SHORTEST_INSIDE : 2)) return [];
    return terms.flatMap((term) => {
      const from = term.indexOf(typed);
      return from < 0 ? [] : [{ term, penalty: PENALTY.inside, from, to: from + typed.length }];
    });
  }

  function alike(typed: string): Hit[] {
    if (typed.length < SHORTEST_ALIKE) return [];
    const longest = typed.length < SHORTEST_ALIKE_BEGINNING ? typed.length + 1 : Number.POSITIVE_INFINITY;
    const found = likenessFor(typed)
      .search(typed)
      .filter(({ item }) => item.length >= typed.length - 2 && item.length <= longest);
    const best = found[0]?.score ?? 0;
    return found
      .filter(({ score }) => score! <= best + ALIKE_SPREAD)
      .map(({ item, score }) => whole(item, PENALTY.alike + score!));
  }

  /** Made when first needed: most searches are spelled right. */
  function likenessFor(typed: string): Fuse<string> {
    const first = terms.length > LARGE ? soundOf(typed).charAt(0) : "";
    let fuse = likeness.get(first);
    if (fuse === undefined) {
      const pool = terms.filter((term) => soundOf(term).startsWith(first));
      fuse = new Fuse(pool, { includeScore: true, threshold: ALIKE_THRESHOLD, ignoreFieldNorm: true });
      likeness.set(first, fuse);
    }
    return fuse;
  }

  return {
    near(typed) {
      const direct = begins(typed);
      if (direct.some((hit) => hit.penalty === 0)) return direct;
      const seen = new Set(direct.map((hit) => hit.term));
      return [...direct, ...soundsLike(typed).filter((hit) => !seen.has(hit.term))];
    },
    far(typed) {
      const within = inside(typed);
      return within.length > 0 ? within : alike(typed);
    },
  };
}

function whole(term: string, penalty: number): Hit {
  return { term, penalty, from: 0, to: term.length };
}

/** By UTF-16 unit, as `<` compares: what the binary search relies on. */
function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The run of a sorted list that begins with `prefix`. */
function withPrefix(sorted: readonly string[], prefix: string): string[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < prefix) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < sorted.length && sorted[end]!.startsWith(prefix)) end++;
  return sorted.slice(low, end);
}
