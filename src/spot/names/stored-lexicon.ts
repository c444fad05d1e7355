/**
 * A lexicon as it is kept and handed on: compiled once, when a pack is built or comes in, and taken up by a page without
 * work for each name.
 */
import { type Column, storeColumn, storeText, takeColumn, takeText } from "../columns.ts";
import { FormTexts } from "./form-texts.ts";
import { BUNDLED, type Lexicon, type LexiconOrigin } from "./lexicon.ts";
import {
  type StoredOffsets,
  type StoredVocabulary,
  storeOffsets,
  storeVocabulary,
  takeOffsets,
  takeVocabulary,
} from "./stored-vocabulary.ts";

/** JSON, in ASCII but for Latin-1 letters. */
export interface StoredLexicon {
  firstWords: number;
  vocabulary: StoredVocabulary;
  bearers: Lexicon["bearers"];
  leftOut: readonly string[];
  latin: string;
  wide: string;
  offsets: Record<"formsAt" | "latinAt" | "wideAt", StoredOffsets>;
  /** By name. */
  columns: Record<string, string>;
}

export function storeLexicon(lexicon: Lexicon): StoredLexicon {
  const { vocabulary, texts } = lexicon;
  const { latin, wide, latinAt, wideAt } = texts.columns;
  const columns: Record<string, string> = {};
  const put = (name: string, column: Column) => {
    columns[name] = storeColumn(column);
  };
  put("children", lexicon.children);
  put("words", lexicon.words);
  put("traits", lexicon.traits);
  // By its bytes: a column with a negative number in it is four bytes wide.
  put("weights", new Uint8Array(lexicon.weights.buffer));
  put("bearerOf", lexicon.bearerOf);
  return {
    firstWords: lexicon.firstWords,
    vocabulary: storeVocabulary(vocabulary),
    bearers: lexicon.bearers,
    leftOut: lexicon.leftOut,
    latin,
    wide: storeText(wide),
    offsets: {
      formsAt: storeOffsets(lexicon.formsAt),
      latinAt: storeOffsets(latinAt),
      wideAt: storeOffsets(wideAt),
    },
    columns,
  };
}

/**
 * The inverse of `storeLexicon`.
 * @throws {Error} when a column is missing or is none
 */
export function takeLexicon(stored: StoredLexicon, origin: LexiconOrigin = BUNDLED): Lexicon {
  const column = (name: string) => {
    const text = stored.columns[name];
    if (text === undefined) throw new Error(`the lexicon has no column ${name}`);
    return takeColumn(text);
  };
  const bytes = (name: string) => new Uint8Array(column(name));
  const numbers = (name: string) => new Int32Array(column(name));
  return {
    ...origin,
    vocabulary: takeVocabulary(stored.vocabulary),
    firstWords: stored.firstWords,
    children: numbers("children"),
    words: numbers("words"),
    formsAt: takeOffsets(stored.offsets.formsAt),
    texts: new FormTexts({
      latin: stored.latin,
      wide: takeText(stored.wide),
      latinAt: takeOffsets(stored.offsets.latinAt),
      wideAt: takeOffsets(stored.offsets.wideAt),
    }),
    traits: bytes("traits"),
    weights: new Int8Array(bytes("weights").buffer),
    bearerOf: numbers("bearerOf"),
    bearers: stored.bearers,
    met: new Map(),
    leftOut: stored.leftOut,
  };
}
