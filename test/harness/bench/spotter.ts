/** What the benchmark bundles: the spotter, whole. */
import { SpotDocument } from "../../../src/spot/decide/document.ts";
import type { Lexicon } from "../../../src/spot/names/lexicon.ts";

export { compileLexicon } from "../../../src/spot/names/lexicon.ts";

/** Spots all flows as one page; returns the number of mentions. */
export function spotAll(lexicon: Lexicon, flows: readonly string[]): number {
  const document = new SpotDocument<number>(lexicon);
  for (const [key, text] of flows.entries()) document.set(key, text);
  document.settle();
  let mentions = 0;
  for (const key of flows.keys()) mentions += document.mentions(key).length;
  return mentions;
}
