/** What there is to look at where a page has no name and nothing is typed: of each analysis the most tied, the newest, and the atlas. */
import { useMemo } from "preact/hooks";
import { PackLine } from "../../entity/PackLine.tsx";
import { Said } from "../../entity/Said.tsx";
import { StanceChip } from "../../entity/Statement.tsx";
import { formatDate } from "../../entity/words/dates.ts";
import { language, plural, t } from "../../i18n/t.ts";
import { atlasHash } from "../../messages/opening.ts";
import type { PackIndex } from "../../pack/lookup.ts";
import { nameIn, sentenceIn } from "../../pack/texts.ts";
import type { EntityId } from "../../pack/types.ts";
import { mostTied, newestEvents, OF_ONE, OF_SEVERAL } from "./choose.ts";

export interface BrowseProps {
  /** In their order. */
  packs: readonly PackIndex[];
  /** Each is said to be whose it is. */
  told: boolean;
  onOpen(entity: EntityId): void;
  onAtlas(hash: string): void;
}

/** Of many, a reader chooses one: the first few fill the window. */
const SHOWN = 5;

export function Browse({ packs, told, ...rest }: BrowseProps) {
  return (
    <section class="browse" aria-labelledby="browse-title">
      {told && <h2 id="browse-title">{t(packs.length > 1 ? "popupBrowseAll" : "popupBrowse")}</h2>}
      {packs.slice(0, SHOWN).map((index) => (
        <BrowsePack
          key={index.pack.id}
          index={index}
          most={packs.length > 1 ? OF_SEVERAL : OF_ONE}
          told={told}
          {...rest}
        />
      ))}
    </section>
  );
}

type BrowsePackProps = Omit<BrowseProps, "packs"> & { index: PackIndex; most: typeof OF_ONE };

function BrowsePack({ index, most, told, onOpen, onAtlas }: BrowsePackProps) {
  const { pack } = index;
  const tied = useMemo(() => mostTied(index, most), [index, most]);
  const events = useMemo(() => newestEvents(index, most), [index, most]);
  const show = (selection = "") => onAtlas(told ? atlasHash(pack.id, selection) : selection);
  return (
    <section class="browse-pack" data-pack={pack.id}>
      <div class="browse-head">
        {told ? (
          <p class="browse-from muted">
            <PackLine pack={pack} />
          </p>
        ) : (
          <h2 id="browse-title">{t("popupBrowse")}</h2>
        )}
        <button type="button" class="link" data-atlas={pack.id} onClick={() => show()}>
          {t("popupAtlas")}
        </button>
      </div>
      {tied.length > 0 && <h3>{t(tied.some(({ ties }) => ties > 0) ? "popupMostTied" : "popupNames")}</h3>}
      <ul>
        {tied.map(({ entity, ties }) => (
          <li key={entity.id}>
            <button
              type="button"
              class="browse-row"
              data-entity={entity.id}
              onClick={() => onOpen(entity.id)}
            >
              <Said {...nameIn(pack, entity, language())} />
              {ties > 0 && <span class="muted">{plural("atlasTies", ties)}</span>}
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
              onClick={() => show(`event=${sequence}`)}
            >
              <span>
                <b>{formatDate(date)}</b> <Said {...sentenceIn(pack, text, language())} />
              </span>
              <span class="muted">
                <StanceChip stance={stance} /> <Said {...sentenceIn(pack, by, language())} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
