/** A pack before it is stored: whose it is, what it is about, cards to look at, a text to try, what is doubtful, what it changes. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { EntityView } from "../../entity/EntityView.tsx";
import { Said } from "../../entity/Said.tsx";
import { formatDate } from "../../entity/words/dates.ts";
import { languageName } from "../../entity/words/script.ts";
import { language, listed, t } from "../../i18n/t.ts";
import type { PackEntry } from "../../messages/packs.ts";
import { diffPacks, isUnchanged } from "../../pack/format/diff-packs.ts";
import { type Doubts, doubtsOf, type NamesElsewhere } from "../../pack/format/doubts.ts";
import { indexPack } from "../../pack/lookup.ts";
import { nameIn, sentenceIn } from "../../pack/texts.ts";
import type { EntityId, Pack } from "../../pack/types.ts";
import { Doubtful } from "../../pages/Doubtful.tsx";
import { useLater } from "../../pages/use-later.ts";
import { Differences } from "./Differences.tsx";
import { cardsOf, countsOf } from "./preview.ts";
import { SourceOf } from "./SourceOf.tsx";
import { TryText } from "./TryText.tsx";

export interface PreviewProps {
  pack: Pack;
  /** The pack that it takes the place of, and what is in that, where it can be read. */
  replaces: { entry: PackEntry; pack: Pack | null } | null;
  /** The names of the other packs; `null` until they have been read. */
  others: readonly NamesElsewhere[] | null;
  /** How far installing has come, of 1; `null` before it has begun. */
  progress: number | null;
  onInstall(): void;
  onLeave(): void;
}

export function Preview({ pack, replaces, others, progress, onInstall, onLeave }: PreviewProps) {
  const index = useMemo(() => indexPack(pack), [pack]);
  const counts = useMemo(() => countsOf(pack), [pack]);
  const cards = useMemo(() => cardsOf(pack), [pack]);
  const doubts = useLater<Doubts>(() => others && doubtsOf(pack, others), [pack, others]);
  const before = replaces?.pack ?? null;
  const diff = useMemo(() => before && diffPacks(before, pack), [before, pack]);
  const [open, setOpen] = useState<EntityId | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <div class="preview" id="pack-preview">
      <h3 ref={heading} tabIndex={-1}>
        <Said {...sentenceIn(pack, pack.title, language())} />
      </h3>
      <p>
        {t("optionsPackBy", pack.editor)} · {t("optionsPackVersion", pack.version)} · {formatDate(pack.date)}{" "}
        · {t("optionsPackLicence", pack.licence)}
      </p>
      <SourceOf pack={pack} />
      <p id="pack-counts">
        {listed([
          t("optionsPackEntities", counts.entities),
          t("optionsPackNames", counts.names),
          t("optionsPackStatements", counts.statements),
        ])}{" "}
        · {listed(pack.languages.map(languageName))}
      </p>
      {replaces && (
        <section class="field" id="pack-replaces">
          <h4>{t("optionsPackReplaces", replaces.entry.version, pack.version)}</h4>
          {diff === null && <p class="hint">{t("optionsPackNoBefore")}</p>}
          {diff && (isUnchanged(diff) ? <p>{t("optionsDiffNone")}</p> : <Differences diff={diff} />)}
        </section>
      )}
      <section class="field" id="pack-doubts">
        <h4>{t("optionsPackDoubts")}</h4>
        <Doubtful doubts={doubts} />
      </section>
      <section class="field" id="pack-cards">
        <h4>{t("optionsPackCards")}</h4>
        <p class="cards">
          {cards.map((entity) => (
            <button
              key={entity.id}
              type="button"
              class="button"
              aria-expanded={open === entity.id}
              onClick={() => setOpen(open === entity.id ? null : entity.id)}
            >
              <Said {...nameIn(pack, entity, language())} />
            </button>
          ))}
        </p>
        <TryText pack={index} onOpen={setOpen} />
        <div aria-live="polite">
          {open !== null && (
            <EntityView pack={index} entity={open} onOpen={setOpen} headingId="pack-card-name" />
          )}
        </div>
      </section>
      <div class="confirm">
        <button
          type="button"
          class="button primary"
          id="pack-yes"
          disabled={progress !== null}
          onClick={onInstall}
        >
          {replaces ? t("optionsPackReplace") : t("optionsPackAdd")}
        </button>
        <button type="button" class="button" id="pack-no" disabled={progress !== null} onClick={onLeave}>
          {t("optionsPackLeave")}
        </button>
        {progress !== null && (
          <label class="progress">
            {t("optionsPackInstalling")} <progress max={1} value={progress} />
          </label>
        )}
      </div>
    </div>
  );
}
