/** A tie, an event, a claim or a paragraph, opened: what is said, how firmly and by whom, and whom it is about. */
import type { ComponentChildren } from "preact";
import { PackTitle } from "../../entity/PackLine.tsx";
import { Said } from "../../entity/Said.tsx";
import { Statement } from "../../entity/Statement.tsx";
import { formatDate } from "../../entity/words/dates.ts";
import { paragraphNumber } from "../../entity/words/phrases.ts";
import { interfaceAttributes, language, t } from "../../i18n/t.ts";
import type { Claim, EntityId } from "../../pack/types.ts";
import { EntityButtons } from "../EntityButtons.tsx";
import type { Selection, View } from "../model/address.ts";
import { paragraphsOf } from "../model/article.ts";
import { EVERYTHING } from "../model/filter.ts";
import type { AtlasIndex } from "../model/together.ts";
import { wordsOf } from "../names.ts";
import { toolsFor } from "../tools.tsx";
import { datedWords } from "./dated.ts";

export interface OpenedProps {
  pack: AtlasIndex;
  selection: Selection;
  onOpen(selection: Selection, view?: View): void;
  onSay(words: string): void;
}

export function Opened({ pack, selection: { kind, id }, onOpen, onSay }: OpenedProps) {
  const words = wordsOf(pack);
  const frame = (
    label: string,
    title: ComponentChildren,
    about: readonly EntityId[],
    body: ComponentChildren,
  ) => (
    <article class="sl-entity opened" {...interfaceAttributes()}>
      <div class="sl-heading">
        <p class="sl-kind">{label}</p>
        <h2 class="sl-name" id="panel-title" tabIndex={-1}>
          {title}
        </h2>
      </div>
      <div class="sl-body">
        {body}
        {about.length > 0 && (
          <section>
            <h3>{t("atlasAbout")}</h3>
            <EntityButtons pack={pack} ids={about} onOpen={onOpen} />
          </section>
        )}
      </div>
    </article>
  );
  const said = (statements: readonly Claim[]) => (
    <ul class="sl-claims">
      {statements.map((statement) => (
        <Statement
          key={statement.id}
          pack={pack.homeOf(statement.id)}
          statement={statement}
          language={language()}
          tools={toolsFor(pack, statement.id, onOpen, onSay)}
        />
      ))}
    </ul>
  );
  const { pack: whole } = pack;
  if (kind === "tie") {
    const tie = whole.relations.find((each) => each.id === id)!;
    const title = (
      <>
        <Said {...words.name(tie.from)} /> <span class="opened-verb">{words.verb(tie)}</span>{" "}
        <Said {...words.name(tie.to)} />
      </>
    );
    return frame(t("atlasTie"), title, [tie.from, tie.to], said([tie]));
  }
  if (kind === "event") {
    const event = whole.events.find((each) => each.id === id)!;
    return frame(
      t("atlasEvent"),
      <time dateTime={event.date}>{formatDate(event.date)}</time>,
      event.entities,
      <>
        {said([event])}
        <p class="how-dated">{datedWords(event, words.editor(id))}</p>
      </>,
    );
  }
  if (kind === "claim") {
    const entity = whole.entities.find(({ claims }) => claims.some((each) => each.id === id))!;
    const claim = entity.claims.find((each) => each.id === id)!;
    return frame(t("atlasClaim"), <Said {...words.name(entity.id)} />, [entity.id], said([claim]));
  }
  const passage = pack.passages.get(id)!;
  const paragraph = paragraphsOf(pack, { ...EVERYTHING, passage: id })[0]!;
  return frame(
    t("atlasInShort"),
    t("atlasPassageOf", paragraphNumber(id)),
    paragraph.entities,
    <>
      {pack.packs.length > 1 && (
        <p class="whose">
          <PackTitle pack={pack.homeOf(id).pack} />
        </p>
      )}
      <p class="sl-summary">
        <Said {...words.said(passage.gist, id)} />
      </p>
      <section>
        <h3>{t("popupSays")}</h3>
        {said(paragraph.claims.map(({ claim }) => claim))}
      </section>
    </>,
  );
}
