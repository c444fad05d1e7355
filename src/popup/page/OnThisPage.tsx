/** Every entity of the page with its mentions in order; a mention is a button that goes there. */
import { useState } from "preact/hooks";
import { plural, t } from "../../i18n/t.ts";
import type { EntityId } from "../../pack/types.ts";
import type { EntityOnPage, FrameMention } from "./page-state.ts";

export interface OnThisPageProps {
  entities: readonly EntityOnPage[];
  nameOf(entity: EntityId): string;
  onOpen(entity: EntityId): void;
  onJump(target: FrameMention): void;
}

export function OnThisPage({ entities, ...rest }: OnThisPageProps) {
  if (entities.length === 0) return null;
  return (
    <section class="page" aria-labelledby="on-this-page">
      <h2 id="on-this-page">{t("popupOnThisPage")}</h2>
      <ul class="page-entities">
        {entities.map((entity) => (
          <PageEntity key={entity.entity} {...entity} {...rest} />
        ))}
      </ul>
    </section>
  );
}

type PageEntityProps = EntityOnPage & Omit<OnThisPageProps, "entities">;

function PageEntity({ entity, count, mentions, nameOf, onOpen, onJump }: PageEntityProps) {
  const [open, setOpen] = useState(false);
  const listId = `mentions-${entity}`;
  return (
    <li class="page-entity" data-entity={entity}>
      <button
        type="button"
        class="page-entity-row"
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        <svg class="chevron" viewBox="0 0 12 12" aria-hidden="true">
          <path d="m4 2.5 4 3.5-4 3.5" />
        </svg>
        <bdi class="page-entity-name">{nameOf(entity)}</bdi>
        <span class="count">
          <span aria-hidden="true">{count}</span>
          <span class="visually-hidden">{plural("popupMentions", count)}</span>
        </span>
      </button>
      <div id={listId} class="page-mentions" hidden={!open}>
        <button type="button" class="link" onClick={() => onOpen(entity)}>
          {t("popupSays")}
        </button>
        <ol>
          {open &&
            mentions.map((target) => (
              <li key={`${target.frame} ${target.mention.id}`}>
                <Mention target={target} onJump={onJump} />
              </li>
            ))}
        </ol>
        {count > mentions.length && <p class="muted">{plural("popupMore", count - mentions.length)}</p>}
      </div>
    </li>
  );
}

function Mention({ target, onJump }: { target: FrameMention; onJump(target: FrameMention): void }) {
  const { before, text: words, after } = target.mention;
  return (
    <button type="button" class="mention" title={t("popupJumpTo")} dir="auto" onClick={() => onJump(target)}>
      {before}
      <mark>{words}</mark>
      {after}
    </button>
  );
}
