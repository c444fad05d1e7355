/** A sentence in the pack's own language, and, where the pack has translations, behind it in each of those. */
import { languageName } from "../../entity/words/script.ts";
import { t } from "../../i18n/t.ts";
import type { Pack, Text } from "../../pack/types.ts";
import { saidIn, saying } from "../editing/edit-pack.ts";
import { Field, type FieldProps } from "./Field.tsx";
import { More } from "./More.tsx";

export interface SaidFieldProps extends Omit<FieldProps, "value" | "onChange"> {
  value: Text;
  languages: Pack["languages"];
  onChange(value: Text): void;
}

export function SaidField({ value, languages, onChange, ...field }: SaidFieldProps) {
  const [original, ...translations] = languages;
  const write = (language: string) => (words: string) => onChange(saying(value, language, words, languages));
  const own = (
    <Field {...field} value={saidIn(value, original, languages)} onChange={write(original)} lang={original} />
  );
  if (translations.length === 0) return own;
  const there = translations.filter((language) => saidIn(value, language, languages) !== "");
  return (
    <div class="said">
      {own}
      <More
        name={`${field.name}-translated`}
        title={t("makerTranslated")}
        of={field.label}
        count={there.length}
      >
        {translations.map((language) => (
          <Field
            key={language}
            {...(field.rows && { rows: field.rows })}
            name={`${field.name}-${language}`}
            label={languageName(language)}
            value={saidIn(value, language, languages)}
            onChange={write(language)}
            lang={language}
          />
        ))}
      </More>
    </div>
  );
}
