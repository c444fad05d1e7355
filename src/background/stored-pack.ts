/** The bundled pack in `storage.local`, where the background keeps it for the popup, which opens without waiting for anybody. */
import { PACK_KEYS, type StoredPack } from "../pack/stored.ts";
import type { StorageArea } from "./settings/writer.ts";

/**
 * Sees to it that storage holds this pack. Called whenever the background wakes, and when it was changed, so that what was
 * lost or damaged comes back at once. One `set` call, so that text and id always belong together. Never
 * rejects.
 */
export async function storePack(area: StorageArea, pack: StoredPack): Promise<boolean> {
  try {
    const stored = await area.get([PACK_KEYS.id, PACK_KEYS.text]);
    if (stored[PACK_KEYS.id] !== pack.id || stored[PACK_KEYS.text] !== pack.text) {
      await area.set({ [PACK_KEYS.id]: pack.id, [PACK_KEYS.text]: pack.text });
    }
    return true;
  } catch {
    return false;
  }
}
