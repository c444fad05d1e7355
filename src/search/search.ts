/**
 * Search over one analysis: entities by any of their names in any script, claims and events by their words.
 *
 * Every typed word must be found (a lone letter may be missing); names are also compared as a whole, with the gaps left out
 * on both sides. The last word is taken for a beginning, as it is while one types. An entity is listed once, under the
 * name that matched best.
 */
import type { PackIndex } from "../pack/lookup.ts";
import type { EntityId, LanguageTag } from "../pack/types.ts";
import { documentsOf, type Found, type SearchDocument } from "./documents.ts";
import { createVocabulary, type Hit } from "./vocabulary.ts";
import { createWordReader, type FoldText, joined, type Word, type WordsOf } from "./words.ts";

/** Start and end of a matched part, UTF-16 units of the text it belongs to. */
export type Range = [start: number, end: number];

export interface SearchResult {
  kind: Found;
  entity: EntityId;
  /** Of the claim or event. */
  id?: string;
  /** The entity's display name, or the claim's or event's sentence. */
  text: string;
  /**
   * The matched parts of `text`, in order, not overlapping. Exact for words typed right; a word found by sound or by
   * likeness is marked whole. Empty where another name matched.
   */
  ranges: Range[];
  /** The name that matched, where it is not the display name. */
  matchedAlias?: { text: string; lang: LanguageTag; ranges: Range[] };
  /** 0 is a perfect match; only the order means something. */
  score: number;
}

export interface Search {
  /** Best first. Nothing for a query without letters. */
  search(query: string): SearchResult[];
}

/** What a list in a popup can hold; more would be a failure to rank. */
const MOST_ENTITIES = 20;
const MOST_SENTENCES = 30;
/** Longer than any sensible query; bounds the work of a pasted page. */
const LONGEST_QUERY = 200;

/**
 * Documents that are looked at for one word. A letter or two match nearly everything, and a keystroke has one frame: of
 * more than these only the best hits count, thirty times what a list shows.
 */
const MOST_CANDIDATES = 1500;
/** Fewer matches of several words than a list shows: then all candidates are looked at after all. */
const FEW_MATCHES = MOST_ENTITIES + MOST_SENTENCES;

/** Penalty of a lone letter that a document lacks. */
const ABSENT_LETTER = 0.2;

/** Outweighs which of its lists a name comes from, and nothing else. */
const SPELLED_ALIKE = 0.015;

interface Match {
  document: number;
  score: number;
  /** The terms that matched, by word, or one term for the name as a whole. */
  hits: Hit[];
  asWhole: boolean;
}

