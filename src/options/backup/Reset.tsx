/** Starting over, asked twice. */
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";

export function Reset({ onReset }: { onReset(): void }) {
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const ask = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    // Focus follows the question and comes back; the harmless answer is the one at hand.
    if (asking) keep.current?.focus();
    else if (asked.current) ask.current?.focus();
    asked.current = asking;
  }, [asking]);

  if (!asking) {
    return (
      <>
        <p class="hint">{t("optionsResetWhat")}</p>
        <button ref={ask} type="button" class="button" id="reset" onClick={() => setAsking(true)}>
          {t("optionsResetButton")}
        </button>
      </>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question in the flow of the page, no form to group
    <div
      class="confirm"
      role="group"
      aria-labelledby="reset-question"
      onKeyDown={(event) => event.key === "Escape" && setAsking(false)}
    >
      <p id="reset-question">{t("optionsResetAsk")}</p>
      <button
        type="button"
        class="button danger"
        id="reset-yes"
        onClick={() => {
          onReset();
          setAsking(false);
        }}
      >
        {t("optionsResetYes")}
      </button>
      <button ref={keep} type="button" class="button" id="reset-no" onClick={() => setAsking(false)}>
        {t("optionsResetNo")}
      </button>
    </div>
  );
}
