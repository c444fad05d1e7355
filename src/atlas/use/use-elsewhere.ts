/** Which other packs know the entity that is looked at. */
import { useEffect, useState } from "preact/hooks";
import { askBackground } from "../../browser/messaging.ts";
import { language } from "../../i18n/t.ts";
import { atlasHashOf } from "../../messages/opening.ts";
import type { PackHead } from "../../messages/packs.ts";
import { nameIn, originalOf, type Sentence } from "../../pack/texts.ts";
import type { Entity, EntityId, Pack } from "../../pack/types.ts";
import type { SameRule } from "../../settings/types.ts";

/** Where it is in another pack: that pack, its name there, and the address of it there. */
export interface Elsewhere {
  pack: Pick<Pack, "id" | "title" | "languages">;
  name: Sentence;
  hash: string;
}

/**
 * @param bundled the one that comes with Sidelight, for which nothing needs to be brought
 * @param pack the pack that is shown; `null`: that one
 * @param entity by its id there; `null`: none is looked at
 * @param same what the reader has said to be one: when that is another, so may they be
 */
export function useElsewhere(
  bundled: Pack,
  pack: string | null,
  entity: string | null,
  same: readonly SameRule[],
): readonly Elsewhere[] {
  const [found, setFound] = useState<{ of: string | null; packs: readonly Elsewhere[] }>({
    of: null,
    packs: [],
  });
  const rules = JSON.stringify(same);
  const id = entity === null || pack === null ? entity : `${pack}/${entity}`;
  useEffect(() => {
    if (id === null) return undefined;
    let open = true;
    void askBackground("packs.said", { entities: [id] }).then((answer) => {
      const parts = answer?.[0]?.parts ?? [];
      const packs = parts.flatMap(({ id: other, said }) =>
        other === id || (said?.head ?? bundled).id === (pack ?? bundled.id)
          ? []
          : [elsewhere(said?.head ?? bundled, said?.said.entities ?? bundled.entities, other)],
      );
      if (open) setFound({ of: id, packs });
    });
    return () => {
      open = false;
    };
  }, [id, pack, bundled, rules]);
  return found.of === id ? found.packs : [];
}

function elsewhere(pack: PackHead, entities: readonly Entity[], id: EntityId): Elsewhere {
  const entity = entities.find((one) => one.id === id);
  const name = entity ? nameIn(pack, entity, language()) : { text: id, lang: originalOf(pack) };
  return { pack, name, hash: atlasHashOf(id) };
}
