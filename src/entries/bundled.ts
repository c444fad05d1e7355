/** The bundled analysis, made ready when it is first asked for: a frame without text never asks. */
import { bundledStatements, NAMES_ID } from "sidelight:statements";
import { indexPack, type PackIndex } from "../pack/lookup.ts";
import { decodeNames, type Titles } from "../pack/names.ts";
import { packOf } from "../pack/statements.ts";
import { inSlices } from "../page/slices.ts";
import { readNames, request } from "../platform/content.ts";
import { compileSteps, type Lexicon } from "../spot/lexicon.ts";

let index: PackIndex | null = null;
let titles: Titles = new Map();
let compiled: Promise<Lexicon | null> | null = null;

export function bundled(): PackIndex {
  index ??= indexPack(packOf(bundledStatements(), titles));
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
  if (text === null) return null;
  try {
    const names = decodeNames(text);
    const made = await inSlices(compileSteps(names.source));
    titles = names.titles;
    index = null;
    return made;
  } catch {
    // Damaged in storage: the background writes them anew.
    await request("names.wanted", {});
    return null;
  }
}
