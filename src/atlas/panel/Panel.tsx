/** What the reader has opened, beside the view: an entity as its card shows it, or a tie, an event, a claim, a paragraph. */
import { EntityHeading, EntityView } from "../../entity/EntityView.tsx";
import { PackTitle } from "../../entity/PackLine.tsx";
import { PartsBody } from "../../entity/PartsBody.tsx";
import { Said } from "../../entity/Said.tsx";
import { interfaceAttributes, language, t } from "../../i18n/t.ts";
import { onlyPart } from "../../pack/lookup.ts";
import { sentenceIn } from "../../pack/texts.ts";
import type { EntityId } from "../../pack/types.ts";
import type { Selection, View } from "../model/address.ts";
import type { AtlasIndex } from "../model/together.ts";
import { toolsIn } from "../tools.tsx";
import type { Elsewhere } from "../use/use-elsewhere.ts";
import { Opened } from "./Opened.tsx";

export interface PanelProps {
  pack: AtlasIndex;
  selection: Selection;
  canGoBack: boolean;
  onOpen(selection: Selection, view?: View): void;
  onBack(): void;
  onClose(): void;
  onSay(words: string): void;
  elsewhere: readonly Elsewhere[];
  onElsewhere: ((hash: string) => void) | undefined;
  now?: Date | undefined;
}

export function Panel(props: PanelProps) {
  const { pack, selection, canGoBack, onOpen, onBack, onClose, onSay, elsewhere, onElsewhere, now } = props;
  const parts =
    selection.kind === "entity" && pack.packs.length > 1
      ? pack.packs.flatMap((index) => onlyPart(index, selection.id))
      : [];
  const open = (id: EntityId) => onOpen({ kind: "entity", id });
  return (
    <section class="panel" id="panel" aria-labelledby="panel-title">
      <div class="panel-bar">
        {canGoBack && (
          <button type="button" class="panel-button" id="panel-back" onClick={onBack}>
            <svg class="back-sign" viewBox="0 0 12 12" aria-hidden="true">
              <path d="M7.5 2 3.5 6l4 4" />
            </svg>
            {t("popupBack")}
          </button>
        )}
        <button
          type="button"
          class="panel-button panel-close"
          id="panel-close"
          title={t("cardCloseHint")}
          onClick={onClose}
        >
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="m2.5 2.5 7 7m0-7-7 7" />
          </svg>
          {t("cardClose")}
        </button>
      </div>
      {parts.length > 0 ? (
        <article key={selection.id} class="sl-entity" {...interfaceAttributes()}>
          <EntityHeading
            pack={parts[0]!.index}
            entity={pack.entities.get(selection.id)!}
            headingId="panel-title"
          />
          <PartsBody
            parts={parts}
            bundled={null}
            onOpen={open}
            toolsIn={(index) => toolsIn(index, false, onOpen, onSay)}
            {...(now && { now })}
          />
        </article>
      ) : selection.kind === "entity" ? (
        <EntityView
          key={selection.id}
          pack={pack}
          entity={selection.id}
          onOpen={open}
          headingId="panel-title"
          tools={toolsIn(pack, false, onOpen, onSay)}
          {...(now && { now })}
        />
      ) : (
        <Opened
          key={`${selection.kind} ${selection.id}`}
          pack={pack}
          selection={selection}
          onOpen={onOpen}
          onSay={onSay}
        />
      )}
      {elsewhere.length > 0 && onElsewhere && <ElsewhereList {...{ elsewhere, onElsewhere }} />}
    </section>
  );
}

interface ElsewhereListProps {
  elsewhere: readonly Elsewhere[];
  onElsewhere(hash: string): void;
}

function ElsewhereList({ elsewhere, onElsewhere }: ElsewhereListProps) {
  const titles = elsewhere.map(({ pack }) => sentenceIn(pack, pack.title, language()).text);
  // One analysis may know it twice, under two names, and two may have one title: then the name tells which.
  const isShared = (title: string) => titles.filter((other) => other === title).length > 1;
  return (
    <div class="elsewhere sl-body" {...interfaceAttributes()}>
      <h3>{t("atlasElsewhere")}</h3>
      <ul class="entity-buttons">
        {elsewhere.map(({ pack, name, hash }, i) => (
          <li key={hash}>
            <button type="button" class="chip" data-hash={hash} onClick={() => onElsewhere(hash)}>
              <span>
                <PackTitle pack={pack} />
                {isShared(titles[i]!) && (
                  <>
                    {" · "}
                    <Said {...name} />
                  </>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
