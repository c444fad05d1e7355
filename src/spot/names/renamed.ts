/** Entities of several packs that are one: by the id of the first of these packs, wherever names stand for them. */
import type { EntityId } from "../../pack/types.ts";
import type { Lexicon } from "./lexicon.ts";

/** `lexicon`, with what its names stand for by other ids: `{ "glossary/isaf": "isaf" }`. */
export function renamed(lexicon: Lexicon, ids: ReadonlyMap<EntityId, EntityId>): Lexicon {
  if (ids.size === 0) return lexicon;
  const of = (id: EntityId) => ids.get(id) ?? id;
  const bearers = lexicon.bearers.map((bearer) => {
    if (typeof bearer === "string") return of(bearer);
    const among = [...new Set(bearer.map(of))];
    return among.length === 1 ? among[0]! : among;
  });
  return { ...lexicon, bearers, met: new Map() };
}
