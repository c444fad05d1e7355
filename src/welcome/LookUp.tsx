/** Search to try: the first few things that are found, each of which opens beside. */
import { useState } from "preact/hooks";
import { nameOfEntity } from "../entity/words/names.ts";
import { t } from "../i18n/t.ts";
import type { PackIndex } from "../pack/lookup.ts";
import type { EntityId } from "../pack/types.ts";
import type { Search } from "../search/search.ts";

const MOST = 3;

export interface LookUpProps {
  pack: PackIndex;
  search: Search;
  onOpen(entity: EntityId): void;
}

export function LookUp({ pack, search, onOpen }: LookUpProps) {
  const [query, setQuery] = useState("");
  const found = query.trim() === "" ? [] : [...new Set(search.search(query).map(({ entity }) => entity))];
  return (
    <search>
      <input
        type="search"
        id="look-up"
        class="text-box"
        aria-label={t("welcomeFind")}
        aria-controls="look-up-found"
        placeholder={t("welcomeFindHint")}
        dir="auto"
        autocomplete="off"
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <ul id="look-up-found" aria-live="polite">
        {found.slice(0, MOST).map((entity) => (
          <li key={entity}>
            <button type="button" class="link" data-entity={entity} onClick={() => onOpen(entity)}>
              <bdi>{nameOfEntity(pack, entity)}</bdi>
            </button>
          </li>
        ))}
        {query.trim() !== "" && found.length === 0 && <li class="hint">{t("popupNoResults")}</li>}
      </ul>
    </search>
  );
}
