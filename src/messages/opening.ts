/**
 * What a popup shows when it opens. As a page in a tab it is told by its own address (`popup.html#entity=ttp`), so that
 * it can be opened anew, or kept as a bookmark; text from somebody's page never goes into an address, for browsers write
 * those down.
 */
import type { EntityId } from "../pack/types.ts";

export interface Opening {
  /** The tab whose page it is about. Without one, a popup in a tab is about no page. */
  tab?: number;
  /** Opened at once. */
  entity?: EntityId;
  /** Typed into the search. */
  query?: string;
}

const PAGE = "popup.html";
const ATLAS = "atlas.html";
/** Of a popup in a tab that has nothing to be told: an address without a hash is that of the one over a page. */
const OWN = "own";
const LONGEST_TEXT = 200;

/** Address of the popup as a page in a tab, within the extension. */
export function openingAddress(opening: Opening): string {
  const parts = Object.entries(opening).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `${PAGE}#${parts.join("&") || OWN}`;
}

/** Address of the atlas within the extension. @param hash what it shows, `entity=ttp`; empty for the whole */
export const atlasAddress = (hash: string): string => (hash === "" ? ATLAS : `${ATLAS}#${hash}`);

/** Where an address of the atlas names a pack: all that are switched on. No pack has such an id. */
export const ALL_PACKS = "*";

/**
 * What the atlas is told to show of a pack: `pack=org.example.harbours&event=3`. @param selection `event=3`; "" for all of it
 */
export const atlasHash = (pack: string, selection = ""): string =>
  [`pack=${encodeURIComponent(pack)}`, selection].filter(Boolean).join("&");

/** Likewise of an entity, by the id that all packs' are told apart by: `ttp` of the bundled one, `my-pack/ttp` of another. */
export function atlasHashOf(entity: EntityId): string {
  const slash = entity.indexOf("/");
  const selection = `entity=${encodeURIComponent(entity.slice(slash + 1))}`;
  return slash < 0 ? selection : atlasHash(entity.slice(0, slash), selection);
}

/** Reads the hash of such an address. `null` for none: a popup over a page. Total; what cannot be read is left out. */
export function readOpening(hash: string): Opening | null {
  if (hash === "" || hash === "#") return null;
  const opening: Opening = {};
  for (const part of hash.slice(1).split("&")) {
    const equals = part.indexOf("=");
    const value = decoded(part.slice(equals + 1));
    if (equals < 0 || value === null || value === "" || value.length > LONGEST_TEXT) continue;
    const key = part.slice(0, equals);
    if (key === "tab" && /^\d{1,10}$/.test(value)) opening.tab = Number(value);
    else if (key === "entity") opening.entity = value;
    else if (key === "query") opening.query = value;
  }
  return opening;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
