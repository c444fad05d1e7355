/** The bundled analysis, made ready when it is first asked for: a frame without text never asks. */
import { bundledStatements, NAMES_ID } from "sidelight:statements";
import { indexPack, type PackIndex } from "../pack/lookup.ts";
import { decodeNames } from "../pack/names.ts";
import { packOf } from "../pack/statements.ts";
import { readNames, request } from "../platform/content.ts";
import { compileLexicon, type Lexicon } from "../spot/lexicon.ts";

let index: PackIndex | null = null;
let compiled: Promise<Lexicon | null> | null = null;

export function bundled(): PackIndex {
  index ??= indexPack(packOf(bundledStatements()));
  return index;
}

/** `null` when the names cannot be had; the next caller tries again. */
export async function lexicon(): Promise<Lexicon | null> {
  compiled ??= compileNames();
  const made = await compiled;
  if (!made) compiled = null;
  return made;
}

async function compileNames(): Promise<Lexicon | null> {
  const text = await readNames(NAMES_ID);
  try {
    return text === null ? null : compileLexicon(decodeNames(text));
  } catch {
    // Damaged in storage: the background writes them anew.
    await request("names.wanted", {});
    return null;
  }
}
