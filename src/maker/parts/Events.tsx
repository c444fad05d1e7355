/** What happened when, in order. A date is as precise as the source; where its place in the order is the editor's, that is said. */
import { formatDate } from "../../entity/words/dates.ts";
import { t } from "../../i18n/t.ts";
import type { AnalysisEvent, Pack, PassageId } from "../../pack/types.ts";
import {
  eventsInOrder,
  freshStatementId,
  movedEvent,
  NEW_STATEMENT,
  nextSequence,
  saidIn,
} from "../editing/edit-pack.ts";
import { Field } from "../fields/Field.tsx";
import { More } from "../fields/More.tsx";
import { type ProblemAt, under } from "../fields/problems.ts";
import { Remove } from "../fields/Remove.tsx";
import { StatementFields } from "../fields/StatementFields.tsx";
import { Ticks } from "../fields/Ticks.tsx";

export interface EventsProps {
  pack: Pack;
  passages: readonly PassageId[];
  problemAt: ProblemAt;
  onChange(events: AnalysisEvent[]): void;
}

export function Events({ pack, passages, problemAt, onChange }: EventsProps) {
  const { events, entities } = pack;
  const order = eventsInOrder(events);
  return (
    <>
      {order.map((event, place) => {
        const index = events.indexOf(event);
        const at = `events[${index}]`;
        const set = (change: Partial<AnalysisEvent>) =>
          onChange(events.map((one, i) => (i === index ? { ...one, ...change } : one)));
        return (
          <More
            key={event.id}
            name={event.id}
            class="claim"
            title={titleOf(event, pack) || t("makerEvent", place + 1)}
            problem={problemAt(at)}
            open={event.text === ""}
          >
            <div class="row">
              <Field
                name="event-date"
                label={t("makerDate")}
                hint={t("makerDateHint")}
                value={event.date}
                problem={problemAt(`${at}.date`)}
                onChange={(date) => set({ date: date.trim() })}
              />
              <label class="choice">
                <input
                  type="checkbox"
                  name="placed"
                  checked={event.placed === "editor"}
                  onChange={({ currentTarget }) => {
                    const { placed: _, ...rest } = event;
                    const changed = currentTarget.checked ? { ...rest, placed: "editor" as const } : rest;
                    onChange(events.map((one, i) => (i === index ? changed : one)));
                  }}
                />
                <span>{t("makerPlaced")}</span>
              </label>
            </div>
            <StatementFields
              {...{ name: "event", pack, passages }}
              label={t("makerEventText")}
              statement={event}
              problemAt={under(problemAt, at)}
              onChange={set}
            />
            <Ticks
              name="event-entity"
              title={t("makerEventEntities")}
              options={entities.map(({ id, name }) => ({ value: id, label: name || id }))}
              chosen={event.entities}
              problem={problemAt(`${at}.entities`)}
              onChange={(chosen) => set({ entities: chosen })}
            />
            <p class="confirm">
              {place > 0 && (
                <button
                  type="button"
                  class="button"
                  name="earlier"
                  onClick={() => onChange(movedEvent(events, event.id, -1))}
                >
                  {t("makerEarlier")}
                </button>
              )}
              {place < order.length - 1 && (
                <button
                  type="button"
                  class="button"
                  name="later"
                  onClick={() => onChange(movedEvent(events, event.id, 1))}
                >
                  {t("makerLater")}
                </button>
              )}
              <Remove
                what={titleOf(event, pack) || t("makerEvent", place + 1)}
                onPress={() => onChange(events.filter((_, i) => i !== index))}
              />
            </p>
          </More>
        );
      })}
      <button
        type="button"
        class="button"
        name="add-event"
        onClick={() =>
          onChange([
            ...events,
            {
              ...NEW_STATEMENT,
              ...{ id: freshStatementId("event", events), date: "", entities: [] },
              sequence: nextSequence(events),
            },
          ])
        }
      >
        {t("makerEventAdd")}
      </button>
    </>
  );
}

/** "March 2025: The museum was shut."; "" for one of which nothing is written. */
function titleOf({ date, text }: AnalysisEvent, { languages }: Pack): string {
  const words = saidIn(text, languages[0], languages);
  return words === "" ? "" : `${formatDate(date)}: ${words}`;
}
