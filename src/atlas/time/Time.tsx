/**
 * What happened in which order. The picture and the list are one: each event is a row, its date a bar on the line of time, a
 * year or a month as long as it is. Whose the date and the place are is drawn and said: the article's, or ours.
 */
import { useMemo, useState } from "preact/hooks";
import { Statement } from "../../entity/Statement.tsx";
import { formatDate } from "../../entity/words/dates.ts";
import { interfaceAttributes, language, plural, t } from "../../i18n/t.ts";
import type { AnalysisEvent } from "../../pack/types.ts";
import { EntityButtons } from "../EntityButtons.tsx";
import { showsKind, showsStatement } from "../model/filter.ts";
import { spanOf, type TimeScale, timeScale } from "../model/timeline.ts";
import { wordsOf } from "../names.ts";
import { datedWords } from "../panel/dated.ts";
import { SaveAs } from "../SaveAs.tsx";
import { drawTime } from "../take/draw-time.ts";
import { tableOfTime } from "../take/tables.ts";
import { toolsFor } from "../tools.tsx";
import type { ViewProps } from "../view-props.ts";
import { walkList } from "../walk.ts";

/** Rows at first, and with each press for more. */
const AT_ONCE = 100;

export function Time({ pack, filter, related, selection, onOpen, onSay }: ViewProps) {
  const words = useMemo(() => wordsOf(pack), [pack]);
  const [most, setMost] = useState(AT_ONCE);
  const events = useMemo(
    () =>
      pack.pack.events
        .filter(
          (event) =>
            showsStatement(filter, event) &&
            event.entities.some((id) => pack.entities.has(id) && showsKind(filter, pack.entities.get(id)!)),
        )
        .sort((a, b) => a.sequence - b.sequence),
    [pack, filter],
  );
  // Of all events, so that nothing moves when some are filtered out.
  const scale = useMemo(() => timeScale(pack.pack.events), [pack]);
  const hidden = events.length - most;
  return (
    <section class="time" aria-label={t("atlasView_time")}>
      <div class="switch-row">
        <p class="tally">{plural("atlasEvents", events.length)}</p>
        <ul class="time-legend">
          <li>
            <span class="bar-sign" aria-hidden="true" />
            {t("atlasDatedShort")}
          </li>
          <li>
            <span class="bar-sign" data-ours aria-hidden="true" />
            {t("atlasDatedByUsShort", words.editors)}
          </li>
          <li>
            <span class="place-sign" data-ours aria-hidden="true">
              ?
            </span>
            {t("cardPlacedByUs", words.editors)}
          </li>
        </ul>
      </div>
      {events.length === 0 && <p class="nothing">{t("atlasNothing")}</p>}
      <div class="time-line sl-body">
        {events.length > 0 && <Axis scale={scale} />}
        <ol class="time-rows" onKeyDown={walkList}>
          {events.slice(0, most).map((event, i) => (
            <li
              key={event.id}
              class="time-row"
              data-lit={related?.events.has(event.id)}
              data-ours={event.stance === "editor"}
              data-placed={event.placed !== undefined}
            >
              <span class="place-sign" data-ours={event.placed !== undefined} aria-hidden="true">
                {new Intl.NumberFormat(language()).format(i + 1)}
              </span>
              <button
                type="button"
                class="time-date"
                data-stop
                data-event={event.id}
                aria-current={selection?.kind === "event" && selection.id === event.id ? "true" : undefined}
                aria-description={datedWords(event, words.editor(event.id))}
                onClick={() => onOpen({ kind: "event", id: event.id })}
              >
                <time dateTime={event.date}>{formatDate(event.date)}</time>
              </button>
              <Bar event={event} scale={scale} />
              <ul class="time-said">
                <Statement
                  pack={pack.homeOf(event.id)}
                  statement={event}
                  language={language()}
                  tools={toolsFor(pack, event.id, onOpen, onSay)}
                  before={
                    event.placed && (
                      <span {...interfaceAttributes()}>({t("cardPlacedByUs", words.editor(event.id))}) </span>
                    )
                  }
                />
              </ul>
              <EntityButtons pack={pack} ids={event.entities} onOpen={onOpen} lit={related?.entities} />
            </li>
          ))}
        </ol>
      </div>
      {hidden > 0 && (
        <button type="button" class="button more" onClick={() => setMost(most + AT_ONCE)}>
          {plural("atlasMoreEvents", hidden)}
        </button>
      )}
      <SaveAs
        name="time"
        pack={pack}
        onSay={onSay}
        picture={() => drawTime(pack, events, scale, words)}
        table={() => tableOfTime(events, words)}
      />
    </section>
  );
}

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

function Axis({ scale }: { scale: TimeScale }) {
  return (
    <div class="axis" aria-hidden="true">
      <div class="axis-track">
        {scale.stretches.map(({ year, from, start, end }) => (
          <span
            key={from}
            class="axis-part"
            data-folded={year === null}
            style={`inset-inline-start: ${percent(start)}; width: ${percent(end - start)}`}
          >
            <span>{year === null ? "⋯" : formatDate(String(year))}</span>
          </span>
        ))}
      </div>
    </div>
  );
}

function Bar({ event, scale }: { event: AnalysisEvent; scale: TimeScale }) {
  const span = spanOf(event.date);
  return (
    <div class="track" aria-hidden="true">
      {scale.stretches.map(({ from, start, year }) => (
        <span
          key={from}
          class="track-line"
          data-folded={year === null}
          style={`inset-inline-start: ${percent(start)}`}
        />
      ))}
      {span && (
        <span
          class="bar"
          data-stance={event.stance}
          style={`inset-inline-start: ${percent(scale.at(span.from))}; width: ${percent(scale.at(span.to) - scale.at(span.from))}`}
        />
      )}
    </div>
  );
}
