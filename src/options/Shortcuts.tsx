/** The keyboard commands with their keys, and the way to change them: in the browser's own settings. */
import type { Shortcut } from "../browser/shortcuts.ts";
import { text } from "./text.ts";

export interface ShortcutsProps {
  shortcuts: readonly Shortcut[];
  /** `null` where the browser does not let its settings be opened. */
  onChange: (() => void) | null;
}

export function Shortcuts({ shortcuts, onChange }: ShortcutsProps) {
  return (
    <>
      <p class="hint">{text.shortcutsHint}</p>
      <ul class="rules">
        {shortcuts.map(({ name, description, keys }) => (
          <li class="rule" key={name}>
            {/* The browser's own command for the button has no words of ours. */}
            <span class="rule-site">{description || text.shortcutPopup}</span>
            {keys === "" ? <span class="hint">{text.shortcutNone}</span> : <kbd dir="ltr">{keys}</kbd>}
          </li>
        ))}
      </ul>
      {onChange === null ? (
        <p class="hint">{text.shortcutsWhere}</p>
      ) : (
        <button type="button" class="button" id="change-shortcuts" onClick={onChange}>
          {text.shortcutsChange}
        </button>
      )}
    </>
  );
}
