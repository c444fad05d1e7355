/** The keyboard commands with their keys, and the way to change them: in the browser's own settings. */
import type { Shortcut } from "../browser/shortcuts.ts";
import { t } from "../i18n/t.ts";

export interface ShortcutsProps {
  shortcuts: readonly Shortcut[];
  /** `null` where the browser does not let its settings be opened. */
  onChange: (() => void) | null;
}

export function Shortcuts({ shortcuts, onChange }: ShortcutsProps) {
  return (
    <>
      <p class="hint">{t("optionsShortcutsHint")}</p>
      <ul class="rules">
        {shortcuts.map(({ name, description, keys }) => (
          <li class="rule" key={name}>
            {/* The browser's own command for the button has no words of ours. */}
            <span class="rule-site">{description || t("optionsShortcutPopup")}</span>
            {keys === "" ? <span class="hint">{t("optionsShortcutNone")}</span> : <kbd dir="ltr">{keys}</kbd>}
          </li>
        ))}
      </ul>
      {onChange === null ? (
        <p class="hint">{t("optionsShortcutsWhere")}</p>
      ) : (
        <button type="button" class="button" id="change-shortcuts" onClick={onChange}>
          {t("optionsShortcutsChange")}
        </button>
      )}
    </>
  );
}
