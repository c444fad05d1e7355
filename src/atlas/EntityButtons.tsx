/** Entities in a row, each with the shape of its kind; a press opens one. */
import { Said } from "../entity/Said.tsx";
import type { EntityId } from "../pack/types.ts";
import type { Selection } from "./model/address.ts";
import type { AtlasIndex } from "./model/together.ts";
import { wordsOf } from "./names.ts";
import { KindSign } from "./signs.tsx";

export interface EntityButtonsProps {
  pack: AtlasIndex;
  ids: readonly EntityId[];
  onOpen(selection: Selection): void;
  /** Those that are looked at. */
  lit?: ReadonlySet<EntityId> | undefined;
}

export function EntityButtons({ pack, ids, onOpen, lit }: EntityButtonsProps) {
  const words = wordsOf(pack);
  return (
    <ul class="entity-buttons">
      {ids.map((id) => {
        const entity = pack.entities.get(id);
        return (
          entity && (
            <li key={id}>
              <button
                type="button"
                class="chip"
                data-entity={id}
                data-lit={lit?.has(id)}
                onClick={() => onOpen({ kind: "entity", id })}
              >
                <KindSign kind={entity.kind} />
                <Said {...words.name(id)} />
              </button>
            </li>
          )
        );
      })}
    </ul>
  );
}
