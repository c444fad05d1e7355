/** Names of the reader's own: the list, and adding one, judged while it is typed. */
import { useId, useMemo, useRef, useState } from "preact/hooks";
import { nameOfEntity } from "../../entity/words/names.ts";
import { t } from "../../i18n/t.ts";
import type { PackIndex } from "../../pack/lookup.ts";
import type { EntityId } from "../../pack/types.ts";
import type { OwnAlias } from "../../settings/types.ts";
import { OwnName, SitesBox, withSites } from "./OwnName.tsx";
import { namesOf, sitesIn, unfoundOf, type Verdict, verdictOn } from "./own-names.ts";

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
  const [typedSites, setTypedSites] = useState("");
  const [insisted, setInsisted] = useState(false);
  const names = useMemo(() => namesOf(pack), [pack]);
  // Settings are parsed anew on every change; the names are the same when their text is.
  const texts = JSON.stringify(own.map(({ text }) => text));
  const unfound = useMemo(() => new Set(unfoundOf(JSON.parse(texts) as string[])), [texts]);
  const nameOf = (of: EntityId) => nameOfEntity(pack, of);
  const verdict = verdictOn(typed, entity, own, names);
  // An empty box is no mistake before one tries to add it.
  const silent = verdict.kind === "empty" && !insisted;

  const add = (event: Event) => {
    event.preventDefault();
    box.current?.focus();
    setInsisted(!verdict.ok);
    const sites = sitesIn(typedSites);
    if (!verdict.ok || !sites.ok) return;
    onAdd(withSites({ entity, text: verdict.text }, sites.sites));
    setTyped("");
    setTypedSites("");
  };
  const remove = (alias: OwnAlias) => {
    onRemove(alias);
    // The button goes away with its row; focus must not go with it.
    box.current?.focus();
  };

  return (
    <>
      <p class="hint">{t("optionsOwnHint")}</p>
      <p class="hint" id="own-privacy">
        {t("optionsOwnPrivacy")}
      </p>
      {own.length === 0 ? (
        <p class="hint">{t("optionsOwnNone")}</p>
      ) : (
        <ul class="rules">
          {own.map((alias) => (
            <OwnName
              key={`${alias.entity} ${alias.text}`}
              alias={alias}
              entityName={nameOf(alias.entity)}
              leftOut={unfound.has(alias.text)}
              onAdd={onAdd}
              onRemove={remove}
            />
          ))}
        </ul>
      )}
      <form class="new-rule" onSubmit={add} noValidate>
        <span class="labelled">
          <label for={`${id}-name`}>{t("optionsOwnName")}</label>
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
          <label for={`${id}-entity`}>{t("optionsOwnEntity")}</label>
          <select
            id={`${id}-entity`}
            name="own-entity"
            value={entity}
            onChange={(event) => setEntity(event.currentTarget.value)}
          >
            {entities.map((each) => (
              <option key={each.id} value={each.id}>
                {nameOf(each.id)}
              </option>
            ))}
          </select>
        </span>
        <SitesBox name="own-sites" typed={typedSites} onType={setTypedSites} />
        <button type="submit" class="button">
          {t("optionsOwnAdd")}
        </button>
        <p class={silent || verdict.ok ? "hint" : "hint bad"} id={`${id}-verdict`} role="status">
          {silent ? "" : wordsOf(verdict, nameOf)}
        </p>
      </form>
    </>
  );
}

function wordsOf(verdict: Verdict, nameOf: (entity: EntityId) => string): string {
  return t(`optionsOwn_${verdict.kind}`, ...("entity" in verdict ? [nameOf(verdict.entity)] : []));
}
