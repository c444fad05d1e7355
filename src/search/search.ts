/**
 * Search over one analysis: entities by any of their names in any script, claims, events and passages by their words.
 *
 * Every typed word must be found (a lone letter may be missing), and only where that finds nothing, some of them; names are
 * also compared as a whole, with the gaps left out on both sides. The last word is taken for a beginning, as it is while one
 * types. What is found is put in order by fuse.js (ranking.ts). An entity is listed once, under the name that matched best.
 */
import type { PackIndex } from "../pack/lookup.ts";
import { nameIn, originalOf } from "../pack/texts.ts";
import type { LanguageTag } from "../pack/types.ts";
import { documentsOf, type SearchDocument } from "./documents.ts";
import {
  createWordSplitter,
  type FoldedWord,
  type FoldText,
  joined,
  type WordSplitter,
} from "./folded-words.ts";
import { type Match, Matcher } from "./matching.ts";
import { type Candidate, firstOfEach, type Ranked, rankNames, rankSentences } from "./ranking.ts";

/** Start and end of a matched part, UTF-16 units of the text it belongs to. */
export type TextRange = [start: number, end: number];

/**
 * What was found, as a list shows it: `text` is the entity's display name, in place of the name that was found, or the sentence
 * that was found, a passage's gist.
 */
export interface SearchResult extends SearchDocument {
  /**
   * The matched parts of `text`, in order, not overlapping. Exact for words typed right; a word found by sound or by
   * likeness is marked whole. Empty where another name matched.
   */
  ranges: TextRange[];
  /** The name that matched, where it is not the display name. */
  matchedAlias?: { text: string; lang: LanguageTag; ranges: TextRange[] };
  /** 0 is a perfect match; only the order means something. */
  score: number;
}

export interface Search {
  /** Best first. Nothing for a query without letters. */
  search(query: string): SearchResult[];
}

export interface GrowingSearch extends Search {
  /**
   * Takes more of the pack into the index until `enough` says so, which is asked after every few documents. Answers whether
   * all is in it. Until then `search` finds what is.
   */
  grow(enough: () => boolean): boolean;
}

/** What a list in a popup can hold; more would be a failure to rank. */
const MOST_ENTITIES = 20;
const MOST_SENTENCES = 30;
/** Longer than any sensible query; bounds the work of a pasted page. */
const LONGEST_QUERY = 200;

/** Documents that are indexed between two looks at the clock: some tenths of a millisecond. */
const AT_ONCE = 32;

/**
 * Made once for a pack; `foldText` is the spotter's, so that search and spotting agree on what is the same letter.
 * @param language the reader's: names are shown in it, and sentences found in it too
 */
export function createSearch(index: PackIndex, foldText: FoldText, language?: LanguageTag): Search {
  const search = growSearch(index, foldText, language);
  search.grow(() => false);
  return search;
}

/** The same, with an index that is still empty. */
export function growSearch(
  index: PackIndex,
  foldText: FoldText,
  language: LanguageTag = originalOf(index.pack),
): GrowingSearch {
  const splitter = createWordSplitter(foldText);
  const matcher = new Matcher(splitter);
  const { documents } = matcher;
  const coming = documentsOf(index, language);

  return {
    grow(enough) {
      for (;;) {
        for (let count = 0; count < AT_ONCE; count++) {
          const next = coming.next();
          if (next.done) return true;
          matcher.add(next.value);
        }
        if (enough()) return false;
      }
    },
    search(query) {
      const typed = splitter.words(query.slice(0, LONGEST_QUERY));
      if (typed.length === 0) return [];
      const folded = typed.map((word) => word.folded).join(" ");
      const spelled = query.trim().toLowerCase();
      const names: Candidate[] = [];
      const sentences: Candidate[] = [];
      for (const match of matcher.match(typed)) {
        const document = documents[match.document]!;
        const list = document.kind === "entity" ? names : sentences;
        list.push({ match, document, folded: matcher.folded(match.document) });
      }
      return [
        ...firstOfEach(rankNames(names, folded, spelled)).slice(0, MOST_ENTITIES),
        ...firstOfEach(rankSentences(sentences, folded)).slice(0, MOST_SENTENCES),
      ].map((found) => present(found, { index, splitter, language }));
    },
  };
}

interface Shown {
  index: PackIndex;
  splitter: WordSplitter;
  language: LanguageTag;
}

function present(found: Ranked, { index, splitter, language }: Shown): SearchResult {
  const { kind, entity, id, text, lang, said } = found.document;
  const words = splitter.words(text);
  const shown =
    kind === "entity" ? nameIn(index.pack, index.entities.get(entity)!, language) : { text, lang };
  // "TTP" is marked where the display name has it, rather than shown as another name beside it.
  const within = shown.text === text ? words : runWithin(splitter.words(shown.text), words);
  return {
    kind,
    entity,
    ...(id === undefined ? {} : { id }),
    ...shown,
    ...(said && { said }),
    ranges: within === null ? [] : rangesOf(found.match, within),
    ...(within === null ? { matchedAlias: { text, lang, ranges: rangesOf(found.match, words) } } : {}),
    score: found.distance,
  };
}

/** The words of `words` that are `wanted`, one after the other; `null` where they are not. */
function runWithin(words: FoldedWord[], wanted: readonly FoldedWord[]): FoldedWord[] | null {
  for (let start = 0; start + wanted.length <= words.length; start++) {
    if (wanted.every((word, place) => words[start + place]!.folded === word.folded)) {
      return words.slice(start, start + wanted.length);
    }
  }
  return null;
}

/** Where the hits lie in the text: every occurrence of a matched word, adjoining parts joined. */
function rangesOf({ hits, asWhole }: Match, words: FoldedWord[]): TextRange[] {
  const ranges: TextRange[] = [];
  for (const word of asWhole ? [joined(words)] : words) {
    for (const hit of hits) {
      if (word.folded === hit.term) ranges.push([word.starts[hit.from]!, word.ends[hit.to - 1]!]);
    }
  }
  ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: TextRange[] = [];
  for (const [start, end] of ranges) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
