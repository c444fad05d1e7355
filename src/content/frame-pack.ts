/** The bundled analysis in a frame: read from storage when there is text, compiled to spot names by, and indexed. */
import { PACK_ID } from "sidelight:id";
import { indexPack, type PackIndex } from "../pack/lookup.ts";
import { type OwnName, withOwnNames } from "../pack/own.ts";
import { decodePack } from "../pack/stored.ts";
import { compileSteps, type Lexicon } from "../spot/names/lexicon.ts";
import { readPack } from "./extension/client.ts";
import { inSlices } from "./page/read/slices.ts";

let index: PackIndex | null = null;
let compiled: Promise<Lexicon | null> | null = null;
let own: readonly OwnName[] = [];

/** Names of the reader's own, as the settings hold them. Answers whether they are others than before: then the lexicon is. */
export function takeOwnNames(names: readonly OwnName[]): boolean {
  if (JSON.stringify(names) === JSON.stringify(own)) return false;
  own = names;
  compiled = null;
  return true;
}

/** `null` before the names have been read: nothing can have been found then. */
export const framePack = (): PackIndex | null => index;

/** `null` when the names cannot be had; the next caller tries again. */
export async function frameLexicon(): Promise<Lexicon | null> {
  compiled ??= compileNames();
  const made = await compiled;
  if (!made) compiled = null;
  return made;
}

async function compileNames(): Promise<Lexicon | null> {
  const text = await readPack(PACK_ID);
  if (text === null) return null;
  try {
    const { source, pack } = decodePack(text);
    const made = await inSlices(compileSteps(withOwnNames(source(), own)));
    index = indexPack(pack());
    return made;
  } catch {
    return null;
  }
}
