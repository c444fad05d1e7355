/** The documents of packs by their words, and those of them that match a query. Which come first is for ranking.ts. */

import { appendAt } from "./index/append.ts";
import type { SearchDocument } from "./index/documents.ts";
import { type FoldedWord, joined, type WordSplitter } from "./index/folded-words.ts";
import { type TermHit, type TermHits, TermIndex } from "./index/term-index.ts";

export interface Match {
  document: number;
  /** How far the found words are from the typed ones, all together: 0 where each stands as it was typed. */
  penalty: number;
  /** The terms that matched, by word, or one term for the name as a whole. */
  hits: TermHit[];
  asWhole: boolean;
}

/** Documents that are looked at for one word: six times what a list shows. Of more than these only the best hits count. */
const MOST_CANDIDATES = 300;
/** The same for a letter or two, which match nearly everything: a keystroke has one frame. */
const MOST_OF_A_LETTER = 100;
/** Fewer matches of several words than a list shows: then all candidates are looked at after all. */
const FEW_MATCHES = 50;
/** Letters of a word that is worth finding where the others of the query are not found: "of" is in every text. */
const SHORTEST_TELLING = 4;

/** As it was typed, begun or sounding so; like it; with some of the words. */
type Reach = (typeof REACHES)[number];
const REACHES = ["near", "far", "some"] as const;

/** What of one of several packs was found. */
export interface Found {
  matcher: Matcher;
  match: Match;
}

/**
 * What is near in any of these packs, or, where nothing is, what is far, or, where there is nothing either, what has some of the
 * words. In no order, each document once: by its nearer match, where it matches in two ways.
 */
export function matchIn(matchers: readonly Matcher[], typed: readonly FoldedWord[]): Found[] {
  const known = new Map<string, boolean>();
  const isNear = (word: string) => {
    // One that is alone has been asked for it.
    const near = known.get(word) ?? (matchers.length > 1 && matchers.some((matcher) => matcher.isNear(word)));
    known.set(word, near);
    return near;
  };
  for (const reach of REACHES) {
    const found = matchers.flatMap((matcher) =>
      nearestOfEach(matcher.match(typed, reach, isNear)).map((match): Found => ({ matcher, match })),
    );
    if (found.length > 0) return found;
  }
  return [];
}

function nearestOfEach(matches: readonly Match[]): Match[] {
  const nearest = new Map<number, Match>();
  for (const match of matches) {
    const known = nearest.get(match.document);
    if (known === undefined || match.penalty < known.penalty) nearest.set(match.document, match);
  }
  return [...nearest.values()];
}

export class Matcher {
  readonly documents: SearchDocument[] = [];
  readonly #splitter: WordSplitter;
  readonly #words = new TermIndex();
  /** Names with the gaps left out. */
  readonly #wholes = new TermIndex();
  /** By document: its distinct words in order, and its letters in all. */
  readonly #terms: number[][] = [];
  readonly #lengths: number[] = [];
  /** By document, once it was asked for: a key asks for hundreds, the next one mostly for the same. */
  readonly #folded: string[] = [];
  /** Long lists as they were cut, and how long they were then: whoever types on asks for the same again. */
  readonly #cut = new WeakMap<readonly number[], { of: number; most: number; shortest: number[] }>();

  constructor(splitter: WordSplitter) {
    this.#splitter = splitter;
  }

  /** Names come before sentences. */
  add(document: SearchDocument): void {
    const number = this.documents.push(document) - 1;
    const terms = this.#splitter.terms(document.text);
    this.#terms.push([...new Set(terms)].map((term) => this.#words.add(term, number)));
    const whole = terms.join("");
    this.#lengths.push(whole.length);
    if (document.kind === "entity" && whole !== "") this.#wholes.add(whole, number);
  }

  /** A document's words as the search compares them, each once. */
  folded(document: number): string {
    this.#folded[document] ??= this.#terms[document]!.map((term) => this.#words.wordOf(term)).join(" ");
    return this.#folded[document];
  }

