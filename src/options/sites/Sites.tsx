/** Site rules: the list, and adding one. */
import { useId, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";
import { faultWords } from "../../pages/fault-words.ts";
import { normalisePattern } from "../../settings/page/sites.ts";
import type { Settings, SiteRule } from "../../settings/types.ts";
import { RemoveButton } from "../fields/RemoveButton.tsx";
import { siteName } from "../fields/setting-words.ts";

export interface SitesProps {
  settings: Pick<Settings, "markByDefault" | "sites">;
  onRule(rule: SiteRule): void;
  onRemove(pattern: string): void;
}

export function Sites({ settings, onRule, onRemove }: SitesProps) {
  const newRule = useRef<HTMLInputElement>(null);
  const remove = (pattern: string) => {
    onRemove(pattern);
    // The button goes away with its row; focus must not go with it.
    newRule.current?.focus();
  };
  return (
    <fieldset>
      <legend>{t("optionsRules")}</legend>
      {settings.sites.length === 0 ? (
        <p class="hint">{t("optionsNoRules")}</p>
      ) : (
        <ul class="rules">
          {settings.sites.map((rule) => (
            <Rule key={rule.pattern} rule={rule} onRule={onRule} onRemove={remove} />
          ))}
        </ul>
      )}
      <NewRule mark={!settings.markByDefault} onRule={onRule} inputRef={newRule} />
    </fieldset>
  );
}

function Rule({
  rule,
  onRule,
  onRemove,
}: {
  rule: SiteRule;
  onRule(rule: SiteRule): void;
  onRemove(pattern: string): void;
}) {
  const name = siteName(rule.pattern);
  return (
    <li class="rule" data-pattern={rule.pattern}>
      <bdi class="rule-site">{name}</bdi>
      <MarkChoice
        label={t("optionsRuleFor", name)}
        mark={rule.mark}
        onMark={(mark) => onRule({ ...rule, mark })}
      />
      <RemoveButton label={t("optionsRemoveRule", name)} onRemove={() => onRemove(rule.pattern)} />
    </li>
  );
}

function MarkChoice({ label, mark, onMark }: { label: string; mark: boolean; onMark(mark: boolean): void }) {
  return (
    <select
      aria-label={label}
      value={mark ? "mark" : "skip"}
      onChange={(event) => onMark(event.currentTarget.value === "mark")}
    >
      <option value="mark">{t("optionsRuleMark")}</option>
      <option value="skip">{t("optionsRuleSkip")}</option>
    </select>
  );
}

interface NewRuleProps {
  /** What a rule most likely says: the opposite of the default. */
  mark: boolean;
  onRule(rule: SiteRule): void;
  inputRef: { current: HTMLInputElement | null };
}

function NewRule({ mark: likely, onRule, inputRef }: NewRuleProps) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [message, setMessage] = useState<{ text: string; bad: boolean } | null>(null);
  const mark = chosen ?? likely;

  const add = (event: Event) => {
    event.preventDefault();
    const normal = normalisePattern(typed);
    if (!normal.ok) {
      setMessage({ text: faultWords(normal.error), bad: true });
      inputRef.current?.focus();
      return;
    }
    onRule({ pattern: normal.pattern, mark });
    setMessage({ text: t("optionsRuleAdded", normal.pattern), bad: false });
    setTyped("");
    setChosen(null);
  };

  return (
    <form class="new-rule" onSubmit={add} noValidate>
      <label for={id}>{t("optionsRuleSite")}</label>
      <input
        ref={inputRef}
        id={id}
        class="text-box"
        type="text"
        inputMode="url"
        name="site"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        placeholder="example.org"
        value={typed}
        aria-invalid={message?.bad === true}
        aria-describedby={`${id}-hint ${id}-message`}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setMessage(null);
        }}
      />
      <MarkChoice
        label={`${t("optionsRuleMark")} / ${t("optionsRuleSkip")}`}
        mark={mark}
        onMark={setChosen}
      />
      <button type="submit" class="button">
        {t("optionsAddRule")}
      </button>
      <p class="hint" id={`${id}-hint`}>
        {t("optionsRuleHint")}
      </p>
      <p class={message?.bad ? "hint bad" : "hint"} id={`${id}-message`} role="status">
        {message?.text}
      </p>
    </form>
  );
}
