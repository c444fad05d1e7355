/**
 * An entity as a reader sees it, from props alone; the card and the popup both show it. `EntityHeading` and
 * `EntityBody` are apart because the card keeps the heading in view while the body scrolls.
 */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { interfaceAttributes, language, plural, t } from "../i18n/t.ts";
import type { PackIndex } from "../pack/lookup.ts";
import { nameIn, originalOf, type Sentence, sentenceIn } from "../pack/texts.ts";
import type { Entity, EntityId, LanguageTag, Text } from "../pack/types.ts";
import { Folded } from "./Folded.tsx";
import { OtherNames } from "./OtherNames.tsx";
import { Said } from "./Said.tsx";
import { SourceLine } from "./SourceLine.tsx";
import { Statement, type StatementTools } from "./Statement.tsx";
import { trusted } from "./trusted.ts";
import { formatDate } from "./words/dates.ts";
import { otherEnd, relationPhrase } from "./words/phrases.ts";
import { languageAttributes, languageName } from "./words/script.ts";

export interface EntityViewProps {
  pack: PackIndex;
  entity: EntityId;
  /** Another entity was chosen: show it in this place. */
  onOpen(entity: EntityId): void;
  /** Id of the heading, for `aria-labelledby`. */
  headingId?: string;
  /** The day it is read, for the age of the source. */
  now?: Date;
  /** The language of the page around, `ur`: the name in it comes first. */
  lang?: string;
  tools?: StatementTools;
}

export function EntityView(props: EntityViewProps) {
  const entity = props.pack.entities.get(props.entity);
  if (!entity) return null;
  return (
    <article class="sl-entity" {...interfaceAttributes()}>
      <EntityHeading pack={props.pack} entity={entity} headingId={props.headingId} />
      <EntityBody {...props} />
    </article>
  );
}

export interface EntityHeadingProps {
  pack: PackIndex;
  entity: Entity;
  headingId?: string | undefined;
  /** Which mark of the page it is: "3 of 7". */
  count?: string | undefined;
}

export function EntityHeading({ pack, entity, headingId, count }: EntityHeadingProps) {
  return (
    <div class="sl-heading">
      <p class="sl-kind">
        {t(`cardKind_${entity.kind}`)}
        {count && <span class="sl-count"> · {count}</span>}
      </p>
      <h2 class="sl-name" id={headingId} tabIndex={-1}>
        <Said {...nameIn(pack.pack, entity, language())} />
      </h2>
    </div>
  );
}

export function EntityBody({ pack, entity: id, onOpen, now, lang, tools }: EntityViewProps) {
  /** Whether the reader has asked for the language that the pack is written in. */
  const [untranslated, setUntranslated] = useState(false);
  const entity = pack.entities.get(id);
  if (!entity) return null;
  const original = originalOf(pack.pack);
  const spoken = untranslated ? original : language();
  const said = (text: Text): Sentence => sentenceIn(pack.pack, text, spoken);
  const ties = [...Map.groupBy(pack.relationsOf(id), (relation) => otherEnd(relation, id))].filter(
    ([other]) => pack.entities.has(other),
  );
  const events = pack.eventsOf(id);
  const distinctions = entity.notSameAs.filter((distinction) => pack.entities.has(distinction.entity));
  const summary = said(entity.summary);
  const link = (other: EntityId) => (
    <button type="button" class="sl-link" onClick={trusted(() => onOpen(other))}>
      <Said {...nameIn(pack.pack, pack.entities.get(other)!, spoken)} />
    </button>
  );
  return (
    <div class="sl-body" key={id}>
      <OtherNames pack={pack.pack} entity={entity} first={lang} />
      <p class="sl-summary" {...languageAttributes(summary.lang)}>
        {summary.text}
      </p>
      {(untranslated || summary.lang !== original) && (
        <Translated
          from={original}
          editor={pack.pack.editor}
          shown={!untranslated}
          onShow={(on) => setUntranslated(!on)}
        />
      )}
      {entity.claims.length > 0 && (
        <Part title={t("popupSays")}>
          <Folded
            class="sl-claims"
            items={entity.claims}
            limit={CLAIMS_SHOWN}
            more={(hidden) => plural("cardMoreClaims", hidden)}
            less={t("cardFewerClaims")}
          >
            {(claim) => <Statement key={claim.id} {...{ pack, tools }} statement={claim} language={spoken} />}
          </Folded>
        </Part>
      )}
      {events.length > 0 && (
        <Part title={t("popupDates")}>
          <ul class="sl-events">
            {events.map((event) => (
              <Statement
                key={event.id}
                {...{ pack, tools }}
                statement={event}
                language={spoken}
                before={
                  <span {...interfaceAttributes()}>
                    <time dateTime={event.date}>{formatDate(event.date)}</time>{" "}
                    {event.placed && `(${t("cardPlacedByUs", pack.pack.editor)}) `}
                  </span>
                }
              />
            ))}
          </ul>
        </Part>
      )}
      {ties.length > 0 && (
        <Part title={t("cardConnected")}>
          <Folded
            class="sl-ties"
            items={ties}
            limit={TIES_SHOWN}
            more={(hidden) => plural("cardMoreTies", hidden)}
            less={t("cardFewerTies")}
          >
            {([other, relations]) => (
              <li key={other}>
                {link(other)}
                <ul>
                  {relations.map((relation) => (
                    <Statement
                      key={relation.id}
                      {...{ pack, tools }}
                      statement={relation}
                      language={spoken}
                      short={relationPhrase(relation, id)}
                    />
                  ))}
                </ul>
              </li>
            )}
          </Folded>
        </Part>
      )}
      {distinctions.length > 0 && (
        <Part title={t("cardNotSame")}>
          <ul class="sl-distinctions">
            {distinctions.map(({ entity: other, why }) => {
              const sentence = said(why);
              return (
                <li key={other}>
                  {link(other)}
                  <p {...languageAttributes(sentence.lang)}>{sentence.text}</p>
                </li>
              );
            })}
          </ul>
        </Part>
      )}
      <SourceLine pack={pack.pack} language={spoken} now={now} />
    </div>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** How many are in sight at first. */
const CLAIMS_SHOWN = 5;
const TIES_SHOWN = 6;

interface TranslatedProps {
  /** Whose translation it is. */
  editor: string;
  from: LanguageTag;
  shown: boolean;
  onShow(translation: boolean): void;
}

/** Says that what one reads is a translation, and offers what it was made from in its place; and the other way round. */
function Translated({ from, editor, shown, onShow }: TranslatedProps) {
  return (
    <p class="sl-translated">
      {shown && `${t("cardTranslated", editor)} `}
      <button type="button" class="sl-more" onClick={trusted(() => onShow(!shown))}>
        {t("cardShowIn", languageName(shown ? from : language()))}
      </button>
    </p>
  );
}
