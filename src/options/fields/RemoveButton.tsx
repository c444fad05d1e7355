/** The ✕ at the end of a rule's row. */
import { Icon } from "../../pages/icons.tsx";

/** @param label what it does to which rule, for who does not see the row: "Remove the rule for example.org" */
export function RemoveButton({ label, onRemove }: { label: string; onRemove(): void }) {
  return (
    <button type="button" class="icon-button" aria-label={label} onClick={onRemove}>
      <Icon name="remove" />
    </button>
  );
}
