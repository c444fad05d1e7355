/** Which entities of the packs in use are one. */
import { bundledSieve } from "sidelight:sieve";
import type { EntityId } from "../../pack/types.ts";
import type { PackInUse, PacksInUse } from "./in-use.ts";
import { type Links, sameEntities } from "./one-entity.ts";

/** The ids that give way, each with the one that stands for it. Never rejects. */
export async function sameIn(
  store: PacksInUse,
  packs: readonly PackInUse[],
): Promise<Map<EntityId, EntityId>> {
  return sameEntities(
    await Promise.all(
      packs.map(async ({ entry }): Promise<Links> => {
        if (!entry) return new Map(bundledSieve.links);
        return (await store.table(entry))?.links ?? new Map();
      }),
    ),
  );
}
