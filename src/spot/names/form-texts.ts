/**
 * The texts of thousands of forms in little memory. As strings they would be a third of a lexicon, and pieces of one
 * string keep all of it; most are never asked for, so each is cut out when it is.
 */
import { makeOffsets, type Offsets } from "./offsets.ts";

/** What engines keep in one byte a unit. One letter beyond, and the whole string takes two. */
const LATIN = /^[\0-\xff]*$/;

/** The texts end to end, those of Latin-1 letters and the others, and where each begins in the one and in the other, in which it takes no room. */
export interface TextColumns {
  latin: string;
  wide: string;
  latinAt: Offsets;
  wideAt: Offsets;
}

export function makeFormTexts(texts: readonly string[]): FormTexts {
  const latin = texts.map((text) => (LATIN.test(text) ? text : ""));
  const wide = texts.map((text, i) => (latin[i] === text ? "" : text));
  return new FormTexts({
    latin: latin.join(""),
    wide: wide.join(""),
    latinAt: makeOffsets(latin.map(lengthOf), true),
    wideAt: makeOffsets(wide.map(lengthOf), true),
  });
}

export class FormTexts {
  readonly columns: TextColumns;

  constructor(columns: TextColumns) {
    this.columns = columns;
  }

  at(index: number): string {
    const { latin, wide, latinAt, wideAt } = this.columns;
    const isLatin = wideAt.length(index) === 0;
    const [texts, places] = isLatin ? [latin, latinAt] : [wide, wideAt];
    const start = places.start(index);
    return texts.slice(start, start + places.length(index));
  }
}

const lengthOf = (text: string): number => text.length;
