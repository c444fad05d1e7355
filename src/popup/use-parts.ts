/** What the packs in use on the page say of the entities that the popup shows: asked of the background, once each. */
import { useEffect, useRef, useState } from "preact/hooks";
import { askBackground } from "../browser/messaging.ts";
import { EntityParts } from "../messages/entity-parts.ts";
import type { EntityPart, PackIndex } from "../pack/lookup.ts";
import type { EntityId } from "../pack/types.ts";
import type { SameRule } from "../settings/types.ts";

/**
 * @param bundled `null` before it has been read
 * @param address of the page under the popup: packs may be for some sites alone; "" where there is none; `null`: of all packs that
 * are switched on
 * @param wanted the entities that are shown
 * @param same what the reader has said to be one: when that is another, all is asked for again. What was told stands until then, so
 * that nothing goes from under the reader's eyes.
 */
export function useParts(
  bundled: PackIndex | null,
  address: string | null,
  wanted: readonly EntityId[],
  same: readonly SameRule[],
): (entity: EntityId) => EntityPart[] {
  const rules = JSON.stringify(same);
  const parts = useRef({ address, rules, told: new EntityParts(), asked: new Set<EntityId>() });
  const [, setRound] = useState(0);
  if (parts.current.address !== address)
    parts.current = { address, rules, told: new EntityParts(), asked: new Set() };
  if (parts.current.rules !== rules) parts.current = { ...parts.current, rules, asked: new Set() };
  const list = wanted.join("\n");
  useEffect(() => {
    const asking = parts.current;
    const { told, asked } = asking;
    const entities = list.split("\n").filter((entity) => entity !== "" && !asked.has(entity));
    if (entities.length === 0) return;
    for (const entity of entities) asked.add(entity);
    const answering =
      address === null
        ? askBackground("packs.said", { entities })
        : askBackground("page.said", { address, entities });
    void answering.then((answer) => {
      // Meanwhile the reader may have said something else, which was asked about after this.
      if (parts.current !== asking) return;
      for (const said of answer ?? []) told.take(said);
      setRound((round) => round + 1);
    });
  }, [address, list, rules]);
  return (entity) => parts.current.told.of(entity, bundled);
}
