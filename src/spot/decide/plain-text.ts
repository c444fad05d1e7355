/** Plain text as a document: what a page reader would hand over for a text file. */

import type { Lexicon } from "../names/lexicon.ts";
import type { Mention } from "../types.ts";
import { SpotDocument } from "./document.ts";

/** A blank line parts passages; a single line break may be a wrapped line. */
const PASSAGE = /[^\n\r]+(?:\r?\n(?!\s*\r?\n)[^\n\r]+)*/g;

/** The mentions in `text`, in order; offsets in UTF-16 code units of `text`. */
export function spotText(lexicon: Lexicon | readonly Lexicon[], text: string): Mention[] {
  const document = new SpotDocument<number>(...[lexicon].flat());
  const starts: number[] = [];
  for (const passage of text.matchAll(PASSAGE)) {
    starts.push(passage.index);
    document.set(passage.index, passage[0]);
  }
  document.settle();
  return starts.flatMap((offset) =>
    document
      .mentions(offset)
      .map((mention) => ({ ...mention, start: mention.start + offset, end: mention.end + offset })),
  );
}
