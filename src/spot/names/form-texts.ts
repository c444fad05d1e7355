/**
 * The texts of thousands of forms in little memory. As strings they would be a third of a lexicon, and pieces of one
 * string keep all of it; most are never asked for, so each is cut out when it is.
 */
import { Offsets } from "./offsets.ts";

/** What engines keep in one byte a unit. One letter beyond, and the whole string takes two. */
const LATIN = /^[\0-\xff]*$/;

export class FormTexts {
  /** The texts end to end: those of Latin-1 letters, and the others. */
  readonly #latin: string;
  readonly #wide: string;
  /** Where each begins in the one and in the other, in which it takes no room. */
  readonly #latinAt: Offsets;
  readonly #wideAt: Offsets;

  constructor(texts: readonly string[]) {
    const latin = texts.map((text) => (LATIN.test(text) ? text : ""));
    const wide = texts.map((text, i) => (latin[i] === text ? "" : text));
    this.#latin = latin.join("");
    this.#wide = wide.join("");
    this.#latinAt = new Offsets(latin.map(lengthOf), true);
    this.#wideAt = new Offsets(wide.map(lengthOf), true);
  }

  at(index: number): string {
    const isLatin = this.#wideAt.length(index) === 0;
    const [texts, places] = isLatin ? [this.#latin, this.#latinAt] : [this.#wide, this.#wideAt];
    const start = places.start(index);
    return texts.slice(start, start + places.length(index));
  }
}

const lengthOf = (text: string): number => text.length;
