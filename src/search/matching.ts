/** The documents of a pack by their words, and those of them that match a query, with how well. */
import type { SearchDocument } from "./documents.ts";
import { putAt } from "./lists.ts";
import { type Hit, type Hits, Vocabulary } from "./vocabulary.ts";
import { joined, type Word, type WordReader } from "./words.ts";

export interface Match {
  document: number;
  /** 0 is a perfect match; only the order means something. */
  score: number;
  /** The terms that matched, by word, or one term for the name as a whole. */
  hits: Hit[];
  asWhole: boolean;
}

/**
 * Documents that are looked at for one word. A letter or two match nearly everything, and a keystroke has one frame: of
 * more than these only the best hits count, twelve times what a list shows.
 */
const MOST_CANDIDATES = 600;
/** Fewer matches of several words than a list shows: then all candidates are looked at after all. */
const FEW_MATCHES = 50;

/** Penalty of a lone letter that a document lacks. */
const ABSENT_LETTER = 0.2;
/** Of a name of which nothing was typed. */
const ALL_MISSING = 0.25;

export class Matcher {
  readonly documents: SearchDocument[] = [];
  readonly #reader: WordReader;
  readonly #words = new Vocabulary();
  /** Names with the gaps left out. */
  readonly #wholes = new Vocabulary();
  /** By document: its distinct words, and its letters in all. */
  readonly #terms: number[][] = [];
  readonly #lengths: number[] = [];
  /** Long lists as they were cut, and how long they were then: whoever types on asks for the same again. */
  readonly #cut = new WeakMap<readonly number[], { of: number; shortest: number[] }>();

  constructor(reader: WordReader) {
    this.#reader = reader;
  }

  add(document: SearchDocument): void {
    const number = this.documents.push(document) - 1;
    const terms = this.#reader.terms(document.text);
    this.#terms.push([...new Set(terms)].map((term) => this.#words.add(term, number)));
    const whole = terms.join("");
    this.#lengths.push(whole.length);
    if (document.kind === "entity" && whole !== "") this.#wholes.add(whole, number);
  }

  /** What is near, or, where nothing is, what is far. In no order; a document may match in two ways. */
  match(typed: readonly Word[]): Match[] {
    const together = joined(typed).folded;
    const words = typed.map(({ folded }) => folded);
    const near = [
      ...this.#matchWholes(this.#wholes.near(together, MOST_CANDIDATES)),
      ...this.#matchWords(words, MOST_CANDIDATES),
    ];
    if (near.length > 0) return near;
    const parted = words.length > 1 ? this.#matchWords([together], MOST_CANDIDATES) : [];
    return [...parted, ...this.#matchWholes(this.#wholes.far(together))];
  }

  /** The documents in which every typed word is found. The rarest word names them, the others are looked for in these. */
  #matchWords(typed: readonly string[], most: number): Match[] {
    const wanted = typed.map((word) => {
      const near = this.#words.near(word, most);
      const hits = near.best.length > 0 ? near : this.#words.far(word);
      return { hits, optional: word.length === 1 && typed.length > 1 };
    });
    wanted.sort((a, b) => Number(a.optional) - Number(b.optional) || a.hits.reach - b.hits.reach);
    const rarest = wanted[0]!.hits;
    const matches: Match[] = [];
    candidates: for (const document of this.#candidates(this.#words, rarest, most)) {
      let penalty = 0;
      const found: Hit[] = [];
      for (const { hits, optional } of wanted) {
        const hit = this.#bestOf(hits, document);
        if (hit !== null) found.push(hit);
        else if (!optional) continue candidates;
        penalty += hit?.penalty ?? ABSENT_LETTER;
      }
      const score =
        penalty / typed.length + this.#missing(document, found) + this.documents[document]!.handicap;
      matches.push({ document, score, hits: found, asWhole: false });
    }
    const isCut = typed.length > 1 && rarest.reach >= most;
    return isCut && matches.length < FEW_MATCHES && most < Number.POSITIVE_INFINITY
      ? this.#matchWords(typed, Number.POSITIVE_INFINITY)
      : matches;
  }

  #bestOf(hits: Hits, document: number): Hit | null {
    let best: Hit | null = null;
    for (const term of this.#terms[document]!) {
      const hit = hits.of(term);
      if (hit !== undefined && (best === null || hit.penalty < best.penalty)) best = hit;
    }
    return best;
  }

  #matchWholes(hits: Hits): Match[] {
    const matches: Match[] = [];
    for (const [term, hit] of hits.best) {
      if (matches.length >= MOST_CANDIDATES) break;
      for (const document of this.#shortest(this.#wholes.documentsOf(term), MOST_CANDIDATES))
        matches.push({
          document,
          score: hit.penalty + this.documents[document]!.handicap,
          hits: [hit],
          asWhole: true,
        });
    }
    return matches;
  }

  /** The documents of the best hits, `most` of them. */
  #candidates(vocabulary: Vocabulary, { best }: Hits, most: number): Set<number> {
    const candidates = new Set<number>();
    for (const [term] of best) {
      if (candidates.size >= most) break;
      for (const document of this.#shortest(vocabulary.documentsOf(term), most)) candidates.add(document);
    }
    return candidates;
  }

  /** Of names, which come first, the shortest, for the shorter of two leaves less open; then sentences. */
  #shortest(documents: readonly number[], most: number): readonly number[] {
    if (documents.length <= most) return documents;
    const known = this.#cut.get(documents);
    if (known?.of === documents.length) return known.shortest;
    const byLength: number[][] = [];
    const sentences: number[] = [];
    for (const document of documents) {
      if (this.documents[document]!.kind === "entity") putAt(byLength, this.#lengths[document]!, document);
      else if (sentences.length < most) sentences.push(document);
    }
    const shortest = [...byLength.flat(), ...sentences].slice(0, most);
    this.#cut.set(documents, { of: documents.length, shortest });
    return shortest;
  }

  /** How much of a name the query leaves open, so that the shorter of two names comes first. */
  #missing(document: number, hits: readonly Hit[]): number {
    if (this.documents[document]!.kind !== "entity") return 0;
    const matched = hits.reduce((sum, hit) => sum + hit.to - hit.from, 0);
    return ALL_MISSING * Math.max(0, 1 - matched / this.#lengths[document]!);
  }
}
