/** The three views as tabs (ARIA Authoring Practices): one stop for Tab, the arrows go from one to the next. */
import { t } from "../i18n/t.ts";
import type { View } from "./model/address.ts";
import { towards } from "./walk.ts";

export interface TabsProps {
  views: readonly View[];
  view: View;
  onView(view: View): void;
}

export function Tabs({ views, view, onView }: TabsProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = towards(event, "sideways");
    if (step === 0) return;
    event.preventDefault();
    const next = views[(views.indexOf(view) + step + views.length) % views.length]!;
    onView(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={t("atlasViews")} onKeyDown={onKeyDown}>
      {views.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`tab-${each}`}
          aria-selected={each === view}
          aria-controls="view"
          tabIndex={each === view ? 0 : -1}
          onClick={() => onView(each)}
        >
          {t(`atlasView_${each}`)}
        </button>
      ))}
    </div>
  );
}
