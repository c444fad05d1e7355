/** The search over the bundled analysis for the address bar, made when the first letter is typed there. */
import { bundledStored } from "sidelight:stored";
import { language, listed, t } from "../i18n/t.ts";
import { indexPack } from "../pack/lookup.ts";
import { packToSearch } from "../pack/stored.ts";
import { createSearch } from "../search/search.ts";
import { createSuggester, type Suggester } from "../search/suggest.ts";
import { foldText } from "../spot/letters/fold.ts";

/** Whether the analysis has it. */
export const isBundledEntity = (id: string): boolean => {
  entities ??= new Set(packToSearch(bundledStored.text).entities.map((entity) => entity.id));
  return entities.has(id);
};
let entities: Set<string> | undefined;

let made: Suggester | undefined;

export function omniboxSearch(): Suggester {
  if (!made) {
    const index = indexPack(packToSearch(bundledStored.text));
    made = createSuggester(index, createSearch(index, foldText, language()), {
      language: language(),
      saidBy: ({ stance, by }) => listed([t(`cardStance_${stance}`), by]),
    });
  }
  return made;
}
