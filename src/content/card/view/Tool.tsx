import type { AriaAttributes } from "preact";
import { trusted } from "../../../entity/trusted.ts";
import { Icon, type IconName } from "./Icon.tsx";

interface ToolProps extends AriaAttributes {
  icon: IconName;
  label: string;
  /** What it does, where the label does not say it all. */
  hint?: string;
  onPress(): void;
}

/** A button in the card's head: an icon, with words for who does not see it. */
export function Tool({ icon, label, hint = label, onPress, ...state }: ToolProps) {
  return (
    <button
      type="button"
      class={`sl-tool sl-${icon}-tool`}
      aria-label={label}
      title={hint}
      {...state}
      onClick={trusted(onPress)}
    >
      <Icon name={icon} />
    </button>
  );
}
