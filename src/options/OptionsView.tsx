/** The options from props alone. Every change leaves as an intent; what is shown is what is saved. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { t } from "../i18n/t.ts";
import type { SettingsIntent } from "../messages/table.ts";
import type { PackIndex } from "../pack/lookup.ts";
import { ReadingChoice, type ReadingChoiceProps } from "../pages/ReadingChoice.tsx";
import { Marked, Sample } from "../pages/Sample.tsx";
import { saveFile } from "../pages/save-file.ts";
import type { Search } from "../search/search.ts";
import { ENTITY_KINDS, HOVER_DELAY } from "../settings/defaults.ts";
import { DENSITIES, MARK_STYLES, MODIFIERS, OPEN_WAYS, type Settings, THEMES } from "../settings/types.ts";
import { About, type AboutProps } from "./about/About.tsx";
import { Backup, type BackupProps } from "./backup/Backup.tsx";
import { Reset } from "./backup/Reset.tsx";
import { Find } from "./fields/Find.tsx";
import { Check, NumberField, Radios } from "./fields/fields.tsx";
import { Entities } from "./names/Entities.tsx";
import { OwnNames } from "./names/OwnNames.tsx";
import { Quiet } from "./names/Quiet.tsx";
import { Pause } from "./Pause.tsx";
import { Shortcuts, type ShortcutsProps } from "./Shortcuts.tsx";
import { Meant } from "./sites/Meant.tsx";
import { Sites } from "./sites/Sites.tsx";
import { TryAddress } from "./sites/TryAddress.tsx";

export interface OptionsViewProps {
  pack: PackIndex;
  search: Search;
  settings: Settings;
  /** Why nothing can be changed; `null` when it can. */
  readOnly: { title: string; detail: string; damaged?: boolean } | null;
  /** Settings that the reader's organisation prescribes. */
  locked?: readonly string[];
  /** `null` until it has been read. */
  backup?: BackupProps["state"] | null;
  /** Where pages are read. */
  reading: Omit<ReadingChoiceProps, "legend">;
  about?: AboutProps | null;
  /** `null` where there are none, as on a phone. */
  shortcuts?: ShortcutsProps | null;
  /** The section of the packs; `null` where it is not drawn. */
  analyses?: ComponentChildren;
  /** Which entities of two of them are one. */
  same?: ComponentChildren;
  /** Parts of the stored settings were damaged. */
  repaired: boolean;
  /** How the last change went. */
  report: { text: string; bad: boolean } | null;
  onChange(...intents: SettingsIntent[]): void;
}

export function OptionsView(props: OptionsViewProps) {
  const { readOnly, repaired, report, backup = null, onChange } = props;
  const main = useRef<HTMLElement>(null);
  return (
    <main ref={main}>
      <header class="head">
        <h1>{t("optionsTitle")}</h1>
        <p class="hint">{t("optionsIntro")}</p>
      </header>
      {readOnly !== null && (
        <div class="notice" role="alert" id="read-only">
          <p class="notice-title">{readOnly.title}</p>
          <p>{readOnly.detail}</p>
          {readOnly.damaged && (
            <p class="confirm">
              {backup !== null && (
                <button
                  type="button"
                  class="button"
                  id="export-damaged"
                  onClick={() => saveFile(backup.file)}
                >
                  {t("optionsExportDamaged")}
                </button>
              )}
              <button
                type="button"
                class="button danger"
                id="start-over-damaged"
                onClick={() => onChange({ type: "reset" })}
              >
                {t("optionsStartOver")}
              </button>
            </p>
          )}
        </div>
      )}
      {repaired && (
        <p class="notice" role="status">
          {t("optionsRepaired")}
        </p>
      )}
      <Find within={main} />
      {/* One switch for all fields: what cannot be saved cannot be changed. */}
      <fieldset class="all" disabled={readOnly !== null}>
        <Sections {...props} />
      </fieldset>
      <p class="report" id="report" role="status" data-bad={report?.bad ?? false}>
        {report?.text}
      </p>
    </main>
  );
}

