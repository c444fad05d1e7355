/** One installed pack: whose it is and what is in it, its switch, the sites it is kept to, its place, its file, and removing it. */
import { useState } from "preact/hooks";
import { Said } from "../../entity/Said.tsx";
import { formatDate } from "../../entity/words/dates.ts";
import { language, listed, t } from "../../i18n/t.ts";
import type { PackEntry } from "../../messages/packs.ts";
import { sentenceIn } from "../../pack/texts.ts";
import { Icon } from "../../pages/icons.tsx";
import { Marked } from "../../pages/Sample.tsx";
import { MARK_STYLES, type MarkStyle, type PackUse } from "../../settings/types.ts";
import { RemoveButton } from "../fields/RemoveButton.tsx";
import { onlyOn } from "../fields/setting-words.ts";
import { SitesBox } from "../names/OwnName.tsx";
import { sitesIn } from "../names/own-names.ts";
import { SourceOf } from "./SourceOf.tsx";

export interface PackRowProps {
  entry: PackEntry;
  use: PackUse;
  /** From 0, and how many there are. */
  place: number;
  of: number;
  /** How marks look that have no look of their own. */
  markStyle: MarkStyle;
  onUse(use: PackUse): void;
  /** One place up (−1) or down (1). */
  onMove(by: -1 | 1): void;
  onSave(): void;
  onRemove(): void;
}

export function PackRow({ entry, use, place, of, markStyle, onUse, onMove, onSave, onRemove }: PackRowProps) {
  const [editing, setEditing] = useState(false);
  const title = sentenceIn(entry, entry.title, language());
  const isFirst = place === 0;
  const isLast = place === of - 1;
  const move = (by: -1 | 1) => {
    if (by < 0 ? !isFirst : !isLast) onMove(by);
  };
  return (
    <li
      class="pack"
      data-pack={entry.id}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
        event.preventDefault();
        move(event.key === "ArrowUp" ? -1 : 1);
      }}
    >
      <label class="choice">
        <input
          type="checkbox"
          checked={use.on}
          onChange={(event) => onUse({ ...use, on: event.currentTarget.checked })}
        />
        <span class="pack-title">
          <Said {...title} />
        </span>
      </label>
      <div class="pack-about hint">
        <p>
          {t("optionsPackBy", entry.editor)} · {t("optionsPackVersion", entry.version)} ·{" "}
          {formatDate(entry.date)}
          {entry.bundled && ` · ${t("optionsPackBundled")}`}
          {entry.provided && ` · ${t("optionsPackProvided")}`}
        </p>
        <SourceOf pack={entry} />
        <p>
          {listed([t("optionsPackEntities", entry.entities), t("optionsPackNames", entry.names)])}
          {use.sites && (
            <>
              {" · "}
              <bdi>{onlyOn(use.sites)}</bdi>
            </>
          )}
        </p>
        {entry.damaged && <p class="bad">{t("optionsPackDamaged")}</p>}
      </div>
      <div class="pack-tools">
        <Tool icon="up" label={t("optionsPackUp", title.text)} off={isFirst} onPress={() => move(-1)} />
        <Tool icon="down" label={t("optionsPackDown", title.text)} off={isLast} onPress={() => move(1)} />
        <Tool
          icon="edit"
          label={t("optionsPackSites", title.text)}
          expanded={editing}
          onPress={() => setEditing(!editing)}
        />
        <Tool icon="save" label={t("optionsPackSave", title.text)} onPress={onSave} />
        {!entry.bundled && !entry.provided && (
          <RemoveButton label={t("optionsPackRemove", title.text)} onRemove={onRemove} />
        )}
      </div>
      {of > 1 && (
        <label class="pack-style">
          <span>{t("optionsPackStyle")}</span>
          <select
            value={use.style ?? ""}
            onChange={(event) => {
              const { style: _, ...rest } = use;
              const style = MARK_STYLES.find((one) => one === event.currentTarget.value);
              onUse({ ...rest, ...(style && { style }) });
            }}
          >
            <option value="">{t("optionsPackStyleSame")}</option>
            {MARK_STYLES.map((style) => (
              <option key={style} value={style}>
                {t(`optionsStyle_${style}`)}
              </option>
            ))}
          </select>
          <Marked style={use.style ?? markStyle} words={t("optionsSampleName")} />
        </label>
      )}
      {editing && (
        <Sites
          use={use}
          onSave={(changed) => {
            onUse(changed);
            setEditing(false);
          }}
        />
      )}
    </li>
  );
}

interface ToolProps {
  icon: "up" | "down" | "edit" | "save";
  label: string;
  /** It keeps the focus where there is nowhere to go: a button that is disabled would lose it. */
  off?: boolean;
  expanded?: boolean;
  onPress(): void;
}

function Tool({ icon, label, off = false, expanded, onPress }: ToolProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-disabled={off}
      aria-expanded={expanded}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

function Sites({ use, onSave }: { use: PackUse; onSave(use: PackUse): void }) {
  const [typed, setTyped] = useState(use.sites?.join(", ") ?? "");
  return (
    <form
      class="new-rule"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const sites = sitesIn(typed);
        if (!sites.ok) return;
        const { sites: _, ...rest } = use;
        onSave({ ...rest, ...(sites.sites.length > 0 && { sites: sites.sites }) });
      }}
    >
      <SitesBox name="pack-sites" typed={typed} onType={setTyped} />
      <button type="submit" class="button">
        {t("optionsOwnSave")}
      </button>
    </form>
  );
}
