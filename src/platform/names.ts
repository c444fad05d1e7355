/**
 * The names in `storage.local`: where the background keeps them. Content scripts read them there themselves, together
 * with nothing that has to be awake (content.ts).
 */
import { NAMES_KEYS, type Names } from "../pack/names.ts";
import type { StorageArea } from "./writer.ts";

/**
 * Sees to it that storage holds these names. Called whenever the background wakes, and when a
 * frame has found none or damaged ones, so that names which were lost come back. One `set` call, so that text and id always belong together. Never rejects.
 */
export async function keepNames(area: StorageArea, names: Names): Promise<boolean> {
  try {
    const stored = await area.get([NAMES_KEYS.id, NAMES_KEYS.text]);
    if (stored[NAMES_KEYS.id] !== names.id || stored[NAMES_KEYS.text] !== names.text) {
      await area.set({ [NAMES_KEYS.id]: names.id, [NAMES_KEYS.text]: names.text });
    }
    return true;
  } catch {
    return false;
  }
}
