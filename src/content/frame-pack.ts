/** The bundled analysis in a frame: its names, which come with this script, and what it says, asked for at the first mention. */
import { type EntityPart, indexPack, type PackIndex } from "../pack/lookup.ts";
import type { OwnName } from "../pack/own-names.ts";
import { decodePack } from "../pack/stored.ts";
import type { EntityId, EntityKind } from "../pack/types.ts";
import { takeLetters } from "../spot/letters/stored-letters.ts";
import type { Lexicon } from "../spot/names/lexicon.ts";
import { type StoredLexicon, takeLexicon } from "../spot/names/stored-lexicon.ts";
import { request } from "./extension/client.ts";
import type { FrameNames } from "./extension/names-handover.ts";
import { readPack } from "./extension/stored.ts";
import { FrameSaid } from "./frame-said.ts";
import { FrameShards } from "./frame-shards.ts";
import { pageAddress } from "./page/dom/document.ts";

let names: Pick<FrameNames, "id" | "kinds"> | null = null;
/** Let go of when it has been taken up: a megabyte of text. */
let stored: StoredLexicon | null = null;
let bundled: Lexicon | null = null;
let index: PackIndex | null = null;
let asking = false;
let own: readonly OwnName[] = [];
let shards = new FrameShards("");
let said = new FrameSaid();

export function takeBundledNames({ id, kinds, letters, lexicon }: FrameNames): void {
  names = { id, kinds };
  stored = lexicon;
  takeLetters(letters);
}

/** Names of the reader's own, as the settings hold them. Answers whether they are others than before: then the lexicon is. */
export function takeOwnNames(taken: readonly OwnName[]): boolean {
  if (JSON.stringify(taken) === JSON.stringify(own)) return false;
  own = taken;
  return true;
}

/** The packs in use, as the background tells of them. Answers whether they are others than before: then the lexicons are. */
export function takePacks(token: string): boolean {
  if (token === shards.token) return false;
  shards = new FrameShards(token);
  said = new FrameSaid();
  return true;
}

/** The names of installed packs, as far as this frame has asked for them. */
export const frameShards = (): FrameShards => shards;

/** `undefined` for an entity that is none of the packs'. */
export const kindOf = (entity: EntityId): EntityKind | undefined =>
  names && Object.hasOwn(names.kinds, entity) ? names.kinds[entity] : shards.kindOf(entity);

/** The bundled names, the reader's own beside them, and those of installed packs that the frame's text has asked for. `null` when they cannot be had; the next caller tries again. */
export async function frameLexicons(): Promise<Lexicon[] | null> {
  try {
    if (stored) bundled = takeLexicon(stored);
    stored = null;
    if (!bundled) return null;
    const inUse = shards;
    if (!(await inUse.begin())) return null;
    if (own.length === 0) return inUse.withBundled([bundled]);
    const compiled = await request("page.ownNames", { address: pageAddress() });
    return compiled && inUse.withBundled([bundled, takeLexicon(compiled)]);
  } catch {
    return null;
  }
}

/** What the analysis says; `null` before `loadPack` has had it. */
export const framePack = (): PackIndex | null => index;

/** Has what the analysis says brought, once; where it could not be, the next call tries again. */
export async function loadPack(): Promise<void> {
  if (index || asking || !names) return;
  asking = true;
  const text = await readPack(names.id);
  asking = false;
  try {
    index = text === null ? null : indexPack(decodePack(text).pack());
  } catch {
    // The next call asks again.
  }
}

/** What the packs in use say of an entity, in their order; none before that has come. */
export const partsOf = (entity: EntityId): EntityPart[] => said.partsOf(entity, index);

/** Has what installed packs say of these entities brought. Where none is in use, there is nothing to bring. */
export const bringSaid = (entities: Iterable<EntityId>): Promise<void> =>
  shards.token === "" ? Promise.resolve() : said.bring(entities);
