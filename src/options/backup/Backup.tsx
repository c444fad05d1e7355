/** Back-up: the browser's sync, all settings as a file, settings from a file with what it would change, going back. */
import { useId, useRef, useState } from "preact/hooks";
import type { BackupState } from "../../browser/settings/backup.ts";
import { nameOfEntity } from "../../entity/words/names.ts";
import { dateAndTime } from "../../i18n/date-time.ts";
import { plural, t } from "../../i18n/t.ts";
import type { PackIndex } from "../../pack/lookup.ts";
import { faultWords } from "../../pages/fault-words.ts";
import { saveFile } from "../../pages/save-file.ts";
import { changesBetween, type FieldChange, parseBackup } from "../../settings/file/backup.ts";
import { LONGEST_FILE } from "../../settings/limits.ts";
import { Check } from "../fields/fields.tsx";
import { fieldWords, syncWords, valueWords } from "../fields/setting-words.ts";

/** A preview is read by a person; of more changes the number is told. */
const MOST_SHOWN = 50;

export interface BackupProps {
  pack: PackIndex;
  state: BackupState;
  synced: boolean;
  /** Set by the reader's organisation. */
  syncLocked: boolean;
  onSync(on: boolean): void;
  onImport(file: string): void;
  onRestore(): void;
}

export function Backup({ pack, state, synced, syncLocked, onSync, onImport, onRestore }: BackupProps) {
  const { replaced, sync, file } = state;
  const status = syncWords(sync);
  return (
    <>
      <fieldset disabled={syncLocked}>
        <Check label={t("optionsSync")} hint={t("optionsSyncHint")} checked={synced} onChange={onSync} />
        <p
          class={
            sync.state === "failed" || sync.state === "full" || sync.state === "crowded" ? "hint bad" : "hint"
          }
          role="status"
          id="sync-status"
        >
          {synced ? status : ""}
        </p>
      </fieldset>
      <button type="button" class="button" id="export" onClick={() => saveFile(file)}>
        {t("optionsExport")}
      </button>
      <Import pack={pack} state={state} onImport={onImport} />
      {replaced !== null && (
        <div class="field">
          <p class="hint" id="restore-what">
            {t(restoredBy(replaced.before), dateAndTime(replaced.at))}
          </p>
          <button
            type="button"
            class="button"
            id="restore"
            aria-describedby="restore-what"
            onClick={onRestore}
          >
            {t("optionsRestore")}
          </button>
        </div>
      )}
    </>
  );
}

/** What replaced the settings that are kept. */
const restoredBy = (before: string) =>
  before === "import"
    ? "optionsRestoreImport"
    : before === "restore"
      ? "optionsRestoreRestore"
      : "optionsRestoreReset";

type Chosen = { kind: "refused"; why: string } | { kind: "good"; file: string; changes: FieldChange[] };

function Import({ pack, state, onImport }: Pick<BackupProps, "pack" | "state" | "onImport">) {
  const id = useId();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const nameOf = (entity: string) => nameOfEntity(pack, entity);
  const done = () => {
    setChosen(null);
    if (box.current) box.current.value = "";
    box.current?.focus();
  };
  const choose = async (file: File | undefined) => setChosen(file ? await preview(file, state) : null);
  return (
    <div class="field import">
      <label for={id}>{t("optionsImport")}</label>
      <input
        ref={box}
        id={id}
        type="file"
        name="import"
        accept=".json,application/json"
        aria-describedby={`${id}-result`}
        onChange={(event) => void choose(event.currentTarget.files?.[0])}
      />
      <div id={`${id}-result`} role="status">
        {chosen?.kind === "refused" && (
          <p class="hint bad" id="import-refused">
            {t("optionsImportRefused")} {chosen.why}
          </p>
        )}
        {chosen?.kind === "good" && chosen.changes.length === 0 && (
          <p class="hint">{t("optionsImportNothing")}</p>
        )}
        {chosen?.kind === "good" && chosen.changes.length > 0 && (
          <Preview changes={chosen.changes} nameOf={nameOf} />
        )}
      </div>
      {chosen?.kind === "good" && chosen.changes.length > 0 && (
        <div class="confirm">
          <button
            type="button"
            class="button"
            id="import-yes"
            onClick={() => {
              onImport(chosen.file);
              done();
            }}
          >
            {t("optionsImportYes")}
          </button>
          <button type="button" class="button" id="import-no" onClick={done}>
            {t("optionsImportNo")}
          </button>
        </div>
      )}
    </div>
  );
}

function Preview({ changes, nameOf }: { changes: FieldChange[]; nameOf(entity: string): string }) {
  const shown = changes.slice(0, MOST_SHOWN);
  return (
    <>
      <p>{plural("optionsImportChanges", changes.length)}</p>
      <ul class="changes" id="import-changes">
        {shown.map(({ field, from, to }) => (
          <li key={field}>
            {t(
              "optionsChange",
              fieldWords(field, nameOf),
              valueWords(field, from, nameOf),
              valueWords(field, to, nameOf),
            )}
          </li>
        ))}
        {changes.length > shown.length && (
          <li>{plural("optionsImportMore", changes.length - shown.length)}</li>
        )}
      </ul>
    </>
  );
}

async function preview(file: File, { values }: BackupState): Promise<Chosen> {
  // Bytes, at most three for a letter: nothing that could be taken is refused here, and no giant is read.
  if (file.size > 3 * LONGEST_FILE) return { kind: "refused", why: t("optionsImportTooLarge") };
  try {
    const content = await file.text();
    const result = parseBackup(content);
    if (!result.ok) return { kind: "refused", why: faultWords(result.problem.fault) };
    return { kind: "good", file: content, changes: changesBetween(values, result.values) };
  } catch {
    return { kind: "refused", why: t("optionsImportUnreadable") };
  }
}
