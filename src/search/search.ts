/**
 * Search over analyses: entities by any of their names in any script, claims, events and passages by their words.
 *
 * Every typed word must be found (a lone letter may be missing), and only where that finds nothing, some of them; names are
 * also compared as a whole, with the gaps left out on both sides. The last word is taken for a beginning, as it is while one
 * types. What is found is put in order by fuse.js (ranking.ts). An entity is listed once, under the name that matched best,
 * however many packs have it; a sentence belongs to the one that says it.
 */
import type { PackIndex } from "../pack/lookup.ts";
import type { LanguageTag } from "../pack/types.ts";
import type { FoldText } from "./index/folded-words.ts";
import { matchIn } from "./matching.ts";
import { type Candidate, firstOfEach, rankNames, rankSentences } from "./ranking.ts";
import { present, type SearchResult } from "./result.ts";
import { SameEntities } from "./same-entities.ts";
import { SearchedPack } from "./searched-pack.ts";

export interface Search {
  /** What is searched, in their order. */
  packs: readonly PackIndex[];
  /** Best first. Nothing for a query without letters. */
  search(query: string): SearchResult[];
}

/** What a list in a popup can hold; more would be a failure to rank. */
const MOST_ENTITIES = 20;
const MOST_SENTENCES = 30;
/** What is put in order: of several packs, no more than of one, for a keystroke has one frame. */
const MOST_RANKED = 600;
/** Longer than any sensible query; bounds the work of a pasted page. */
const LONGEST_QUERY = 200;

/** What is found in these packs, `packs` in their order: best first; nothing for a query without letters. */
export function searchIn(packs: readonly SearchedPack[], same: SameEntities, query: string): SearchResult[] {
  const { splitter } = packs[0] ?? {};
  const typed = splitter?.words(query.slice(0, LONGEST_QUERY)) ?? [];
  if (typed.length === 0) return [];
  const folded = typed.map((word) => word.folded).join(" ");
  const spelled = query.trim().toLowerCase();
  const places = new Map(packs.map(({ matcher }, place) => [matcher, place]));
  const found = matchIn([...places.keys()], typed);
  if (found.length > MOST_RANKED) found.sort((a, b) => a.match.penalty - b.match.penalty);
  const names: Candidate[] = [];
  const sentences: Candidate[] = [];
  for (const { matcher, match } of found.slice(0, MOST_RANKED)) {
    const document = matcher.documents[match.document]!;
    const list = document.kind === "entity" ? names : sentences;
    list.push({ place: places.get(matcher)!, match, document, folded: matcher.folded(match.document) });
  }
  return [
    ...firstOfEach(rankNames(names, folded, spelled), same).slice(0, MOST_ENTITIES),
    ...firstOfEach(rankSentences(sentences, folded), same).slice(0, MOST_SENTENCES),
  ].map((ranked) => present(ranked, packs, same));
}

/** A pack alone, all of it: indexed when it is first searched. */
export function createSearch(index: PackIndex, foldText: FoldText, language?: LanguageTag): Search {
  const pack = new SearchedPack(index, foldText, language);
  return {
    packs: [index],
    search: (query) => {
      pack.grow(() => false);
      return searchIn([pack], NONE, query);
    },
  };
}

const NONE = new SameEntities([]);
