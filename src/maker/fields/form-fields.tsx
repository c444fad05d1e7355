/** What a name, a decoy or a cue has besides its text and its letter case. What is so by default is left out, as in a file. */
import { t } from "../../i18n/t.ts";
import type { Alias, Cue, Decoy } from "../../pack/types.ts";
import { Choice, Field } from "./Field.tsx";

interface FieldsOf<Form> {
  form: Form;
  onChange(changed: Form): void;
}

const TRUSTS = ["sure", "context", "surname"] as const;

export function NameFields({ form, onChange }: FieldsOf<Alias>) {
  return (
    <>
      <Choice
        name="trust"
        label={t("makerTrust")}
        value={form.trust ?? "sure"}
        options={TRUSTS}
        labelOf={(trust) => t(`makerTrust_${trust}`)}
        onChange={(trust) => {
          const { trust: _, ...rest } = form;
          onChange(trust === "sure" ? rest : { ...rest, trust });
        }}
      />
      <LanguageField {...{ form, onChange }} />
    </>
  );
}

const READINGS = ["whole", "apart"] as const;

/** "Wolfson College Street" is one name; in "Pakistan-Taliban talks" each name counts for itself. */
export function DecoyFields({ form, onChange }: FieldsOf<Decoy>) {
  return (
    <>
      <Choice
        name="apart"
        label={t("makerDecoyIs")}
        value={form.apart ? "apart" : "whole"}
        options={READINGS}
        labelOf={(reading) => t(`makerDecoyIs_${reading}`)}
        onChange={(reading) => {
          const { apart: _, ...rest } = form;
          onChange(reading === "whole" ? rest : { ...rest, apart: true });
        }}
      />
      <LanguageField {...{ form, onChange }} />
    </>
  );
}

const WEIGHTS = ["1", "2", "3"] as const;
const CHOOSES = ["yes", "no"] as const;

export function CueFields({ form, onChange }: FieldsOf<Cue>) {
  return (
    <>
      <Choice
        name="weight"
        label={t("makerWeight")}
        value={`${form.weight ?? 1}`}
        options={WEIGHTS}
        labelOf={(weight) => t(`makerWeight_${weight}`)}
        onChange={(weight) => {
          const { weight: _, ...rest } = form;
          onChange(weight === "1" ? rest : { ...rest, weight: Number(weight) as 2 | 3 });
        }}
      />
      <Choice
        name="chooses"
        label={t("makerChooses")}
        value={form.chooses === false ? "no" : "yes"}
        options={CHOOSES}
        labelOf={(answer) => t(`makerChooses_${answer}`)}
        onChange={(answer) => {
          const { chooses: _, ...rest } = form;
          onChange(answer === "yes" ? rest : { ...rest, chooses: false });
        }}
      />
    </>
  );
}

function LanguageField<Form extends { lang: string }>({ form, onChange }: FieldsOf<Form>) {
  return (
    <Field
      name="lang"
      label={t("makerLang")}
      value={form.lang}
      onChange={(lang) => onChange({ ...form, lang: lang.trim() })}
    />
  );
}
