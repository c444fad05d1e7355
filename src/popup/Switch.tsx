export interface SwitchProps {
  id: string;
  label: string;
  on: boolean;
  disabled?: boolean;
  onChange(on: boolean): void;
}

/** A check box that says it is a switch. */
export function Switch({ id, label, on, disabled = false, onChange }: SwitchProps) {
  return (
    <label class="switch" for={id}>
      <span class="switch-label">{label}</span>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
