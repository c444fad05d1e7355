/** What the rules say of an address: typed or pasted, answered at once. */
import { useId, useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";
import { marksOn, normalisePattern, sitePatternOf, siteRuleFor } from "../../settings/page/sites.ts";
import type { Settings } from "../../settings/types.ts";
import { siteName } from "../fields/setting-words.ts";

export function TryAddress({ settings }: { settings: Settings }) {
  const id = useId();
  const [typed, setTyped] = useState("");
  return (
    <div class="field new-rule">
      <label for={id}>{t("optionsTry")}</label>
      <input
        id={id}
        class="text-box"
        type="text"
        inputMode="url"
        name="try-address"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        dir="ltr"
        value={typed}
        aria-describedby={`${id}-answer`}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p class="hint" id={`${id}-answer`} role="status">
        {typed.trim() === "" ? "" : answerFor(typed.trim(), settings)}
      </p>
    </div>
  );
}

function answerFor(typed: string, settings: Settings): string {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  // A half-typed address is none yet; what could be no rule either is no page.
  if (sitePatternOf(address) === null || !normalisePattern(address).ok) return t("optionsTryNone");
  const rule = siteRuleFor(settings, address);
  const marked = marksOn({ ...settings, enabled: true }, address);
  return rule === null
    ? t(marked ? "optionsTryMarkedDefault" : "optionsTrySkippedDefault")
    : t(marked ? "optionsTryMarked" : "optionsTrySkipped", siteName(rule.pattern));
}
