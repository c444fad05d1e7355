/** What was found, as a list shows it: under which name, with which of its letters marked, and whose it is. */
import { type EntityPart, onlyPart, type PackIndex } from "../pack/lookup.ts";
import { nameIn } from "../pack/texts.ts";
import type { EntityId, LanguageTag } from "../pack/types.ts";
import type { SearchDocument } from "./index/documents.ts";
import { type FoldedWord, joined } from "./index/folded-words.ts";
import type { Match } from "./matching.ts";
import type { Ranked } from "./ranking.ts";
import type { SameEntities } from "./same-entities.ts";
import type { SearchedPack } from "./searched-pack.ts";

/** Start and end of a matched part, UTF-16 units of the text it belongs to. */
export type TextRange = [start: number, end: number];

/**
 * What was found, as a list shows it: `text` is the entity's display name, in place of the name that was found, or the sentence
 * that was found, a passage's gist.
 */
export interface SearchResult extends SearchDocument {
  /** Of a sentence, the pack that says it; of a name, those that have the entity, in their order. */
  packs: readonly [PackIndex, ...PackIndex[]];
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

export function present(
  { place, match, document, distance }: Ranked,
  packs: readonly SearchedPack[],
  same: SameEntities,
): SearchResult {
  const { kind, id, text, lang, said } = document;
  const { splitter, language, index } = packs[place]!;
  const words = splitter.words(text);
  const entity = kind === "entity" ? same.standing(document.entity) : document.entity;
  const parts = kind === "entity" ? partsOf(entity, packs, same) : [{ index, id: document.entity }];
  const [home, ...others] = parts as [EntityPart, ...EntityPart[]];
  const shown =
    kind === "entity" ? nameIn(home.index.pack, home.index.entities.get(home.id)!, language) : { text, lang };
  // "TTP" is marked where the display name has it, rather than shown as another name beside it.
  const within = shown.text === text ? words : runWithin(splitter.words(shown.text), words);
  return {
    kind,
    entity,
    ...(id === undefined ? {} : { id }),
    ...shown,
    ...(said && { said }),
    packs: [home.index, ...others.map((other) => other.index)],
    ranges: within === null ? [] : rangesOf(match, within),
    ...(within === null ? { matchedAlias: { text, lang, ranges: rangesOf(match, words) } } : {}),
    score: distance,
  };
}

/** The packs that have this entity, each with the id that it has there. */
function partsOf(entity: EntityId, packs: readonly SearchedPack[], same: SameEntities): EntityPart[] {
  const ids = same.all(entity);
  return packs.flatMap(({ index }) => ids.flatMap((id) => onlyPart(index, id)).slice(0, 1));
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
