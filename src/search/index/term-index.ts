/**
 * The distinct words ("terms") of what is searched, each with the documents that hold it, and how a typed word finds them: as
 * it stands, as a prefix, by sound, inside a longer word, and last by fuzzy matching. A later way is tried only when the earlier ones find nothing, so that a
 * slip of the pen is forgiven without burying the one who typed it right.
 */

import { fuzzyMatches } from "../fuzzy.ts";
import { appendAt } from "./append.ts";
import { BigramIndex } from "./bigram-index.ts";
import { phoneticKey } from "./phonetic-key.ts";
import { PrefixIndex } from "./prefix-index.ts";

/** A term found, and how far it is from what was typed: 0 is the very word, 1 is far. */
export interface TermHit {
  term: string;
  penalty: number;
  /** The matched part of the term, in units: all of it unless the typed word is a part of it. */
  from: number;
  to: number;
}

/** The terms that a typed word finds. */
export interface TermHits {
  /** The best, best first. Not all where a beginning is that of very many. */
  best: ReadonlyArray<readonly [term: number, hit: TermHit]>;
  /** In how many documents those are, the ones left out not counted. */
  reach: number;
  /** Of any term, among the best or not. */
  of(term: number): TermHit | undefined;
}

const PENALTY = { prefix: 0.1, sound: 0.2, inside: 0.35, fuzzy: 0.45 } as const;

/** A key of fewer letters counts as a whole only, not as a beginning: it stands for too much. */
const SHORTEST_SOUND = 3;
/** Fewer Latin letters are inside everything ("nato" in "national"); in other scripts two are a word. */
const SHORTEST_INSIDE = 5;
/** Distant finds that are remembered: whoever types on asks again for every word before the last. */
const MOST_REMEMBERED = 16;

export class TermIndex {
  readonly #terms = new PrefixIndex();
  readonly #pairs = new BigramIndex(this.#terms.words);
  /** By term: the documents that hold it. */
  readonly #documents: number[][] = [];
  readonly #sounds = new PrefixIndex();
  /** By term. */
  readonly #phoneticKeyOf: number[] = [];
  /** By sound. */
  readonly #sounding: number[][] = [];
  readonly #remembered = new Map<string, TermHits>();

  /** Documents come in order. Answers the term's number. */
  add(word: string, document: number): number {
    const term = this.#terms.add(word);
    const documents = this.#documents[term];
    if (documents !== undefined) {
      if (documents.at(-1) !== document) documents.push(document);
      return term;
    }
    this.#documents[term] = [document];
    this.#pairs.add(term);
    const sound = this.#sounds.add(phoneticKey(word));
    this.#phoneticKeyOf[term] = sound;
    appendAt(this.#sounding, sound, term);
    this.#remembered.clear();
    return term;
  }

  wordOf(term: number): string {
    return this.#terms.words[term]!;
  }

  documentsOf(term: number): readonly number[] {
    return this.#documents[term]!;
  }

  /** The words that are, begin with, or sound like what was typed; `most` of them. */
  near(typed: string, most: number): TermHits {
    const isKnown = this.#terms.numberOf(typed) !== undefined;
    const sound = isKnown ? "" : phoneticKey(typed);
    const isBeginning = sound.length >= SHORTEST_SOUND;
    const of = (term: number): TermHit | undefined => {
      const word = this.#terms.words[term]!;
      if (word.startsWith(typed)) {
        const penalty = word === typed ? 0 : PENALTY.prefix * (2 - typed.length / word.length);
        return { term: word, penalty, from: 0, to: typed.length };
      }
      if (sound.length < 2) return undefined;
      const key = this.#sounds.words[this.#phoneticKeyOf[term]!]!;
      if (isBeginning ? !key.startsWith(sound) : key !== sound) return undefined;
      return whole(word, PENALTY.sound * (2 - sound.length / key.length));
    };
    const terms = this.#terms.find(typed, most);
    if (sound.length >= 2 && terms.length < most) {
      const same = this.#sounds.numberOf(sound);
      const keys = isBeginning ? this.#sounds.find(sound, most) : same === undefined ? [] : [same];
      for (const key of keys)
        for (const term of this.#sounding[key]!)
          if (terms.length < most && !this.#terms.words[term]!.startsWith(typed)) terms.push(term);
    }
    return this.#hits(
      terms.map((term) => [term, of(term)!]),
      of,
    );
  }

  /** Where `near` finds nothing: the words that contain it, else those that are like it. */
  far(typed: string): TermHits {
    const known = this.#remembered.get(typed);
    if (known !== undefined) return known;
    const within = this.#inside(typed);
    const found = new Map(
      (within.length > 0 ? within : this.#fuzzy(typed)).sort(([, a], [, b]) => a.penalty - b.penalty),
    );
    const hits = this.#hits([...found], (term) => found.get(term));
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(typed, hits);
    return hits;
  }

  #hits(best: TermHits["best"], of: TermHits["of"]): TermHits {
    let reach = 0;
    for (const [term] of best) reach += this.#documents[term]!.length;
    return { best, reach, of };
  }

  #inside(typed: string): Array<[number, TermHit]> {
    if (typed.length < (/^[a-z0-9]+$/.test(typed) ? SHORTEST_INSIDE : 2)) return [];
    return this.#pairs.holding(typed).map((term) => {
      const word = this.#terms.words[term]!;
      const from = word.indexOf(typed);
      return [term, { term: word, penalty: PENALTY.inside, from, to: from + typed.length }];
    });
  }

  #fuzzy(typed: string): Array<[number, TermHit]> {
    return fuzzyMatches(typed, this.#pairs).map(({ word, distance }) => [
      this.#terms.numberOf(word)!,
      whole(word, PENALTY.fuzzy + distance),
    ]);
  }
}

function whole(term: string, penalty: number): TermHit {
  return { term, penalty, from: 0, to: term.length };
}
