/** Search within the options: what does not match is hidden, section by section and field by field. */
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";
import { foldText } from "../../spot/letters/fold.ts";
import { FindBox } from "./FindBox.tsx";

/** @param within the element that holds the sections */
export function Find({ within }: { within: RefObject<HTMLElement | null> }) {
  const [query, setQuery] = useState("");
  const [none, setNone] = useState(false);
  // After every drawing: what was typed holds for fields that have come since.
  useEffect(() => {
    if (within.current) setNone(show(within.current, foldText(query).trim()) === 0);
  });
  return (
    <search class="find">
      <FindBox id="find-option" label={t("optionsFind")} query={query} onQuery={setQuery} />
      <p class="hint" role="status">
        {none ? t("optionsFindNone") : ""}
      </p>
    </search>
  );
}

/** Shows the sections and fields whose words hold `wanted`; a section whose title does is shown whole. */
function show(within: HTMLElement, wanted: string): number {
  let shown = 0;
  for (const section of within.querySelectorAll<HTMLElement>(".section")) {
    const [title, ...fields] = [...section.children] as HTMLElement[];
    const whole = holds(title, wanted);
    for (const field of fields) field.classList.toggle("is-hidden", !whole && !holds(field, wanted));
    const matches = whole || fields.some((field) => !field.classList.contains("is-hidden"));
    section.classList.toggle("is-hidden", !matches);
    if (matches) shown++;
  }
  return shown;
}

function holds(element: HTMLElement | undefined, wanted: string): boolean {
  return wanted === "" || foldText(element?.textContent ?? "").includes(wanted);
}
