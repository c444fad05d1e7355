/** What a reader is shown of a pack before it is stored. Pure. */
import type { Alias, Entity, NameSource, Pack } from "../../pack/types.ts";
import { variantsOf } from "../../pack/variants.ts";
import { foldText } from "../../spot/letters/fold.ts";

/** So many cards are offered: those of which most is said. */
const MOST_CARDS = 5;

export const cardsOf = ({ entities }: Pack): Entity[] =>
  entities.toSorted((a, b) => b.claims.length - a.claims.length).slice(0, MOST_CARDS);

export interface Counts {
  entities: number;
  /** Names with their spellings written out. */
  names: number;
  /** Claims, ties and events. */
  statements: number;
}

export function countsOf({ entities, relations, events, ambiguities }: Pack): Counts {
  const names = [...entities, ...ambiguities].flatMap(({ aliases }) => aliases);
  const claims = entities.reduce((sum, entity) => sum + entity.claims.length, 0);
  return {
    entities: entities.length,
    names: names.reduce((sum, { text }) => sum + variantsOf(text).length, 0),
    statements: claims + relations.length + events.length,
  };
}

/**
 * The names of the pack that may stand in `text`, and all that decides over them: the same is found in it as by all of
 * them, and a hundred thousand others need not be compiled for it.
 */
export function namesFor(pack: Pack, text: string): NameSource {
  const letters = lettersOf(text);
  const among = <T extends { text: string }>(forms: readonly T[]): T[] =>
    forms.flatMap((form) =>
      variantsOf(form.text)
        .filter((spelling) => isIn(spelling, letters))
        .map((spelling) => ({ ...form, text: spelling })),
    );
  const aliases = (forms: readonly Alias[]) => among(forms);
  return {
    entities: pack.entities.map(({ id, aliases: own, decoys, cues }) => ({
      id,
      aliases: aliases(own),
      decoys: among(decoys),
      cues: { for: among(cues.for), against: among(cues.against) },
    })),
    ambiguities: pack.ambiguities.map((ambiguity) => ({ ...ambiguity, aliases: aliases(ambiguity.aliases) })),
  };
}

/** Whether every run of letters of the form is somewhere in the text: what stands between them, a text may write another way. */
const isIn = (form: string, letters: string): boolean =>
  (form.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).every((word) => letters.includes(lettersOf(word)));

/** Folded, without what is between letters: "U.N.S.C." is found as "UNSC". */
const lettersOf = (text: string): string => foldText(text).replace(/[ ']/g, "");
