/** Which entities of the packs in use are one: by Wikidata's ids, or because the reader says so. */
import { bundledSieve } from "sidelight:sieve";
import type { EntityId } from "../../pack/types.ts";
import type { SameRule } from "../../settings/types.ts";
import { isBundledEntity } from "../bundled.ts";
import type { PackInUse, PacksInUse } from "./in-use.ts";
import { type Links, sameEntities } from "./one-entity.ts";

export interface SameInPacks {
  /** The ids that give way, each with the one that stands for it. */
  ids: Map<EntityId, EntityId>;
  /** Those that are one with another by the reader's word. */
  byReader: ReadonlySet<EntityId>;
}

/** @param rules what the reader has said; of packs that are not among these it says nothing. Never rejects. */
export async function sameIn(
  store: PacksInUse,
  packs: readonly PackInUse[],
  rules: readonly SameRule[],
): Promise<SameInPacks> {
  const has = await Promise.all(
    packs.map(async ({ entry }) => {
      if (!entry) return rules.length > 0 ? isBundledEntity : () => false;
      const table = await store.table(entry);
      return (id: EntityId) => table?.shardOf.has(id) ?? false;
    }),
  );
  const said = rules.filter(({ entity, other }) => [entity, other].every((id) => has.some((one) => one(id))));
  const links = packs.map(async ({ entry }, place): Promise<Links> => {
    const own = entry ? ((await store.table(entry))?.links ?? []) : bundledSieve.links;
    // What the reader says is a link as Wikidata's are, which the two have in common.
    const byWord = said.flatMap(({ entity, other }) =>
      [entity, other].filter((id) => has[place]!(id)).map((id) => [`${entity} ${other}`, id] as const),
    );
    return new Map([...own, ...byWord]);
  });
  return {
    ids: sameEntities(await Promise.all(links)),
    byReader: new Set(said.flatMap(({ entity, other }) => [entity, other])),
  };
}