/** Made once for a pack; `foldText` is the spotter's, so that search and spotting agree on what is the same letter. */
export function createSearch(index: PackIndex, foldText: FoldText): Search {
  const wordsOf = createWordReader(foldText);
  const documents = documentsOf(index);
  const words = new Map<string, number[]>();
  const wholes = new Map<string, number[]>();
  const lengths = documents.map((document, number) => {
    const found = wordsOf(document.text);
    for (const term of new Set(found.map((word) => word.folded))) push(words, term, number);
    if (document.kind === "entity") push(wholes, joined(found).folded, number);
    return found.reduce((sum, word) => sum + word.folded.length, 0);
  });
  const spellings = documents.map((document) => document.text.toLowerCase());
  const wordTerms = createVocabulary(words.keys());
  const wholeTerms = createVocabulary(wholes.keys());

  /** The documents in which every typed word is found. The rarest word goes first: the others then look at few. */
  function matchWords(typed: readonly Word[], most = MOST_CANDIDATES): Match[] {
    const wanted = typed.map(({ folded }) => {
      const near = wordTerms.near(folded);
      const hits = near.length > 0 ? near : wordTerms.far(folded);
      const reach = hits.reduce((sum, hit) => sum + words.get(hit.term)!.length, 0);
      return { hits, reach, optional: folded.length === 1 && typed.length > 1 };
    });
    wanted.sort((a, b) => Number(a.optional) - Number(b.optional) || a.reach - b.reach);
    const [rarest, ...others] = wanted;
    let matches = narrow(null, nearest(rarest!.hits, rarest!.reach, words, most), rarest!.optional);
    for (const { hits, optional } of others) matches = narrow(matches, hits, optional);
    const cut = others.length > 0 && rarest!.reach > most;
    if (cut && matches.size < FEW_MATCHES) return matchWords(typed, Number.POSITIVE_INFINITY);
    return [...matches.values()].map((match) => ({
      ...match,
      score: match.score / typed.length + missing(match) + documents[match.document]!.handicap,
    }));
  }

  /** Those of `matches` (of all documents, at first) that hold one of `hits`; an optional word narrows nothing. */
  function narrow(matches: Map<number, Match> | null, hits: Hit[], optional: boolean): Map<number, Match> {
    const best = new Map<number, Hit>();
    for (const hit of hits) {
      for (const document of words.get(hit.term)!) {
        if (matches !== null && !matches.has(document)) continue;
        const known = best.get(document);
        if (known === undefined || hit.penalty < known.penalty) best.set(document, hit);
      }
    }
    const next = new Map<number, Match>();
    for (const document of optional && matches !== null ? matches.keys() : best.keys()) {
      const before = matches?.get(document);
      const hit = best.get(document);
      next.set(document, {
        document,
        score: (before?.score ?? 0) + (hit?.penalty ?? ABSENT_LETTER),
        hits: before === undefined ? (hit ? [hit] : []) : hit ? [...before.hits, hit] : before.hits,
        asWhole: false,
      });
    }
    return next;
  }

  /** How much of a name the query leaves open, so that the shorter of two names comes first. */
  function missing({ document, hits }: Match): number {
    if (documents[document]!.kind !== "entity") return 0;
    const matched = hits.reduce((sum, hit) => sum + hit.to - hit.from, 0);
    return 0.25 * Math.max(0, 1 - matched / lengths[document]!);
  }

  function matchWholes(hits: Hit[]): Match[] {
    return nearest(hits, Number.POSITIVE_INFINITY, wholes, MOST_CANDIDATES).flatMap((hit) =>
      wholes.get(hit.term)!.map((document) => ({
        document,
        score: hit.penalty + documents[document]!.handicap,
        hits: [hit],
        asWhole: true,
      })),
    );
  }

  const isEntity = (match: Match) => documents[match.document]!.kind === "entity";

  function matchesOf(typed: readonly Word[]): Match[] {
    const together = joined(typed);
    const near = [...matchWholes(wholeTerms.near(together.folded)), ...matchWords(typed)];
    if (near.length > 0) return near;
    const parted = typed.length > 1 ? matchWords([together]) : [];
    return [...parted, ...matchWholes(wholeTerms.far(together.folded))];
  }

  return {
    search(query) {
      const typed = wordsOf(query.slice(0, LONGEST_QUERY));
      if (typed.length === 0) return [];
      const best = new Map<string, Match>();
      const spelled = query.trim().toLowerCase();
      for (const match of matchesOf(typed)) {
        const { kind, entity, id } = documents[match.document]!;
        // Of names that fold alike, the one spelled as it was typed.
        if (spellings[match.document]!.includes(spelled)) match.score -= SPELLED_ALIKE;
        const key = `${kind} ${id ?? entity}`;
        const known = best.get(key);
        if (known === undefined || match.score < known.score) best.set(key, match);
      }
      const ranked = [...best.values()].sort((a, b) => a.score - b.score || a.document - b.document);
      return [
        ...ranked.filter(isEntity).slice(0, MOST_ENTITIES),
        ...ranked.filter((match) => !isEntity(match)).slice(0, MOST_SENTENCES),
      ].map((match) => present(match, documents[match.document]!, index, wordsOf));
    },
  };
}

/** The best of `hits`, as many as lead to `most` documents. `reach`: how many all of them lead to, at most. */
function nearest(
  hits: Hit[],
  reach: number,
  postings: ReadonlyMap<string, readonly number[]>,
  most: number,
): Hit[] {
  if (reach <= most || hits.length <= 1) return hits;
  let left = most;
  return [...hits]
    .sort((a, b) => a.penalty - b.penalty)
    .filter((hit) => {
      const taken = left > 0;
      left -= postings.get(hit.term)!.length;
      return taken;
    });
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function present(match: Match, document: SearchDocument, index: PackIndex, wordsOf: WordsOf): SearchResult {
  const { kind, entity, id, text, lang } = document;
  const words = wordsOf(text);
  const shown = kind === "entity" ? index.entities.get(entity)!.name : text;
  // "TTP" is marked where the display name has it, rather than shown as another name beside it.
  const within = shown === text ? words : runWithin(wordsOf(shown), words);
  return {
    kind,
    entity,
    ...(id === undefined ? {} : { id }),
    text: shown,
    ranges: within === null ? [] : rangesOf(match, within),
    ...(within === null ? { matchedAlias: { text, lang, ranges: rangesOf(match, words) } } : {}),
    score: match.score,
  };
}

/** The words of `words` that are `wanted`, one after the other; `null` where they are not. */
function runWithin(words: Word[], wanted: readonly Word[]): Word[] | null {
  for (let start = 0; start + wanted.length <= words.length; start++) {
    if (wanted.every((word, place) => words[start + place]!.folded === word.folded)) {
      return words.slice(start, start + wanted.length);
    }
  }
  return null;
}

/** Where the hits lie in the text: every occurrence of a matched word, adjoining parts joined. */
function rangesOf({ hits, asWhole }: Match, words: Word[]): Range[] {
  const ranges: Range[] = [];
  for (const word of asWhole ? [joined(words)] : words) {
    for (const hit of hits) {
      if (word.folded === hit.term) ranges.push([word.starts[hit.from]!, word.ends[hit.to - 1]!]);
    }
  }
  ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: Range[] = [];
  for (const [start, end] of ranges) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
