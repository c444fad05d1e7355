/** Which of several analyses is looked through. */

import { languageAttributes } from "../entity/words/script.ts";
import { language, t } from "../i18n/t.ts";
import { sentenceIn } from "../pack/texts.ts";
import type { Pack } from "../pack/types.ts";

export interface PackFilterProps {
  packs: ReadonlyArray<Pick<Pack, "id" | "title" | "languages">>;
  /** Its id; `null`: all. */
  only: string | null;
  /** There is a choice of all. */
  all: boolean;
  onOnly(only: string | null): void;
}

export function PackFilter({ packs, only, all, onOnly }: PackFilterProps) {
  return (
    <label class="pack-filter">
      <span>{t("packFilter")}</span>
      <select
        id="pack-filter"
        value={only ?? ""}
        onChange={(event) => onOnly(event.currentTarget.value || null)}
      >
        {all && <option value="">{t("packFilterAll", packs.length)}</option>}
        {packs.map((pack) => {
          const { text, lang } = sentenceIn(pack, pack.title, language());
          return (
            <option key={pack.id} value={pack.id} {...languageAttributes(lang)}>
              {text}
            </option>
          );
        })}
      </select>
    </label>
  );
}
