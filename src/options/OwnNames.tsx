/** Names of the reader's own: the list, and adding one, judged while it is typed. */
import { useId, useMemo, useRef, useState } from "preact/hooks";
import type { PackIndex } from "../pack/lookup.ts";
import type { EntityId } from "../pack/types.ts";
import type { OwnAlias } from "../settings/types.ts";
import { foldText } from "../spot/fold.ts";
import { namesOf, type Verdict, verdictOn } from "./own-names.ts";
import { text } from "./text.ts";

export interface OwnNamesProps {
  pack: PackIndex;
  own: readonly OwnAlias[];
  onAdd(alias: OwnAlias): void;
  onRemove(alias: OwnAlias): void;
}

export function OwnNames({ pack, own, onAdd, onRemove }: OwnNamesProps) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const entities = [...pack.entities.values()];
  const [typed, setTyped] = useState("");
  const [entity, setEntity] = useState<EntityId>(entities[0]?.id ?? "");
  const [insisted, setInsisted] = useState(false);
  const names = useMemo(() => namesOf(pack, foldText), [pack]);
  const nameOf = (of: EntityId) => pack.entities.get(of)?.name ?? of;
  const verdict = verdictOn(typed, entity, own, names, foldText);
  // An empty box is no mistake before one tries to add it.
  const silent = verdict.kind === "empty" && !insisted;

  const add = (event: Event) => {
    event.preventDefault();
    box.current?.focus();
    setInsisted(!verdict.ok);
    if (!verdict.ok) return;
    onAdd({ entity, text: verdict.text });
    setTyped("");
  };
  const remove = (alias: OwnAlias) => {
    onRemove(alias);
    // The button goes away with its row; focus must not go with it.
    box.current?.focus();
  };

  return (
    <>
      <p class="hint">{text.ownHint}</p>
      {own.length === 0 ? (
        <p class="hint">{text.ownNone}</p>
      ) : (
        <ul class="rules">
          {own.map((alias) => (
            <li class="rule" key={`${alias.entity} ${alias.text}`} data-own={alias.text}>
              <span class="rule-site">
                <bdi>{alias.text}</bdi> <span class="hint">{text.ownFor(nameOf(alias.entity))}</span>
              </span>
              <button
                type="button"
                class="icon-button"
                aria-label={text.ownRemove(alias.text)}
                onClick={() => remove(alias)}
              >
                <svg viewBox="0 0 20 20" aria-hidden="true">
                  <path d="m5.5 5.5 9 9m0-9-9 9" />
                </svg>
              </button>
            </li>
          ))}
        </ul>
      )}
      <form class="new-rule" onSubmit={add} noValidate>
        <span class="labelled">
          <label for={`${id}-name`}>{text.ownName}</label>
          <input
            ref={box}
            id={`${id}-name`}
            class="text-box"
            type="text"
            name="own-name"
            dir="auto"
            autocomplete="off"
            spellcheck={false}
            value={typed}
            aria-invalid={!silent && !verdict.ok}
            aria-describedby={`${id}-verdict`}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setInsisted(false);
            }}
          />
        </span>
        <span class="labelled">
          <label for={`${id}-entity`}>{text.ownEntity}</label>
          <select
            id={`${id}-entity`}
            name="own-entity"
            value={entity}
            onChange={(event) => setEntity(event.currentTarget.value)}
          >
            {entities.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </span>
        <button type="submit" class="button">
          {text.ownAdd}
        </button>
        <p class={silent || verdict.ok ? "hint" : "hint bad"} id={`${id}-verdict`} role="status">
          {silent ? "" : wordsOf(verdict, nameOf)}
        </p>
      </form>
    </>
  );
}

function wordsOf(verdict: Verdict, nameOf: (entity: EntityId) => string): string {
  return text.ownVerdicts[verdict.kind]("entity" in verdict ? nameOf(verdict.entity) : "");
}
