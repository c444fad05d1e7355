/** Names to look for, in the form in which the extension keeps them in storage. */
import { encodePack } from "../../../../src/pack/stored.ts";
import type { Alias, Pack } from "../../../../src/pack/types.ts";
import { makeNames } from "../corpus.ts";

export const MOST_NAMES = 100_000;
const all = makeNames(MOST_NAMES);

/** The first `count` names of always the same list: what a page holds of the first 25, all larger sets find too. */
export const someNames = (count: number): string[] => all.slice(0, count);

/** As `storage.local` holds them, spread over the entities of `pack`: others are not shown, nor are places. */
export function storedNames(names: readonly string[], pack: Pack): string {
  const shown = pack.entities.filter(({ kind }) => kind !== "place");
  const entities = pack.entities.map((entity) => ({
    ...entity,
    aliases: names
      .filter((_, i) => shown[i % shown.length] === entity)
      .map((text): Alias => ({ text, lang: "en" })),
    decoys: [],
    cues: { for: [], against: [] },
  }));
  return encodePack({ ...pack, entities, ambiguities: [] });
}

/** A pack of `count` entities, for the popup: three names and three claims each. */
export function largePack(count: number, { source }: Pack): Pack {
  return {
    format: 1,
    id: "large",
    languages: ["en"],
    source,
    passages: [{ id: "p1", gist: "All of it." }],
    entities: all.slice(0, count).map((name, i) => ({
      id: `e${i}`,
      kind: "group",
      name,
      names: [],
      summary: `What is said of ${name}.`,
      aliases: [name, all[count + 2 * i]!, all[count + 2 * i + 1]!].map((text) => ({ text, lang: "en" })),
      decoys: [],
      cues: { for: [], against: [] },
      claims: [0, 1, 2].map((claim) => ({
        id: `e${i}-${claim}`,
        text: `${name} is said to be tied to ${all[(i * 7 + claim) % count]} in one way or another.`,
        stance: "reported",
        by: "Nobody",
        passages: ["p1"],
      })),
      notSameAs: [],
    })),
    relations: [],
    events: [],
    ambiguities: [],
  };
}
