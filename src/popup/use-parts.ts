/** What the packs in use on the page say of the entities that the popup shows: asked of the background, once each. */
import { useEffect, useRef, useState } from "preact/hooks";
import { askBackground } from "../browser/messaging.ts";
import { EntityParts } from "../messages/entity-parts.ts";
import type { EntityPart, PackIndex } from "../pack/lookup.ts";
import type { EntityId } from "../pack/types.ts";

/**
 * @param bundled `null` before it has been read
 * @param address of the page under the popup: packs may be for some sites alone; "" where there is none; `null`: of all packs that
 * are switched on
 * @param wanted the entities that are shown
 */
export function useParts(
  bundled: PackIndex | null,
  address: string | null,
  wanted: readonly EntityId[],
): (entity: EntityId) => EntityPart[] {
  const parts = useRef({ address, told: new EntityParts(), asked: new Set<EntityId>() });
  const [, setRound] = useState(0);
  if (parts.current.address !== address)
    parts.current = { address, told: new EntityParts(), asked: new Set() };
  const list = wanted.join("\n");
  useEffect(() => {
    const { told, asked } = parts.current;
    const entities = list.split("\n").filter((entity) => entity !== "" && !asked.has(entity));
    if (entities.length === 0) return;
    for (const entity of entities) asked.add(entity);
    const answering =
      address === null
        ? askBackground("packs.said", { entities })
        : askBackground("page.said", { address, entities });
    void answering.then((answer) => {
      for (const said of answer ?? []) told.take(said);
      setRound((round) => round + 1);
    });
  }, [address, list]);
  return (entity) => parts.current.told.of(entity, bundled);
}
