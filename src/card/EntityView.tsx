/**
 * An entity as a reader sees it, from props alone; the card and the popup both show it. `EntityHeading` and
 * `EntityBody` are apart because the card keeps the heading in view while the body scrolls.
 */
import type { PackIndex } from "../pack/lookup.ts";
import type { Entity, EntityId, Source } from "../pack/types.ts";
import { formatDate, sourceAge } from "./dates.ts";
import { KIND_LABELS, otherEnd, relationPhrase } from "./phrases.ts";
import { Statement } from "./Statement.tsx";
import { directionOf, languageName } from "./script.ts";
import { trusted } from "./trusted.ts";

export interface EntityViewProps {
  pack: PackIndex;
  entity: EntityId;
  /** Another entity was chosen: show it in this place. */
  onOpen(entity: EntityId): void;
  /** Id of the heading, for `aria-labelledby`. */
  headingId?: string;
  /** The day it is read, for the age of the source. */
  now?: Date;
}

export function EntityView(props: EntityViewProps) {
  const entity = props.pack.entities.get(props.entity);
  if (!entity) return null;
  return (
    <article class="sl-entity" lang="en" dir="ltr">
      <EntityHeading entity={entity} headingId={props.headingId} />
      <EntityBody {...props} />
    </article>
  );
}

export function EntityHeading({ entity, headingId }: { entity: Entity; headingId?: string | undefined }) {
  return (
    <header class="sl-heading">
      <p class="sl-kind">{KIND_LABELS[entity.kind]}</p>
      <h2 class="sl-name" id={headingId} tabIndex={-1}>
        {entity.name}
      </h2>
    </header>
  );
}

export function EntityBody({ pack, entity: id, onOpen, now }: EntityViewProps) {
  const entity = pack.entities.get(id);
  if (!entity) return null;
  const nameOf = (other: EntityId) => pack.entities.get(other)?.name;
  const relations = pack.relationsOf(id).filter((relation) => nameOf(otherEnd(relation, id)));
  const events = pack.eventsOf(id);
  const distinctions = entity.notSameAs.filter((distinction) => nameOf(distinction.entity));
  return (
    <div class="sl-body" key={id}>
      <NativeNames entity={entity} />
      <p class="sl-summary">{entity.summary}</p>
      {entity.claims.length > 0 && (
        <section>
          <h3>What the analysis says</h3>
          <ul class="sl-claims">
            {entity.claims.map(({ id: key, text, stance, by, passages }) => (
              <Statement key={key} pack={pack} stance={stance} by={by} passages={passages}>
                {text}
              </Statement>
            ))}
          </ul>
        </section>
      )}
      {events.length > 0 && (
        <section>
          <h3>Dates</h3>
          <ul class="sl-events">
            {events.map(({ id: key, date, text, stance, by, passages }) => (
              <Statement key={key} pack={pack} stance={stance} by={by} passages={passages}>
                <time dateTime={date}>{formatDate(date)}</time> {text}
              </Statement>
            ))}
          </ul>
        </section>
      )}
      {relations.length > 0 && (
        <section>
          <h3>Connected</h3>
          <ul class="sl-relations">
            {relations.map((relation) => {
              const other = otherEnd(relation, id);
              const { stance, by, passages, text } = relation;
              return (
                <Statement
                  key={relation.id}
                  pack={pack}
                  stance={stance}
                  by={by}
                  passages={passages}
                  detail={text}
                >
                  <button type="button" class="sl-link" onClick={trusted(() => onOpen(other))}>
                    {nameOf(other)}
                  </button>
                  <span class="sl-tie">{relationPhrase(relation, id)}</span>
                </Statement>
              );
            })}
          </ul>
        </section>
      )}
      {distinctions.length > 0 && (
        <section>
          <h3>Not the same as</h3>
          <ul class="sl-distinctions">
            {distinctions.map(({ entity: other, why }) => (
              <li key={other}>
                <button type="button" class="sl-link" onClick={trusted(() => onOpen(other))}>
                  {nameOf(other)}
                </button>
                <p>{why}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <SourceLine source={pack.pack.source} now={now} />
    </div>
  );
}

function NativeNames({ entity }: { entity: Entity }) {
  if (entity.names.length === 0) return null;
  return (
    <ul class="sl-names" aria-label="Other names">
      {entity.names.map(({ lang, text }) => (
        <li key={`${lang} ${text}`}>
          <span class="sl-lang">{languageName(lang)}</span>
          <bdi lang={lang} dir={directionOf(lang)}>
            {text}
          </bdi>
        </li>
      ))}
    </ul>
  );
}

function SourceLine({ source, now }: { source: Source; now: Date | undefined }) {
  // A pack is untrusted: `javascript:` and its like are shown as text only.
  const linked = /^https?:\/\//i.test(source.url);
  const title = `${source.author}, ${source.publisher}, ${formatDate(source.date)}`;
  return (
    <footer class="sl-source">
      <p>
        {linked ? (
          <a href={source.url} target="_blank" rel="noopener noreferrer" title={source.title}>
            {title}
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <path d="M4 2.5h5.5V8M9.2 2.8 2.5 9.5" fill="none" stroke="currentColor" stroke-width="1.5" />
            </svg>
          </a>
        ) : (
          title
        )}
      </p>
      <p class="sl-age">
        {capitalize(source.genre)}, {sourceAge(source.date, now)}
      </p>
    </footer>
  );
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
