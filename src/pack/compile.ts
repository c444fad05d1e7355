/**
 * What the spotter needs of a pack: names, decoys, cues and ambiguities, nothing of what is said. The lexicon is
 * compiled from this, so that text that only a card shows never reaches the matcher.
 */
import type { LexiconForm, LexiconSource } from "../spot/types.ts";
import type { Alias, Pack } from "./types.ts";

/** The part of `pack` that finding names takes, in the pack's order. */
export function lexiconSource(pack: Pack): LexiconSource {
  return {
    entities: pack.entities.map((entity) => ({
      id: entity.id,
      aliases: entity.aliases.map(lexiconForm),
      decoys: entity.decoys.map(lexiconForm),
      cues: { for: entity.cues.for, against: entity.cues.against },
    })),
    ambiguities: pack.ambiguities.map((ambiguity) => ({
      id: ambiguity.id,
      aliases: ambiguity.aliases.map(lexiconForm),
      among: ambiguity.among,
    })),
  };
}

/** Field by field: a pack that came from outside may carry more than the type says. */
function lexiconForm(alias: Alias): LexiconForm {
  return {
    text: alias.text,
    lang: alias.lang,
    ...(alias.case && { case: alias.case }),
    ...(alias.trust && { trust: alias.trust }),
  };
}
