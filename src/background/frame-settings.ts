/** The settings as frames get them: handed over by the background, for no storage that a page can write is to be relied on. */

import { askFrames } from "../browser/frames.ts";
import type { Origin } from "../browser/messaging.ts";
import { allTabs } from "../browser/tabs.ts";
import { SUCCESSOR_EVENT_KEY } from "../messages/copies.ts";
import type { FrameSettings } from "../messages/table.ts";
import { defaults } from "../settings/defaults.ts";
import { migrate, VERSION } from "../settings/migrations.ts";
import { valuesForSite } from "../settings/page/for-site.ts";
import type { SparseSettings } from "../settings/parse.ts";
import {
  CURRENT_KEY,
  chooseRecord,
  MANAGED_KEY,
  managedIn,
  readStored,
  STORED_KEYS,
} from "../settings/stored.ts";
import { type PacksInUse, tokenOf } from "./packs/in-use.ts";
import type { PagesMeant } from "./settings/pages-meant.ts";
import type { PagesOnce } from "./settings/pages-once.ts";
import type { StorageArea } from "./settings/writer.ts";

/** For a frame of the page at `url` in a tab. Never rejects. */
export async function frameSettings(
  area: StorageArea,
  pages: PagesMeant,
  onceRead: PagesOnce,
  packs: PacksInUse,
  { page: url, tab, isOfPage }: Pick<Origin, "page" | "tab" | "isOfPage">,
): Promise<FrameSettings> {
  try {
    const stored = await area.get([...STORED_KEYS, SUCCESSOR_EVENT_KEY]);
    const name = stored[SUCCESSOR_EVENT_KEY];
    const meant = tab === undefined || !isOfPage ? [] : await pages.of(tab, url);
    const outcome = readStored(stored);
    const settings = outcome.kind === "unreadable" ? defaults : outcome.settings;
    const inUse = outcome.kind === "unreadable" ? [] : await packs.on(settings, url);
    return {
      items: shownOf(stored, url, await onceRead.has(tab, url)),
      meant,
      packs: tokenOf(inUse, settings),
      successorEvent: typeof name === "string" ? name : null,
    };
  } catch {
    return { items: null, meant: [], packs: "", successorEvent: null };
  }
}

/** Has every frame that there is ask for them again: whose page it is in, the browser says with the question. */
export async function tellFramesOfSettings(): Promise<void> {
  for (const tab of await allTabs()) void askFrames(tab, "all", "page.reread", {});
}

/**
 * Without what only writing them takes (earlier copy and stamps), and what is for other sites. `once`: the reader has asked
 * for this page to be read, so what holds on sites without a rule does not keep it from being read.
 */
function shownOf(stored: Record<string, unknown>, url: string, once: boolean): Record<string, unknown> {
  const forPage = (values: SparseSettings) => ({
    ...valuesForSite(values, url),
    ...(once && { markByDefault: true }),
  });
  const chosen = chooseRecord(stored);
  const managed = stored[MANAGED_KEY] === undefined ? {} : { [MANAGED_KEY]: forPage(managedIn(stored)) };
  if (chosen === "absent") return managed;
  if (chosen === "damaged") return { [CURRENT_KEY]: null };
  const { version, revision, values } = chosen.record;
  const shown = forPage(migrate(values, version));
  return { ...managed, [CURRENT_KEY]: { version: Math.max(version, VERSION), revision, values: shown } };
}
