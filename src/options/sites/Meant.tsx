/** Which of two is meant on a site, as it was said in cards. Each can be taken back. */
import { useRef } from "preact/hooks";
import { nameOfEntity } from "../../entity/words/names.ts";
import { t } from "../../i18n/t.ts";
import type { PackIndex } from "../../pack/lookup.ts";
import { LISTS } from "../../settings/lists.ts";
import type { MeantRule } from "../../settings/types.ts";
import { RemoveButton } from "../fields/RemoveButton.tsx";
import { siteName } from "../fields/setting-words.ts";

export interface MeantProps {
  pack: PackIndex;
  rules: readonly MeantRule[];
  onRemove(rule: MeantRule): void;
}

export function Meant({ pack, rules, onRemove }: MeantProps) {
  const title = useRef<HTMLLegendElement>(null);
  if (rules.length === 0) return null;
  const remove = (rule: MeantRule) => {
    onRemove(rule);
    // The button goes away with its row; focus must not go with it.
    title.current?.focus();
  };
  return (
    <fieldset id="meant">
      <legend ref={title} tabIndex={-1}>
        {t("optionsMeant")}
      </legend>
      <p class="hint">{t("optionsMeantHint")}</p>
      <ul class="rules">
        {rules.map((rule) => {
          const { site, entity, instead } = rule;
          const words = t(
            "optionsMeantRule",
            siteName(site),
            nameOfEntity(pack, entity),
            nameOfEntity(pack, instead),
          );
          return (
            <li class="rule" key={LISTS.meant.nameOf(rule)}>
              <span class="rule-site">{words}</span>
              <RemoveButton label={t("optionsMeantRemove", words)} onRemove={() => remove(rule)} />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
