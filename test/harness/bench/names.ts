/** Names to look for, and packs of them. */
import { type Alias, PACK_FORMAT, type Pack } from "../../../src/pack/types.ts";
import { makeNames } from "./corpus.ts";

export const MOST_NAMES = 100_000;
let all: string[] | null = null;

/** The first `count` names of always the same list: what a page holds of the first 25, all larger sets find too. */
export function someNames(count: number): string[] {
  all ??= makeNames(MOST_NAMES);
  return all.slice(0, count);
}

const asAlias = (text: string): Alias => ({ text, lang: "en" });
const noCues = { decoys: [], cues: { for: [], against: [] } };

/** `pack` with these names in the place of its own, spread over its entities but for places, which are not shown. */
export function withNames(names: readonly string[], pack: Pack): Pack {
  const shown = pack.entities.filter(({ kind }) => kind !== "place");
  const entities = pack.entities.map((entity) => ({
    ...entity,
    ...noCues,
    aliases: names.filter((_, i) => shown[i % shown.length] === entity).map(asAlias),
  }));
  return { ...pack, entities, ambiguities: [] };
}

/** A pack of `count` entities, three names and so many claims each. */
export function largePack(count: number, { source }: Pick<Pack, "source">, most = 3): Pack {
  const names = someNames(3 * count);
  const entities = names.slice(0, count).map((name, i) => ({
    ...entityOf(i, [name, names[count + 2 * i]!, names[count + 2 * i + 1]!]),
    claims: [0, 1, 2].slice(0, most).map((claim) => ({
      id: `e${i}-${claim}`,
      text: `${name} is said to be tied to ${names[(i * 7 + claim) % count]} in one way or another.`,
      ...{ stance: "reported" as const, by: "Nobody", passages: ["p1"] },
    })),
  }));
  return packOf("large", entities, source);
}

/** A pack of these names, five to an entity, of which it says a sentence. */
export const packWith = (id: string, names: readonly string[]): Pack =>
  packOf(
    id,
    Array.from({ length: Math.ceil(names.length / 5) }, (_, i) => entityOf(i, names.slice(5 * i, 5 * i + 5))),
    { ...{ title: "Names", author: "Nobody", publisher: "Nobody", date: "2026" }, genre: "list" },
  );

const entityOf = (i: number, names: readonly string[]): Pack["entities"][number] => ({
  ...{ id: `e${i}`, kind: "group", name: names[0]!, names: [], summary: `What is said of ${names[0]}.` },
  ...noCues,
  aliases: names.map(asAlias),
  claims: [],
  notSameAs: [],
});

const packOf = (id: string, entities: Pack["entities"], source: Pack["source"]): Pack => ({
  ...{ format: PACK_FORMAT, id, title: "Names in their thousands", editor: "Nobody", licence: "CC0" },
  ...{ version: "1", date: "2026-01-01", languages: ["en"] as const, source },
  passages: [{ id: "p1", gist: "All of it." }],
  entities,
  ...{ relations: [], events: [], ambiguities: [] },
});
