/** A vocabulary as it is kept and handed on: taken up without work for each word. */
import { storeColumn, storeText, takeColumn, takeText } from "../columns.ts";
import { storeBeginnings, takeBeginnings } from "./beginnings.ts";
import { Offsets } from "./offsets.ts";
import { type Vocabulary, withFinder } from "./vocabulary.ts";

/** JSON. */
export interface StoredVocabulary {
  size: number;
  marks: string;
  /** As a column: in a script one letter beyond Latin-1 would double what an engine keeps of all of it. */
  pool: string;
  places: StoredOffsets;
  beginnings: string[];
  pairs: string;
  filter: string;
  slots: string;
}

export function storeVocabulary(vocabulary: Vocabulary): StoredVocabulary {
  const { size, marks, pool, places, beginnings, pairs, filter, slots } = vocabulary;
  return {
    size,
    marks,
    pool: storeText(pool),
    places: storeOffsets(places),
    beginnings: storeBeginnings(beginnings).map(storeColumn),
    pairs: storeColumn(pairs),
    filter: storeColumn(filter),
    slots: storeColumn(slots),
  };
}

/**
 * The inverse of `storeVocabulary`.
 * @throws {Error} when a column is missing or is none
 */
export function takeVocabulary(stored: StoredVocabulary): Vocabulary {
  const numbers = (column: string) => new Int32Array(takeColumn(column));
  return withFinder({
    size: stored.size,
    marks: stored.marks,
    pool: takeText(stored.pool),
    places: takeOffsets(stored.places),
    beginnings: takeBeginnings(stored.beginnings.map(takeColumn)),
    pairs: numbers(stored.pairs),
    filter: numbers(stored.filter),
    slots: numbers(stored.slots),
  });
}

/** JSON. */
export interface StoredOffsets {
  steps: string;
  bases: string;
  blockBits: number;
}

export function storeOffsets({ columns: { steps, bases, blockBits } }: Offsets): StoredOffsets {
  return { steps: storeColumn(steps), bases: storeColumn(bases), blockBits };
}

export function takeOffsets({ steps: stored, bases, blockBits }: StoredOffsets): Offsets {
  const steps = takeColumn(stored);
  return new Offsets({
    steps: steps instanceof Uint8Array ? steps : new Int32Array(steps),
    bases: new Int32Array(takeColumn(bases)),
    blockBits,
  });
}