function Sections({
  pack,
  search,
  settings,
  locked = [],
  backup = null,
  reading,
  about = null,
  shortcuts = null,
  analyses = null,
  same = null,
  onChange,
}: OptionsViewProps) {
  const set = (key: Extract<SettingsIntent, { type: "set" }>["key"]) => (value: boolean | number | string) =>
    onChange({ type: "set", key, value });
  const isLocked = (key: keyof Settings) => locked.includes(key);
  return (
    <>
      <Section id="what" title={t("optionsWhat")}>
        <Lock on={isLocked("enabled")}>
          <Check label={t("optionsEnabled")} checked={settings.enabled} onChange={set("enabled")} />
        </Lock>
        <Lock on={isLocked("pausedUntil")}>
          <Pause
            pausedUntil={settings.pausedUntil}
            onEnd={() => {
              onChange({ type: "set", key: "pausedUntil", value: 0 });
              // The button goes away with the pause; focus must not go with it.
              document.getElementById("what-title")?.focus();
            }}
          />
        </Lock>
        <Lock on={isLocked("kinds")}>
          <fieldset>
            <legend>{t("optionsKinds")}</legend>
            <div class="columns">
              {ENTITY_KINDS.map((kind) => (
                <Check
                  key={kind}
                  label={t(`optionsKind_${kind}`)}
                  hint={kind === "place" ? t("optionsPlacesHint") : undefined}
                  checked={settings.kinds[kind]}
                  onChange={(on) => onChange({ type: "setKind", kind, on })}
                />
              ))}
            </div>
          </fieldset>
        </Lock>
        <Lock on={isLocked("density")}>
          <Radios
            legend={t("optionsDensity")}
            name="density"
            options={DENSITIES}
            labelOf={(density) => t(`optionsDensity_${density}`)}
            value={settings.density}
            onChange={set("density")}
          />
        </Lock>
        <Lock on={isLocked("muted")}>
          <Entities
            pack={pack}
            search={search}
            settings={settings}
            onMute={(entity, on) => onChange({ type: "mute", entity, on })}
          />
        </Lock>
        <Quiet
          pack={pack}
          rules={settings.quiet}
          onRemove={(rule) => onChange({ type: "quiet", rule, on: false })}
        />
      </Section>

      {analyses !== null && (
        <Section id="analyses" title={t("optionsAnalyses")}>
          <Lock on={isLocked("packs")}>{analyses}</Lock>
          <Lock on={isLocked("same")}>{same}</Lock>
        </Section>
      )}

      <Section id="own" title={t("optionsOwn")}>
        <Lock on={isLocked("aliases")}>
          <OwnNames
            pack={pack}
            own={settings.aliases}
            onAdd={(alias) => onChange({ type: "addAlias", alias })}
            onRemove={(alias) => onChange({ type: "removeAlias", alias })}
          />
        </Lock>
      </Section>

      <Section id="look" title={t("optionsLook")}>
        <Lock on={isLocked("markStyle")}>
          <Radios
            legend={t("optionsLook")}
            legendHidden
            name="mark-style"
            options={MARK_STYLES}
            labelOf={(style) => t(`optionsStyle_${style}`)}
            value={settings.markStyle}
            onChange={set("markStyle")}
            sample={(style) => <Marked style={style} words={t("optionsSampleName")} />}
          />
        </Lock>
        <Sample
          id="sample"
          label={t("optionsSample")}
          text={t("optionsSampleText")}
          pack={pack}
          settings={settings}
        />
      </Section>

      <Section id="opening" title={t("optionsOpening")}>
        <Lock on={isLocked("openBy")}>
          <Radios
            legend={t("optionsOpening")}
            legendHidden
            name="open-by"
            options={OPEN_WAYS}
            labelOf={(way) => t(`optionsOpen_${way}`)}
            value={settings.openBy}
            onChange={set("openBy")}
          />
        </Lock>
        {settings.openBy === "hover" && (
          <Lock on={isLocked("hoverDelay")}>
            <NumberField
              label={t("optionsDelay")}
              unit={t("optionsDelayUnit")}
              hint={t("optionsDelayHint", String(HOVER_DELAY.min), String(HOVER_DELAY.max))}
              value={settings.hoverDelay}
              {...HOVER_DELAY}
              step={50}
              onChange={set("hoverDelay")}
            />
          </Lock>
        )}
        <Lock on={isLocked("modifier")}>
          <Radios
            legend={t("optionsModifier")}
            name="modifier"
            options={MODIFIERS}
            labelOf={(modifier) => t(`optionsModifier_${modifier}`)}
            value={settings.modifier}
            onChange={set("modifier")}
            inRow
          />
        </Lock>
      </Section>

      {shortcuts !== null && (
        <Section id="shortcuts" title={t("optionsShortcuts")}>
          <Shortcuts {...shortcuts} />
        </Section>
      )}

      <Section id="sites" title={t("optionsSites")}>
        <Lock on={isLocked("markByDefault") || isLocked("readOnClick")}>
          <ReadingChoice legend={t("optionsByDefault")} {...reading} />
        </Lock>
        <Lock on={isLocked("sites")}>
          <Sites
            settings={settings}
            onRule={(rule) => onChange({ type: "setSite", rule })}
            onRemove={(pattern) => onChange({ type: "removeSite", pattern })}
          />
        </Lock>
        <Lock on={isLocked("meant")}>
          <Meant
            pack={pack}
            rules={settings.meant}
            onRemove={(rule) => onChange({ type: "meant", rule, on: false })}
          />
        </Lock>
        <TryAddress settings={settings} />
      </Section>

      <Section id="appearance" title={t("optionsAppearance")}>
        <Lock on={isLocked("theme")}>
          <Radios
            legend={t("optionsTheme")}
            name="theme"
            options={THEMES}
            labelOf={(theme) => t(`optionsTheme_${theme}`)}
            value={settings.theme}
            onChange={set("theme")}
            inRow
          />
        </Lock>
        <Lock on={isLocked("badge")}>
          <Check label={t("optionsBadge")} checked={settings.badge} onChange={set("badge")} />
        </Lock>
      </Section>

      {backup !== null && (
        <Section id="backup" title={t("optionsBackup")}>
          <Backup
            pack={pack}
            state={backup}
            synced={settings.sync}
            syncLocked={isLocked("sync")}
            onSync={set("sync")}
            onImport={(file) => onChange({ type: "import", file })}
            onRestore={() => onChange({ type: "restore" })}
          />
        </Section>
      )}

      {about !== null && (
        <Section id="about" title={t("optionsAbout")}>
          <About {...about} />
        </Section>
      )}

      <Section id="start-over" title={t("optionsReset")}>
        <Reset onReset={() => onChange({ type: "reset" })} />
      </Section>
    </>
  );
}

/** What the reader's organisation has set: shown, not to be changed. */
function Lock({ on, children }: { on: boolean; children: ComponentChildren }) {
  if (!on) return children;
  return (
    <fieldset class="locked" disabled>
      <p class="hint">{t("optionsLocked")}</p>
      {children}
    </fieldset>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
