/** One field with its label, and below it what is wrong with what stands in it. */
import { useId } from "preact/hooks";
import { languageAttributes } from "../../entity/words/script.ts";

export interface FieldProps {
  label: string;
  value: string;
  /** Sentences, "" for none. */
  problem?: string | undefined;
  hint?: string | undefined;
  /** Lines of a box for more than one. */
  rows?: number;
  name: string;
  /** What it is written in, where that is known. */
  lang?: string | undefined;
  onChange(value: string): void;
}

export function Field({ label, value, problem = "", hint = "", rows, name, lang, onChange }: FieldProps) {
  const id = useId();
  const box = {
    id,
    name,
    value,
    class: rows ? "text-area" : "text-box",
    // An empty box has no letters to go by.
    ...(lang === undefined ? { dir: "auto" as const } : languageAttributes(lang)),
    "aria-invalid": problem !== "",
    "aria-describedby": problem || hint ? `${id}-note` : undefined,
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      onChange(event.currentTarget.value),
  };
  return (
    <div class="maker-field">
      <label for={id}>{label}</label>
      {rows ? <textarea rows={rows} {...box} /> : <input type="text" autocomplete="off" {...box} />}
      {(problem || hint) && (
        <p class={problem ? "hint bad" : "hint"} id={`${id}-note`}>
          {problem || hint}
        </p>
      )}
    </div>
  );
}

export interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly Value[];
  labelOf(value: Value): string;
  name: string;
  onChange(value: Value): void;
}

export function Choice<Value extends string>({
  label,
  value,
  options,
  labelOf,
  name,
  onChange,
}: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div class="maker-field">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as Value)}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {labelOf(option)}
          </option>
        ))}
      </select>
    </div>
  );
}
