/**
 * In which order what was found is shown: by fuse.js. It is asked of the documents that were found alone, for it goes
 * through all it is given, letter by letter, and ten thousand entities have fifty thousand names.
 */
import Fuse, { type IFuseOptions } from "fuse.js";
import type { SearchDocument } from "./index/documents.ts";
import type { Match } from "./matching.ts";
import type { SameEntities } from "./same-entities.ts";

/** What was found, and what is to be known of it to say how near it is. */
export interface Candidate {
  /** The place of its pack among those that are searched. */
  place: number;
  match: Match;
  document: SearchDocument;
  /** Its words as they are compared, a space between them. */
  folded: string;
}

export interface Ranked extends Candidate {
  /** How far it is from what was typed: 0 is the very name, `UNLIKE` nothing like it. */
  distance: number;
}

/** By the letters nothing like it: it was found by its sound, for example. */
const UNLIKE = 1;

/** One slip in three letters. Where in a text it stands does not matter. */
const OPTIONS: IFuseOptions<string> = { includeScore: true, threshold: 0.34, ignoreLocation: true };
const BY_WORDS: IFuseOptions<string> = { ...OPTIONS, useTokenSearch: true, tokenMatch: "any" };

/**
 * Names, best first. As a whole, so that "alqaeda" is near "al qaeda"; several words also one by one, so that "river school"
 * is near "river watch school". Of names alike, fuse.js puts the shorter one first (its field norm), for that leaves less open.
 * @param typed folded words, a space between them
 * @param spelled as it was typed, in small letters: of names that fold alike, the one that is spelled so comes first
 */
export function rankNames(names: readonly Candidate[], typed: string, spelled: string): Ranked[] {
  const whole = distances(names, typed, OPTIONS);
  const byWords = typed.includes(" ") ? distances(names, typed, BY_WORDS) : whole;
  return names
    .map((name, i) => ({
      ...name,
      distance: Math.min(whole[i]!, byWords[i]!),
      otherwise: name.document.text.toLowerCase().includes(spelled) ? 0 : 1,
    }))
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        a.otherwise - b.otherwise ||
        a.match.penalty - b.match.penalty ||
        a.place - b.place ||
        a.match.document - b.match.document,
    );
}

const KINDS = ["claim", "event", "passage"];

/**
 * Sentences, best first: those with most of the words, rare ones counting for more; a long sentence is no worse than a short one.
 * Of sentences alike, claims before the others, and of claims those of the entity with the most of them.
 */
export function rankSentences(sentences: readonly Candidate[], typed: string): Ranked[] {
  const all = distances(sentences, typed, { ...BY_WORDS, ignoreFieldNorm: true });
  const counts = new Map<string, number>();
  const about = ({ document: { kind, entity } }: Candidate) => `${kind} ${entity}`;
  for (const sentence of sentences) counts.set(about(sentence), (counts.get(about(sentence)) ?? 0) + 1);
  return sentences
    .map((sentence, i) => ({
      ...sentence,
      distance: all[i]!,
      kind: KINDS.indexOf(sentence.document.kind),
      count: counts.get(about(sentence))!,
    }))
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        a.kind - b.kind ||
        b.count - a.count ||
        a.place - b.place ||
        a.match.document - b.match.document,
    );
}

function distances(texts: readonly Candidate[], typed: string, options: IFuseOptions<string>): number[] {
  const distances = texts.map(() => UNLIKE);
  const fuse = new Fuse(
    texts.map(({ folded }) => folded),
    options,
  );
  for (const { refIndex, score } of fuse.search(typed)) distances[refIndex] = score!;
  return distances;
}

/** What is found in several ways is shown once, where it is found best; entities of two packs that are one, too. */
export function firstOfEach(ranked: readonly Ranked[], same: SameEntities): Ranked[] {
  const seen = new Set<string>();
  return ranked.filter(({ place, document: { kind, entity, id } }) => {
    const key = id === undefined ? same.standing(entity) : `${place} ${kind} ${id}`;
    return !seen.has(key) && seen.add(key);
  });
}
