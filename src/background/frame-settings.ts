/** The settings as frames get them: handed over by the background, for no storage that a page can write is to be relied on. */

import { askFrames } from "../browser/frames.ts";
import { allTabs } from "../browser/tabs.ts";
import { SUCCESSOR_EVENT_KEY } from "../messages/copies.ts";
import type { FrameSettings } from "../messages/table.ts";
import { CURRENT_KEY, chooseRecord, MANAGED_KEY, STORED_KEYS } from "../settings/stored.ts";
import type { StorageArea } from "./settings/writer.ts";

/** Never rejects. */
export async function frameSettings(area: StorageArea): Promise<FrameSettings> {
  try {
    const stored = await area.get([...STORED_KEYS, SUCCESSOR_EVENT_KEY]);
    const name = stored[SUCCESSOR_EVENT_KEY];
    return { items: shownOf(stored), successorEvent: typeof name === "string" ? name : null };
  } catch {
    return { items: null, successorEvent: null };
  }
}

/** Tells every frame that there is. */
export async function sendSettingsToFrames(area: StorageArea): Promise<void> {
  const { items } = await frameSettings(area);
  if (items === null) return;
  for (const tab of await allTabs()) void askFrames(tab, "all", "page.settings", { items });
}

/** Without what only writing them takes: earlier copy and stamps. */
function shownOf(stored: Record<string, unknown>): Record<string, unknown> {
  const chosen = chooseRecord(stored);
  const managed = stored[MANAGED_KEY] === undefined ? {} : { [MANAGED_KEY]: stored[MANAGED_KEY] };
  if (chosen === "absent") return managed;
  if (chosen === "damaged") return { [CURRENT_KEY]: null };
  const { version, revision, values } = chosen.record;
  return { ...managed, [CURRENT_KEY]: { version, revision, values } };
}
