/** The few kinds of field that the options are made of, from props alone. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useState } from "preact/hooks";

export interface CheckProps {
  label: ComponentChildren;
  checked: boolean;
  hint?: string | undefined;
  onChange(checked: boolean): void;
}

export function Check({ label, checked, hint, onChange }: CheckProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="choice" for={id}>
        <input
          id={id}
          type="checkbox"
          checked={checked}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export interface RadiosProps<Value extends string> {
  legend: string;
  name: string;
  options: readonly Value[];
  labelOf(value: NoInfer<Value>): string;
  value: NoInfer<Value>;
  onChange(value: NoInfer<Value>): void;
  /** Drawn beside the label of each choice. */
  sample?(value: NoInfer<Value>): ComponentChildren;
  inRow?: boolean;
  /** The section's title already says it; the legend is for screen readers then. */
  legendHidden?: boolean;
}

export function Radios<Value extends string>(props: RadiosProps<Value>) {
  const { legend, name, options, labelOf, value, onChange, sample, inRow, legendHidden } = props;
  return (
    <fieldset class={inRow ? "radios in-row" : "radios"}>
      <legend class={legendHidden ? "visually-hidden" : undefined}>{legend}</legend>
      {options.map((option) => (
        <label key={option} class="choice">
          <input
            type="radio"
            name={name}
            value={option}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          <span>{labelOf(option)}</span>
          {sample?.(option)}
        </label>
      ))}
    </fieldset>
  );
}

export interface NumberFieldProps {
  label: string;
  unit: string;
  hint: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange(value: number): void;
}

/** A slider and a number box for one value. The slider saves when let go, the box when left or on Enter. */
export function NumberField({ label, unit, hint, value, min, max, step, onChange }: NumberFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState(String(value));
  useEffect(() => setDraft(String(value)), [value]);
  const number = Number(draft);
  const valid = draft.trim() !== "" && Number.isInteger(number) && number >= min && number <= max;
  const commit = () => {
    if (valid && number !== value) onChange(number);
  };
  return (
    <div class="field number">
      <label for={id}>{label}</label>
      <input
        type="range"
        aria-label={`${label} (${unit})`}
        min={min}
        max={max}
        step={step}
        value={valid ? number : value}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
      <span class="number-box">
        <input
          id={id}
          type="text"
          inputMode="numeric"
          value={draft}
          aria-invalid={!valid}
          aria-describedby={`${id}-hint`}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === "Enter" && commit()}
        />
        <span>{unit}</span>
      </span>
      <p class={valid ? "hint" : "hint bad"} id={`${id}-hint`} role={valid ? undefined : "alert"}>
        {hint}
      </p>
    </div>
  );
}
