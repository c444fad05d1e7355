/**
 * A lexicon as it is kept and handed on: compiled once, when a pack is built or comes in, and taken up by a page without
 * work for each name. Columns of numbers travel as base64 of little-endian bytes, as narrow as their numbers allow, for
 * engines read those at once; every browser that there is for is little-endian.
 */
import { bytesOf, bytesOfText, textOfUnits, toBase64 } from "./base64.ts";
import { FormTexts } from "./form-texts.ts";
import type { Lexicon } from "./lexicon.ts";
import { Offsets } from "./offsets.ts";

/** JSON, in ASCII but for Latin-1 letters. */
export interface StoredLexicon {
  firstWords: number;
  size: number;
  marks: string;
  bearers: Lexicon["bearers"];
  leftOut: readonly string[];
  latin: string;
  /** As a column: in a script one letter beyond Latin-1 would double what an engine keeps of all of it. */
  wide: string;
  pool: string;
  /** By name; `2:…` is a column of two bytes a number. */
  columns: Record<string, string>;
}

type Column = Uint8Array | Int8Array | Int32Array;

export function storeLexicon(lexicon: Lexicon): StoredLexicon {
  const { vocabulary, texts } = lexicon;
  const { latin, wide, latinAt, wideAt } = texts.columns;
  const columns: Record<string, string> = {};
  const put = (name: string, column: Column) => {
    columns[name] = storeColumn(column);
  };
  const putOffsets = (name: string, { columns: { steps, bases, blockBits } }: Offsets) => {
    put(`${name}.steps`, steps);
    put(`${name}.bases`, bases);
    put(`${name}.bits`, Uint8Array.of(blockBits));
  };
  putOffsets("places", vocabulary.places);
  put("pairs", vocabulary.pairs);
  put("sieve", vocabulary.sieve);
  put("slots", vocabulary.slots);
  put("beginnings.pairs", vocabulary.beginnings.pairs);
  put("beginnings.threes", vocabulary.beginnings.threes);
  put("children", lexicon.children);
  put("words", lexicon.words);
  putOffsets("formsAt", lexicon.formsAt);
  putOffsets("latinAt", latinAt);
  putOffsets("wideAt", wideAt);
  put("traits", lexicon.traits);
  put("weights", lexicon.weights);
  put("bearerOf", lexicon.bearerOf);
  return {
    firstWords: lexicon.firstWords,
    size: vocabulary.size,
    marks: vocabulary.marks,
    bearers: lexicon.bearers,
    leftOut: lexicon.leftOut,
    latin,
    wide: storeText(wide),
    pool: storeText(vocabulary.pool),
    columns,
  };
}

/**
 * The inverse of `storeLexicon`.
 * @throws {Error} when a column is missing or is none
 */
export function takeLexicon(stored: StoredLexicon): Lexicon {
  const column = (name: string) => {
    const text = stored.columns[name];
    if (text === undefined) throw new Error(`the lexicon has no column ${name}`);
    return takeColumn(text);
  };
  const bytes = (name: string) => new Uint8Array(column(name));
  const numbers = (name: string) => new Int32Array(column(name));
  const offsets = (name: string) => {
    const steps = column(`${name}.steps`);
    return new Offsets({
      steps: steps instanceof Uint8Array ? steps : new Int32Array(steps),
      bases: numbers(`${name}.bases`),
      blockBits: column(`${name}.bits`)[0]!,
    });
  };
  return {
    vocabulary: {
      size: stored.size,
      pool: takeText(stored.pool),
      places: offsets("places"),
      marks: stored.marks,
      beginnings: { pairs: bytes("beginnings.pairs"), threes: numbers("beginnings.threes") },
      pairs: bytes("pairs"),
      sieve: numbers("sieve"),
      slots: numbers("slots"),
    },
    firstWords: stored.firstWords,
    children: numbers("children"),
    words: numbers("words"),
    formsAt: offsets("formsAt"),
    texts: new FormTexts({
      latin: stored.latin,
      wide: takeText(stored.wide),
      latinAt: offsets("latinAt"),
      wideAt: offsets("wideAt"),
    }),
    traits: bytes("traits"),
    weights: new Int8Array(column("weights")),
    bearerOf: numbers("bearerOf"),
    bearers: stored.bearers,
    met: new Map(),
    leftOut: stored.leftOut,
  };
}

/** Width in bytes → what reads a column of it. */
const WIDTHS = { 1: Uint8Array, 2: Uint16Array, 4: Int32Array } as const;
type Width = keyof typeof WIDTHS;

function storeColumn(column: Column): string {
  let [least, most] = [0, 0];
  for (const number of column) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  const width: Width = least < 0 || most > 0xffff ? 4 : most > 0xff ? 2 : 1;
  return `${width}:${toBase64(new Uint8Array(new WIDTHS[width](column).buffer))}`;
}

function takeColumn(text: string): Uint8Array | Uint16Array | Int32Array {
  const read = WIDTHS[Number(text[0]) as Width];
  if (!read || text[1] !== ":") throw new Error(`no column: ${text.slice(0, 8)}`);
  const bytes = bytesOf(text.slice(2));
  return read === Uint8Array ? bytes : new read(bytes.buffer);
}

/** A text is a column of its units. */
const storeText = (text: string): string => `2:${toBase64(bytesOfText(text))}`;
const takeText = (text: string): string => textOfUnits(takeColumn(text));
