/** Names that a card was told not to mark in part: on a site, in one form, for a while. Each can be taken back. */
import { useRef } from "preact/hooks";
import { nameOfEntity } from "../../entity/words/names.ts";
import { t } from "../../i18n/t.ts";
import type { PackIndex } from "../../pack/lookup.ts";
import { useMoment } from "../../pages/use-moment.ts";
import { LISTS } from "../../settings/lists.ts";
import type { QuietRule } from "../../settings/types.ts";
import { RemoveButton } from "../fields/RemoveButton.tsx";
import { quietRuleWords } from "../fields/setting-words.ts";

export interface QuietProps {
  pack: PackIndex;
  rules: readonly QuietRule[];
  onRemove(rule: QuietRule): void;
}

export function Quiet({ pack, rules, onRemove }: QuietProps) {
  const now = useMoment({ pausedUntil: 0, quiet: [...rules] });
  const title = useRef<HTMLLegendElement>(null);
  const lasting = rules.filter(({ until = Number.POSITIVE_INFINITY }) => until > now);
  if (lasting.length === 0) return null;
  const remove = (rule: QuietRule) => {
    onRemove(rule);
    // The button goes away with its row; focus must not go with it.
    title.current?.focus();
  };
  return (
    <fieldset id="quiet">
      <legend ref={title} tabIndex={-1}>
        {t("optionsQuiet")}
      </legend>
      <ul class="rules">
        {lasting.map((rule) => {
          const name = nameOfEntity(pack, rule.entity);
          const words = quietRuleWords(name, rule);
          return (
            <li class="rule" key={LISTS.quiet.nameOf(rule)}>
              <span class="rule-site">{words}</span>
              <RemoveButton label={t("optionsQuietRemove", words)} onRemove={() => remove(rule)} />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
