/** The version, and a diagnosis that a reader can copy and send. Nothing is sent from here. */
import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";

export interface AboutProps {
  /** `null` until it is put together. */
  diagnosis: string | null;
  /** Puts a text on the clipboard; answers whether that was done. */
  onCopy(text: string): Promise<boolean>;
}

/** How long “Copied” stands, ms. */
const STANDS = 2_000;

export function About({ diagnosis, onCopy }: AboutProps) {
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(setCopied, STANDS, null);
    return () => clearTimeout(timer);
  }, [copied]);
  if (diagnosis === null) return null;
  return (
    <>
      <p class="hint">{t("optionsAboutHint")}</p>
      <pre class="diagnosis" id="diagnosis" lang="en" dir="ltr">
        {diagnosis}
      </pre>
      <p class="confirm">
        <button
          type="button"
          class="button"
          id="copy-diagnosis"
          onClick={() => void onCopy(diagnosis).then(setCopied)}
        >
          {t("optionsAboutCopy")}
        </button>
        <span class="hint" role="status">
          {copied === null ? "" : t(copied ? "optionsAboutCopied" : "optionsAboutNotCopied")}
        </span>
      </p>
    </>
  );
}
