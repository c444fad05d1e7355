/** The single names: found by any of them, taken out one by one. */
import { useMemo, useState } from "preact/hooks";
import { nameOfEntity } from "../../entity/words/names.ts";
import { t } from "../../i18n/t.ts";
import type { PackIndex } from "../../pack/lookup.ts";
import type { Entity, EntityId, EntityKind } from "../../pack/types.ts";
import type { Search } from "../../search/search.ts";
import { ENTITY_KINDS } from "../../settings/defaults.ts";
import type { Settings } from "../../settings/types.ts";
import { FindBox } from "../fields/FindBox.tsx";
import { Check } from "../fields/fields.tsx";

export interface EntitiesProps {
  pack: PackIndex;
  search: Search;
  settings: Pick<Settings, "kinds" | "muted">;
  onMute(entity: EntityId, on: boolean): void;
}

export function Entities({ pack, search, settings, onMute }: EntitiesProps) {
  const [query, setQuery] = useState("");
  const muted = new Set(settings.muted);
  const shown = useMemo(() => matching(pack, search, query), [pack, search, query]);
  return (
    <fieldset class="entities">
      <legend>{t("optionsEntities")}</legend>
      <p class="hint">{t("optionsEntitiesHint")}</p>
      <FindBox id="find-entity" label={t("optionsFindEntity")} query={query} onQuery={setQuery} />
      {ENTITY_KINDS.map((kind) => (
        <Kind
          key={kind}
          pack={pack}
          kind={kind}
          entities={shown.filter((entity) => entity.kind === kind)}
          on={settings.kinds[kind]}
          muted={muted}
          onMute={onMute}
        />
      ))}
      {shown.length === 0 && <p role="status">{t("optionsNoEntity")}</p>}
    </fieldset>
  );
}

interface KindProps {
  pack: PackIndex;
  kind: EntityKind;
  entities: Entity[];
  on: boolean;
  muted: ReadonlySet<EntityId>;
  onMute(entity: EntityId, on: boolean): void;
}

function Kind({ pack, kind, entities, on, muted, onMute }: KindProps) {
  if (entities.length === 0) return null;
  return (
    <section class={on ? "kind" : "kind is-off"} aria-labelledby={`entities-${kind}`}>
      <h3 id={`entities-${kind}`}>
        {t(`optionsKind_${kind}`)}
        {!on && <span class="hint"> ({t("optionsKindOff")})</span>}
      </h3>
      <div class="columns">
        {entities.map(({ id }) => (
          <Check
            key={id}
            label={<bdi>{nameOfEntity(pack, id)}</bdi>}
            checked={!muted.has(id)}
            onChange={(checked) => onMute(id, !checked)}
          />
        ))}
      </div>
    </section>
  );
}

/** In the pack's order, so that nothing moves under the pointer while one types. */
function matching(pack: PackIndex, search: Search, query: string): Entity[] {
  const entities = [...pack.entities.values()];
  if (query.trim() === "") return entities;
  const found = new Set(
    search
      .search(query)
      .filter((result) => result.kind === "entity")
      .map((result) => result.entity),
  );
  return entities.filter((entity) => found.has(entity.id));
}
