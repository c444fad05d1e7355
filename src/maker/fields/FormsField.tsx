/** Names, decoys or cues, one a line, and behind them how each counts. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";
import type { CaseRule } from "../../pack/types.ts";
import { formsOfLines, linesOf } from "../editing/form-lines.ts";
import { Choice, Field } from "./Field.tsx";
import { More } from "./More.tsx";

export interface FormsFieldProps<Form extends { text: string; case?: CaseRule }> {
  name: string;
  label: string;
  hint?: string;
  problem: string;
  forms: readonly Form[];
  /** Of a line that was not there before. */
  make(text: string): Form;
  /** What a form has besides its text and its case. */
  each(form: Form, set: (changed: Form) => void): ComponentChildren;
  onChange(forms: Form[]): void;
}

const CASES = ["fold", "capital", "exact"] as const;

export function FormsField<Form extends { text: string; case?: CaseRule }>({
  name,
  label,
  hint,
  problem,
  forms,
  make,
  each,
  onChange,
}: FormsFieldProps<Form>) {
  const [typed, setTyped] = useState("");
  const texts = forms.map(({ text }) => text);
  // An empty line at the end is no name, and is to stay while the next one is typed.
  const value = linesOf(typed).join("\n") === texts.join("\n") ? typed : texts.join("\n");
  const change = (lines: string) => {
    setTyped(lines);
    onChange(formsOfLines(linesOf(lines), forms, make));
  };
  const set = (index: number, changed: Form) =>
    onChange(forms.map((form, i) => (i === index ? changed : form)));
  return (
    <div class="said">
      <Field {...{ name, label, value, problem }} rows={2} {...(hint && { hint })} onChange={change} />
      {forms.length > 0 && (
        <More name={`${name}-each`} title={t("makerEach")} of={label}>
          {forms.map((form, i) => (
            <fieldset key={i} class="row form">
              <legend>
                <bdi>{form.text}</bdi>
              </legend>
              <Choice
                name="case"
                label={t("makerCase")}
                value={form.case ?? "fold"}
                options={CASES}
                labelOf={(rule) => t(`makerCase_${rule}`)}
                onChange={(rule) => set(i, withCase(form, rule))}
              />
              {each(form, (changed) => set(i, changed))}
            </fieldset>
          ))}
        </More>
      )}
    </div>
  );
}

/** What is so by default is left out, as in a file. */
function withCase<Form extends { case?: CaseRule }>(form: Form, rule: CaseRule): Form {
  const { case: _, ...rest } = form;
  return (rule === "fold" ? rest : { ...form, case: rule }) as Form;
}
