/** The options page, wired: the settings as they are stored, and changes on their way to the background. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type BrowserFacts, browserFacts } from "../browser/diagnosis.ts";
import { askToRead } from "../browser/permissions.ts";
import { type BackupState, onBackup } from "../browser/settings/backup.ts";
import { type OpenSettings, openSettings } from "../browser/settings/settings-client.ts";
import type { ReadOutcome } from "../browser/settings/stored-settings.ts";
import { changeShortcuts, type Shortcut, shortcuts } from "../browser/shortcuts.ts";
import { language, t } from "../i18n/t.ts";
import type { SettingsIntent } from "../messages/table.ts";
import type { PackIndex } from "../pack/lookup.ts";
import { faultWords, notSavedWords } from "../pages/fault-words.ts";
import { useReading } from "../pages/use-reading.ts";
import { createSearch } from "../search/search.ts";
import { originsOf } from "../settings/change/reading.ts";
import { defaults } from "../settings/defaults.ts";
import { foldText } from "../spot/letters/fold.ts";
import { diagnosisOf } from "./about/diagnosis.ts";
import { Analyses } from "./analyses/Analyses.tsx";
import { SameWired } from "./analyses/SameWired.tsx";
import { OptionsView, type OptionsViewProps } from "./OptionsView.tsx";

/** How long “Saved” stands, ms: long enough to be read, short enough to be news the next time. */
const REPORT_STANDS = 2000;

/** @param file of the bundled pack, which can be saved like any other's */
export function Options({ pack, file }: { pack: PackIndex; file: string }) {
  const [outcome, setOutcome] = useState<ReadOutcome | null>(null);
  const [report, setReport] = useState<OptionsViewProps["report"]>(null);
  const [backup, setBackup] = useState<BackupState | null>(null);
  const [keys, setKeys] = useState<Shortcut[]>([]);
  const [openable, setOpenable] = useState(true);
  const store = useRef<OpenSettings | null>(null);
  const search = useMemo(() => createSearch(pack, foldText, language()), [pack]);

  useEffect(() => {
    store.current = openSettings(setOutcome);
    return () => store.current?.close();
  }, []);
  useEffect(() => onBackup(setBackup), []);
  useEffect(() => {
    const load = () => void shortcuts().then(setKeys);
    load();
    // They are changed in another tab.
    window.addEventListener("focus", load);
    return () => window.removeEventListener("focus", load);
  }, []);

  useEffect(() => {
    // A failure stays until the next change.
    if (report === null || report.bad) return;
    const timer = setTimeout(setReport, REPORT_STANDS, null);
    return () => clearTimeout(timer);
  }, [report]);

  const theme = outcome === null || outcome.kind === "unreadable" ? "auto" : outcome.settings.theme;
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  const onChange = async (...intents: SettingsIntent[]): Promise<boolean> => {
    const chosen = intents.flatMap((intent) =>
      intent.type === "setSite" && intent.rule.mark ? originsOf(intent.rule.pattern) : [],
    );
    // Asking comes first: the browser hears it only while the press is being handled.
    if (chosen.length > 0) void askToRead(chosen);
    const result = await store.current?.change(intents);
    if (result === undefined) return false;
    setReport(
      result.ok ? { text: t("optionsSaved"), bad: false } : { text: notSavedWords(result.error), bad: true },
    );
    return result.ok;
  };

  const settings = outcome === null || outcome.kind === "unreadable" ? defaults : outcome.settings;
  const reading = useReading(settings, (intents) => void onChange(...intents));
  const [facts, setFacts] = useState<BrowserFacts | null>(null);
  useEffect(() => {
    const look = () => void browserFacts().then(setFacts);
    look();
    // What is allowed, and the page that was looked at, may be others when the reader comes back.
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, []);
  if (outcome === null) return null;
  const shown = outcome.kind === "unreadable" ? null : settings;
  const about = facts && {
    diagnosis: diagnosisOf({ ...facts, language: language() }, shown, Date.now()),
    onCopy: copyText,
  };

  return (
    <OptionsView
      pack={pack}
      search={search}
      settings={settings}
      reading={reading}
      about={about}
      readOnly={readOnlyReason(outcome)}
      locked={outcome.kind === "unreadable" ? [] : outcome.locked}
      backup={backup}
      shortcuts={
        keys.length === 0
          ? null
          : {
              shortcuts: keys,
              onChange: openable ? async () => setOpenable(await changeShortcuts()) : null,
            }
      }
      analyses={
        outcome.kind === "unreadable" ? null : (
          <Analyses
            bundled={pack.pack}
            file={file}
            uses={outcome.settings.packs}
            markStyle={outcome.settings.markStyle}
            onChange={onChange}
          />
        )
      }
      same={
        outcome.kind === "unreadable" ? null : (
          <SameWired
            bundled={pack}
            uses={outcome.settings.packs}
            rules={outcome.settings.same}
            onChange={onChange}
          />
        )
      }
      repaired={outcome.kind === "value" && !outcome.newer && outcome.problems.length > 0}
      report={report}
      onChange={onChange}
    />
  );
}

async function copyText(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}

function readOnlyReason(outcome: ReadOutcome): OptionsViewProps["readOnly"] {
  if (outcome.kind === "unreadable") {
    return {
      title: t("optionsUnreadable"),
      detail: `${faultWords(outcome.error)} ${t("optionsUnreadableWhat")}`,
      damaged: true,
    };
  }
  if (outcome.kind === "value" && outcome.newer)
    return { title: t("optionsNewer"), detail: t("optionsNewerWhat") };
  return null;
}
