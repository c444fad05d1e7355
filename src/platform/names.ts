/**
 * The names in `storage.local`: where the background keeps them. Content scripts read them there themselves, together
 * with nothing that has to be awake (content.ts).
 */
import { NAMES_KEYS, type Names } from "../pack/names.ts";
import type { StorageArea } from "./writer.ts";

/**
 * Sees to it that storage holds these names. Cheap when it does: called whenever the background wakes, so that names
 * which were lost come back. One `set` call, so that text and id always belong together. Never rejects.
 */
export async function keepNames(area: StorageArea, names: Names): Promise<boolean> {
  try {
    const stored = await area.get([NAMES_KEYS.id]);
    if (stored[NAMES_KEYS.id] !== names.id) {
      await area.set({ [NAMES_KEYS.id]: names.id, [NAMES_KEYS.text]: names.text });
    }
    return true;
  } catch {
    return false;
  }
}
