/** One name of the reader's own: what it stands for, the sites it is kept to, and whether it can be looked for at all. */
import { useId, useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";
import { faultWords } from "../../pages/fault-words.ts";
import { Icon } from "../../pages/icons.tsx";
import type { OwnAlias } from "../../settings/types.ts";
import { RemoveButton } from "../fields/RemoveButton.tsx";
import { onlyOn } from "../fields/setting-words.ts";
import { sitesIn } from "./own-names.ts";

export interface OwnNameProps {
  alias: OwnAlias;
  /** Of the entity that it stands for. */
  entityName: string;
  /** No text could match it. */
  leftOut: boolean;
  onAdd(alias: OwnAlias): void;
  onRemove(alias: OwnAlias): void;
}

export function OwnName({ alias, entityName, leftOut, onAdd, onRemove }: OwnNameProps) {
  const [editing, setEditing] = useState(false);
  return (
    <li class="rule" data-own={alias.text}>
      <span class="rule-site">
        <bdi>{alias.text}</bdi> <span class="hint">{t("optionsOwnFor", entityName)}</span>
        {alias.sites && (
          <>
            {" "}
            <span class="hint">
              <bdi>{onlyOn(alias.sites)}</bdi>
            </span>
          </>
        )}
        {leftOut && <p class="hint bad">{t("optionsOwnLeftOut")}</p>}
      </span>
      <button
        type="button"
        class="icon-button"
        aria-label={t("optionsOwnEdit", alias.text)}
        title={t("optionsOwnEdit", alias.text)}
        aria-expanded={editing}
        onClick={() => setEditing(!editing)}
      >
        <Icon name="edit" />
      </button>
      <RemoveButton label={t("optionsOwnRemove", alias.text)} onRemove={() => onRemove(alias)} />
      {editing && (
        <Sites
          alias={alias}
          onSave={(changed) => {
            onAdd(changed);
            setEditing(false);
          }}
        />
      )}
    </li>
  );
}

function Sites({ alias, onSave }: { alias: OwnAlias; onSave(alias: OwnAlias): void }) {
  const [typed, setTyped] = useState(alias.sites?.join(", ") ?? "");
  const typedSites = sitesIn(typed);
  return (
    <form
      class="new-rule"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (typedSites.ok) onSave(withSites(alias, typedSites.sites));
      }}
    >
      <SitesBox name="own-sites-of" typed={typed} onType={setTyped} />
      <button type="submit" class="button">
        {t("optionsOwnSave")}
      </button>
    </form>
  );
}

/** The name kept to these sites; to none, looked for everywhere. */
export const withSites = ({ entity, text }: OwnAlias, sites: string[]): OwnAlias => ({
  entity,
  text,
  ...(sites.length > 0 && { sites }),
});

export function SitesBox({
  name,
  typed,
  onType,
}: {
  name: string;
  typed: string;
  onType(typed: string): void;
}) {
  const id = useId();
  const typedSites = sitesIn(typed);
  return (
    <>
      <label for={id}>{t("optionsOwnSites")}</label>
      <input
        id={id}
        class="text-box"
        type="text"
        name={name}
        inputMode="url"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        dir="ltr"
        value={typed}
        aria-invalid={!typedSites.ok}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      <p class={typedSites.ok ? "hint" : "hint bad"} id={`${id}-hint`} role="status">
        {typedSites.ok ? t("optionsOwnSitesHint") : faultWords(typedSites.error)}
      </p>
    </>
  );
}
