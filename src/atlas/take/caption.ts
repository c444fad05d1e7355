/** What stands under every saved picture: the source, or those of several analyses, in as many lines as they take; and rows of a legend. */
import { sourceWithAddress } from "../../entity/words/citation.ts";
import { isolated } from "../../i18n/isolate.ts";
import type { LanguageTag, Pack } from "../../pack/types.ts";
import { wrapped } from "../model/graph/text-size.ts";
import { type Item, MUTED } from "./picture.ts";

export const EDGE = 16;
const SIZE = 12;
const LINE_HEIGHT = 18;

/** @param above lines that come before the source */
export function caption(
  packs: ReadonlyArray<{ pack: Pack }>,
  language: LanguageTag,
  width: number,
  top: number,
  direction: "ltr" | "rtl",
  above: readonly string[] = [],
): { items: Item[]; height: number } {
  const cited = packs.map(({ pack }) => {
    const { url } = pack.source;
    const source = { ...pack.source, ...(url && { url: isolated(url, direction) }) };
    return sourceWithAddress({ ...pack, source }, language);
  });
  const texts = [...above, ...cited];
  const lines = texts.flatMap((text) => wrapped(text, width - 2 * EDGE, SIZE, 20));
  const x = direction === "rtl" ? width - EDGE : EDGE;
  const items = lines.map(
    (text, i): Item => ({ text, x, y: top + LINE_HEIGHT * (i + 1) - 4, size: SIZE, fill: MUTED, direction }),
  );
  return { items, height: top + LINE_HEIGHT * lines.length + EDGE };
}

/** Things in a row, from where the language begins; the next row where there is no room. */
export class Row {
  /** The middle of the row. */
  y: number;
  readonly #width: number;
  readonly #direction: "ltr" | "rtl";
  #reached = EDGE;

  constructor(width: number, y: number, direction: "ltr" | "rtl") {
    this.#width = width;
    this.#direction = direction;
    this.y = y;
  }

  /** Where something of this width goes: a function from a distance within it to a place on the picture. */
  place(width: number): (within: number) => number {
    if (this.#reached + width > this.#width - EDGE && this.#reached > EDGE) this.next();
    const from = this.#reached;
    this.#reached += width + 22;
    return (within) => (this.#direction === "rtl" ? this.#width - from - within : from + within);
  }

  next(): void {
    this.#reached = EDGE;
    this.y += 22;
  }
}
