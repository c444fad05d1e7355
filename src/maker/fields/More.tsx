/** A part that is opened when it is wanted. Its title says whether something is in it, and whether something in it is wrong. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";

export interface MoreProps {
  name: string;
  title: string;
  /** Whose it is, where that is seen from where it stands: for who hears it alone. */
  of?: string;
  /** How much is in it, where that can be counted. */
  count?: number;
  /** What is wrong in it; "" for nothing. */
  problem?: string;
  /** At first. */
  open?: boolean;
  class?: string;
  children: ComponentChildren;
}

export function More({ name, title, of, count, problem = "", open = false, children, ...rest }: MoreProps) {
  const [shown, setShown] = useState(open);
  return (
    <details
      class={`more ${rest.class ?? ""}`}
      data-more={name}
      open={shown}
      onToggle={(event) => setShown(event.currentTarget.open)}
    >
      <summary>
        <bdi>{title}</bdi>
        {of !== undefined && <span class="visually-hidden">: {of}</span>}
        {count !== undefined && count > 0 && <span class="hint"> {t("makerCount", count)}</span>}
        {problem !== "" && <span class="hint bad"> {t("makerToMend")}</span>}
      </summary>
      {shown && <div class="inside">{children}</div>}
    </details>
  );
}
