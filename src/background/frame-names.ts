/** What frames are told of names: what their text is sieved by, and the reader's own, compiled. */
import { bundledSieve } from "sidelight:sieve";
import type { FrameSieve } from "../messages/table.ts";
import { ownNameSource } from "../pack/own-names.ts";
import { pauseLeft } from "../settings/page/expiry.ts";
import { namesOn } from "../settings/page/names.ts";
import { marksOn } from "../settings/page/sites.ts";
import { loadStored } from "../settings/stored.ts";
import type { Settings } from "../settings/types.ts";
import { compileLexicon } from "../spot/names/lexicon.ts";
import { type StoredLexicon, storeLexicon } from "../spot/names/stored-lexicon.ts";
import { chooseRuns } from "../spot/sieve/choose.ts";
import { joinFilters, makeFilter } from "../spot/sieve/make-filter.ts";
import { columnsOf, storeSieve } from "../spot/sieve/stored-sieve.ts";
import type { StorageArea } from "./settings/writer.ts";

const NOT_READ: FrameSieve = { sieve: "", again: 0 };

/** For a frame of the page at `address`. `once`: the reader has asked for it, whatever holds by default. Never rejects. */
export async function frameSieve(area: StorageArea, address: string, once: boolean): Promise<FrameSieve> {
  const settings = await readSettings(area);
  // Settings that cannot be read might say that this site is off: then nothing is marked.
  if (!settings) return NOT_READ;
  const again = pauseLeft(settings, Date.now());
  if (again > 0 || !marksOn(once ? { ...settings, markByDefault: true } : settings, address))
    return { ...NOT_READ, again };
  const own = chooseRuns(ownNameSource(namesOn(settings.aliases, address)));
  return { sieve: sieveOf(settings.kinds.place, own), again };
}

/** The sieve made last, for frames of one site come in numbers. */
const made = { key: "", sieve: "" };

function sieveOf(places: boolean, own: readonly string[]): string {
  if (!places && own.length === 0) return bundledSieve.stored;
  const key = JSON.stringify([places, own]);
  if (key !== made.key) {
    const parts = [bundledSieve.stored, ...(places ? [bundledSieve.places] : [])].map(columnsOf);
    if (own.length > 0) parts.push(makeFilter(own));
    Object.assign(made, { key, sieve: storeSieve(joinFilters(parts)) });
  }
  return made.sieve;
}

/** The reader's own names for the page at `address`; `null` for none. Never rejects. */
export async function ownLexicon(area: StorageArea, address: string): Promise<StoredLexicon | null> {
  const settings = await readSettings(area);
  const names = settings ? namesOn(settings.aliases, address) : [];
  return names.length === 0 ? null : storeLexicon(compileLexicon(ownNameSource(names)));
}

async function readSettings(area: StorageArea): Promise<Settings | null> {
  const outcome = await loadStored((keys) => area.get(keys));
  return outcome.kind === "unreadable" ? null : outcome.settings;
}
