/** What is shown: by kind, by stance, by paragraph. The signs on the buttons are the legend of the pictures. */
import { useState } from "preact/hooks";
import { PackTitle } from "../entity/PackLine.tsx";
import { paragraphNumber, stanceWord } from "../entity/words/phrases.ts";
import { t } from "../i18n/t.ts";
import type { PackIndex } from "../pack/lookup.ts";
import { ENTITY_KINDS, STANCES } from "../pack/types.ts";
import type { View } from "./model/address.ts";
import { EVERYTHING, type Filter, isEverything, toggled } from "./model/filter.ts";
import type { AtlasIndex } from "./model/together.ts";
import { titleOf } from "./names.ts";
import { KindSign, StanceSign } from "./signs.tsx";

/** CSS px. */
const WIDE = "(min-width: 641px)";

export interface FiltersProps {
  /** All of it, whatever of it is shown. */
  pack: AtlasIndex;
  view: View;
  filter: Filter;
  onFilter(filter: Filter): void;
}

export function Filters({ pack, view, filter, onFilter }: FiltersProps) {
  // In a narrow window they would fill the first screen: there they are one press away.
  const [wide] = useState(() => matchMedia(WIDE).matches);
  const several = pack.packs.length > 1;
  const kinds = ENTITY_KINDS.filter((kind) => pack.pack.entities.some((entity) => entity.kind === kind));
  return (
    <details class="filter-fold" open={wide}>
      <summary>{t("atlasShow")}</summary>
      <fieldset class="filters">
        <legend class="visually-hidden">{t("atlasShow")}</legend>
        {several && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset within a fieldset is more than this is
          <div class="chips" role="group" aria-label={t("packFilter")}>
            {pack.packs.map(({ pack: one }) => (
              <button
                key={one.id}
                type="button"
                class="chip"
                data-pack={one.id}
                aria-pressed={filter.packs.has(one.id)}
                // A paragraph that was chosen may be of another one.
                onClick={() => onFilter({ ...filter, packs: toggled(filter.packs, one.id), passage: null })}
              >
                <PackTitle pack={one} />
              </button>
            ))}
          </div>
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset within a fieldset is more than this is */}
        <div class="chips" role="group" aria-label={t("atlasKinds")}>
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              class="chip"
              aria-pressed={filter.kinds.has(kind)}
              onClick={() => onFilter({ ...filter, kinds: toggled(filter.kinds, kind) })}
            >
              <KindSign kind={kind} />
              {t(`atlasKind_${kind}`)}
            </button>
          ))}
        </div>
        <div class="chips">
          <select
            aria-label={t("atlasPassage")}
            value={filter.passage ?? ""}
            onChange={(event) => onFilter({ ...filter, passage: event.currentTarget.value || null })}
          >
            <option value="">{t("atlasAllPassages")}</option>
            {several
              ? pack.packs.map((one) => (
                  <optgroup key={one.pack.id} label={titleOf(one.pack).text}>
                    {optionsOf(one)}
                  </optgroup>
                ))
              : optionsOf(pack)}
          </select>
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div class="chips" role="group" aria-label={t("atlasStances")}>
          {STANCES.map((stance) => (
            <button
              key={stance}
              type="button"
              class="chip"
              data-stance={stance}
              title={t(`cardMeans_${stance}`)}
              aria-pressed={filter.stances.has(stance)}
              onClick={() => onFilter({ ...filter, stances: toggled(filter.stances, stance) })}
            >
              <StanceSign stance={stance} line={view === "ties"} />
              {stanceWord(stance)}
            </button>
          ))}
          {!isEverything(filter) && (
            <button type="button" class="link" onClick={() => onFilter(EVERYTHING)}>
              {t("atlasShowAll")}
            </button>
          )}
        </div>
      </fieldset>
    </details>
  );
}

const optionsOf = ({ pack }: PackIndex) =>
  pack.passages.map(({ id }) => (
    <option key={id} value={id}>
      {t("atlasPassageOf", paragraphNumber(id))}
    </option>
  ));
