/** Names for the rest of Sidelight in this frame. Apart, so that the script with the names holds nothing else. */
import { RUNNING_COPY_KEY } from "../../messages/copies.ts";
import type { EntityId, EntityKind } from "../../pack/types.ts";
import type { StoredLetters } from "../../spot/letters/stored-letters.ts";
import type { StoredLexicon } from "../../spot/names/stored-lexicon.ts";

/** The bundled names, as the build has compiled them. */
export interface FrameNames {
  /** Of the pack that they are of. */
  id: string;
  lexicon: StoredLexicon;
  letters: StoredLetters;
  kinds: Record<EntityId, EntityKind>;
}

/** A frame that has gone meanwhile takes none. */
export function giveNames(names: FrameNames): void {
  if (!Object.hasOwn(globalThis, RUNNING_COPY_KEY)) return;
  (globalThis as unknown as { [RUNNING_COPY_KEY]: { names: FrameNames } })[RUNNING_COPY_KEY].names = names;
}