  /**
   * What of this pack is so near to what was typed, in no order; a document may be there twice.
   *
   * @param isNear whether any pack has a word that is, begins with or sounds like this one: where one has, none is asked for what
   * is merely like it
   */
  match(typed: readonly FoldedWord[], reach: Reach, isNear: (word: string) => boolean): Match[] {
    const together = joined(typed).folded;
    const words = typed.map(({ folded }) => folded);
    const most = together.length > 2 ? MOST_CANDIDATES : MOST_OF_A_LETTER;
    if (reach === "near")
      return [
        ...this.#matchWholes(this.#wholes.near(together, most), most),
        ...this.#matchWords(words, most, isNear),
      ];
    if (reach === "far") {
      const parted = words.length > 1 ? this.#matchWords([together], MOST_CANDIDATES, isNear) : [];
      return [...parted, ...this.#matchWholes(this.#wholes.far(together), MOST_CANDIDATES)];
    }
    return words.length < 2 ? [] : this.#matchSome(words);
  }

  /** Whether a word is, begins with, or sounds like what was typed. */
  isNear(word: string): boolean {
    return this.#words.near(word, 1).best.length > 0;
  }

  /** The documents with one of the words at least, as it was typed or begun: "women's schooling" finds "women's education". */
  #matchSome(typed: readonly string[]): Match[] {
    const telling = typed.filter((word) => word.length >= SHORTEST_TELLING);
    const hits = telling.map((word) => this.#words.near(word, MOST_CANDIDATES));
    const candidates = new Set(
      hits.flatMap((each) => [...this.#candidates(this.#words, each, MOST_CANDIDATES)]),
    );
    return [...candidates].slice(0, MOST_CANDIDATES).map((document) => {
      const found = hits.flatMap((each) => this.#bestOf(each, document) ?? []);
      return {
        document,
        penalty: found.reduce((sum, { penalty }) => sum + penalty, 0),
        hits: found,
        asWhole: false,
      };
    });
  }

  /** The documents in which every typed word is found. The rarest word names them, the others are looked for in these. */
  #matchWords(typed: readonly string[], most: number, isNear: (word: string) => boolean): Match[] {
    const wanted = typed.map((word) => {
      const near = this.#words.near(word, most);
      const hits = near.best.length > 0 || isNear(word) ? near : this.#words.far(word);
      return { hits, optional: word.length === 1 && typed.length > 1 };
    });
    wanted.sort((a, b) => Number(a.optional) - Number(b.optional) || a.hits.reach - b.hits.reach);
    const rarest = wanted[0]!.hits;
    const matches: Match[] = [];
    candidates: for (const document of this.#candidates(this.#words, rarest, most)) {
      let penalty = 0;
      const found: TermHit[] = [];
      for (const { hits, optional } of wanted) {
        const hit = this.#bestOf(hits, document);
        if (hit !== null) {
          found.push(hit);
          penalty += hit.penalty;
        } else if (!optional) continue candidates;
      }
      matches.push({ document, penalty, hits: found, asWhole: false });
    }
    const isCut = typed.length > 1 && rarest.reach >= most;
    return isCut && matches.length < FEW_MATCHES && most < Number.POSITIVE_INFINITY
      ? this.#matchWords(typed, Number.POSITIVE_INFINITY, isNear)
      : matches;
  }

  #bestOf(hits: TermHits, document: number): TermHit | null {
    let best: TermHit | null = null;
    for (const term of this.#terms[document]!) {
      const hit = hits.of(term);
      if (hit !== undefined && (best === null || hit.penalty < best.penalty)) best = hit;
    }
    return best;
  }

  #matchWholes(hits: TermHits, most: number): Match[] {
    const matches: Match[] = [];
    for (const [term, hit] of hits.best) {
      if (matches.length >= most) break;
      for (const document of this.#shortest(this.#wholes.documentsOf(term), most))
        matches.push({ document, penalty: hit.penalty, hits: [hit], asWhole: true });
    }
    return matches;
  }

  /** The documents of the best hits, `most` of them. */
  #candidates(vocabulary: TermIndex, { best }: TermHits, most: number): Set<number> {
    const candidates = new Set<number>();
    for (const [term] of best) {
      if (candidates.size >= most) break;
      for (const document of this.#shortest(vocabulary.documentsOf(term), most)) candidates.add(document);
    }
    return candidates;
  }

  /**
   * Of names, which come first, the shortest, for the shorter of two leaves less open; then sentences. Of these no more than are
   * wanted are looked at: a word like "another" may stand in twenty thousand.
   */
  #shortest(documents: readonly number[], most: number): readonly number[] {
    if (documents.length <= most) return documents;
    const known = this.#cut.get(documents);
    if (known?.of === documents.length && known.most === most) return known.shortest;
    const byLength: number[][] = [];
    const sentences: number[] = [];
    for (const document of documents) {
      if (this.documents[document]!.kind === "entity") appendAt(byLength, this.#lengths[document]!, document);
      else if (sentences.push(document) >= most) break;
    }
    const shortest = [...byLength.flat(), ...sentences].slice(0, most);
    this.#cut.set(documents, { of: documents.length, most, shortest });
    return shortest;
  }
}
