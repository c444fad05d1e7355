/** What there is to look at where a page has no name and nothing is typed: the most tied, the newest, and the atlas. */
import { useMemo } from "preact/hooks";
import { formatDate } from "../../entity/dates.ts";
import { Said } from "../../entity/Said.tsx";
import { StanceChip } from "../../entity/Statement.tsx";
import { language, plural, t } from "../../i18n/t.ts";
import type { PackIndex } from "../../pack/lookup.ts";
import { nameIn, sentenceIn } from "../../pack/texts.ts";
import type { EntityId } from "../../pack/types.ts";
import { mostTied, newestEvents } from "./choose.ts";

export interface BrowseProps {
  pack: PackIndex;
  onOpen(entity: EntityId): void;
  onAtlas(hash: string): void;
}

export function Browse({ pack, onOpen, onAtlas }: BrowseProps) {
  const tied = useMemo(() => mostTied(pack), [pack]);
  const events = useMemo(() => newestEvents(pack), [pack]);
  return (
    <section class="browse" aria-labelledby="browse-title">
      <div class="browse-head">
        <h2 id="browse-title">{t("popupBrowse")}</h2>
        <button type="button" class="link" id="atlas" onClick={() => onAtlas("")}>
          {t("popupAtlas")}
        </button>
      </div>
      {tied.length > 0 && <h3>{t("popupMostTied")}</h3>}
      <ul>
        {tied.map(({ entity, ties }) => (
          <li key={entity.id}>
            <button
              type="button"
              class="browse-row"
              data-entity={entity.id}
              onClick={() => onOpen(entity.id)}
            >
              <Said {...nameIn(pack.pack, entity, language())} />
              <span class="muted">{plural("atlasTies", ties)}</span>
            </button>
          </li>
        ))}
      </ul>
      {events.length > 0 && <h3>{t("popupNewest")}</h3>}
      <ul>
        {events.map(({ date, sequence, text, stance, by }) => (
          <li key={sequence}>
            <button
              type="button"
              class="browse-row browse-event"
              data-event={sequence}
              onClick={() => onAtlas(`event=${sequence}`)}
            >
              <span>
                <b>{formatDate(date)}</b> <Said {...sentenceIn(pack.pack, text, language())} />
              </span>
              <span class="muted">
                <StanceChip stance={stance} /> <Said {...sentenceIn(pack.pack, by, language())} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
