/**
 * An entity as a reader sees it, from props alone; the card and the popup both show it. `EntityHeading` and
 * `EntityBody` are apart because the card keeps the heading in view while the body scrolls.
 */
import type { PackIndex } from "../pack/lookup.ts";
import type { Entity, EntityId, Name, Source } from "../pack/types.ts";
import { formatDate, sourceAge } from "./dates.ts";
import { Folded } from "./Folded.tsx";
import { otherEnd, relationPhrase } from "./phrases.ts";
import { Statement } from "./Statement.tsx";
import { directionOf, languageName } from "./script.ts";
import { trusted } from "./trusted.ts";
import { own, PACK, phrase, plural, t } from "./words.ts";

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
}

export function EntityView(props: EntityViewProps) {
  const entity = props.pack.entities.get(props.entity);
  if (!entity) return null;
  return (
    <article class="sl-entity" {...own()}>
      <EntityHeading entity={entity} headingId={props.headingId} />
      <EntityBody {...props} />
    </article>
  );
}

export interface EntityHeadingProps {
  entity: Entity;
  headingId?: string | undefined;
  /** Which mark of the page it is: "3 of 7". */
  count?: string | undefined;
}

export function EntityHeading({ entity, headingId, count }: EntityHeadingProps) {
  return (
    <div class="sl-heading">
      <p class="sl-kind">
        {t(`cardKind_${entity.kind}`)}
        {count && <span class="sl-count"> · {count}</span>}
      </p>
      <h2 class="sl-name" id={headingId} tabIndex={-1}>
        <bdi {...PACK}>{entity.name}</bdi>
      </h2>
    </div>
  );
}

export function EntityBody({ pack, entity: id, onOpen, now, lang }: EntityViewProps) {
  const entity = pack.entities.get(id);
  if (!entity) return null;
  const nameOf = (other: EntityId) => pack.entities.get(other)?.name;
  const ties = [...Map.groupBy(pack.relationsOf(id), (relation) => otherEnd(relation, id))].filter(
    ([other]) => pack.entities.has(other),
  );
  const events = pack.eventsOf(id);
  const distinctions = entity.notSameAs.filter((distinction) => nameOf(distinction.entity));
  return (
    <div class="sl-body" key={id}>
      <OtherNames entity={entity} first={lang} />
      <p class="sl-summary" {...PACK}>
        {entity.summary}
      </p>
      {entity.claims.length > 0 && (
        <section>
          <h3>{t("popupSays")}</h3>
          <Folded
            class="sl-claims"
            items={entity.claims}
            limit={CLAIMS_SHOWN}
            more={(hidden) => plural("cardMoreClaims", hidden)}
            less={t("cardFewerClaims")}
          >
            {({ id: key, text, stance, by, passages }) => (
              <Statement key={key} pack={pack} stance={stance} by={by} passages={passages}>
                {text}
              </Statement>
            )}
          </Folded>
        </section>
      )}
      {events.length > 0 && (
        <section>
          <h3>{t("popupDates")}</h3>
          <ul class="sl-events">
            {events.map(({ id: key, date, placed, text, stance, by, passages }) => (
              <Statement key={key} pack={pack} stance={stance} by={by} passages={passages}>
                <time dateTime={date} {...own()}>
                  {formatDate(date)}
                </time>
                {placed && (
                  <span class="sl-placed" {...own()}>
                    {" "}
                    ({t("cardPlacedByUs")})
                  </span>
                )}{" "}
                {text}
              </Statement>
            ))}
          </ul>
        </section>
      )}
      {ties.length > 0 && (
        <section>
          <h3>{t("cardConnected")}</h3>
          <Folded
            class="sl-ties"
            items={ties}
            limit={TIES_SHOWN}
            more={(hidden) => plural("cardMoreTies", hidden)}
            less={t("cardFewerTies")}
          >
            {([other, relations]) => (
              <li key={other}>
                <button type="button" class="sl-link" {...PACK} onClick={trusted(() => onOpen(other))}>
                  {nameOf(other)}
                </button>
                <ul>
                  {relations.map((relation) => {
                    const { id: key, stance, by, passages, text } = relation;
                    return (
                      <Statement
                        key={key}
                        pack={pack}
                        stance={stance}
                        by={by}
                        passages={passages}
                        detail={text}
                      >
                        {relationPhrase(relation, id)}
                      </Statement>
                    );
                  })}
                </ul>
              </li>
            )}
          </Folded>
        </section>
      )}
      {distinctions.length > 0 && (
        <section>
          <h3>{t("cardNotSame")}</h3>
          <ul class="sl-distinctions">
            {distinctions.map(({ entity: other, why }) => (
              <li key={other}>
                <button type="button" class="sl-link" {...PACK} onClick={trusted(() => onOpen(other))}>
                  {nameOf(other)}
                </button>
                <p {...PACK}>{why}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <SourceLine source={pack.pack.source} now={now} />
    </div>
  );
}

/** The languages of the region that the news is about come first; a reader meets the name in them. */
const REGIONAL = ["ur", "ps", "fa", "ar"];
/** How many of each are in sight at first. */
const NAMES_SHOWN = 2;
const CLAIMS_SHOWN = 5;
const TIES_SHOWN = 6;

function OtherNames({ entity, first }: { entity: Entity; first: string | undefined }) {
  const rank = ({ lang }: Name) =>
    lang === first ? -1 : (REGIONAL.indexOf(lang) + REGIONAL.length + 1) % (REGIONAL.length + 1);
  if (entity.names.length === 0) return null;
  return (
    <Folded
      class="sl-names"
      label={t("cardOtherNames")}
      items={entity.names.toSorted((a, b) => rank(a) - rank(b))}
      limit={NAMES_SHOWN}
      more={(hidden) => plural("cardMoreNames", hidden)}
      less={t("cardFewerNames")}
    >
      {({ lang, text }) => (
        <li key={`${lang} ${text}`}>
          <span class="sl-lang">{languageName(lang)}</span>
          <bdi lang={lang} dir={directionOf(lang)}>
            {text}
          </bdi>
        </li>
      )}
    </Folded>
  );
}

function SourceLine({ source, now }: { source: Source; now: Date | undefined }) {
  // A pack is untrusted: `javascript:` and its like are shown as text only.
  const linked = /^https?:\/\//i.test(source.url);
  const title = phrase(
    "cardSource",
    <bdi {...PACK}>{source.author}</bdi>,
    <bdi {...PACK}>{source.publisher}</bdi>,
    // The arrow stays on the line of the date.
    <span class="sl-nowrap">
      {formatDate(source.date)}
      {linked && (
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M4 2.5h5.5V8M9.2 2.8 2.5 9.5" fill="none" stroke="currentColor" stroke-width="1.5" />
        </svg>
      )}
    </span>,
  );
  return (
    <div class="sl-source">
      <p>
        {linked ? (
          <a href={source.url} target="_blank" rel="noopener noreferrer" title={source.title}>
            {title}
          </a>
        ) : (
          title
        )}
      </p>
      <p class="sl-age">
        {phrase("cardGenre", <bdi {...PACK}>{capitalize(source.genre)}</bdi>, sourceAge(source.date, now))}
      </p>
    </div>
  );
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
