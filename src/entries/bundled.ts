/** The bundled pack, indexed and compiled when it is first asked for: a frame without text never asks. */
import { bundledPack } from "sidelight:pack";
import { lexiconSource } from "../pack/compile.ts";
import { indexPack, type PackIndex } from "../pack/lookup.ts";
import { compileLexicon, type Lexicon } from "../spot/lexicon.ts";

let index: PackIndex | null = null;
let compiled: Lexicon | null = null;

export function bundled(): PackIndex {
  index ??= indexPack(bundledPack());
  return index;
}

export function lexicon(): Lexicon {
  compiled ??= compileLexicon(lexiconSource(bundledPack()));
  return compiled;
}
