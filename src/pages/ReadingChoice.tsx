/** Where pages are read, from props alone: one choice of three, and what the browser has to say to it. */
import { listed, t } from "../i18n/t.ts";
import { READING, type Reading } from "../settings/change/reading.ts";

export interface ReadingChoiceProps {
  legend: string;
  reading: Reading;
  /** The browser lets all pages be read; `null` until it is known. */
  allowed: boolean | null;
  /** Chosen sites that the browser does not let be read: patterns of site rules. */
  withheld: readonly string[];
  disabled?: boolean;
  onReading(reading: Reading): void;
  /** Asks the browser for all sites. */
  onAllow(): void;
  /** Asks for those that are withheld. */
  onAllowSites(): void;
  /** Opens the browser's own page where this can be chosen. */
  onSiteAccess(): void;
}

export function ReadingChoice(props: ReadingChoiceProps) {
  const { legend, reading, allowed, withheld, disabled = false, onReading, onAllow, onAllowSites } = props;
  return (
    <fieldset class="radios reading" id="reading" disabled={disabled}>
      <legend>{legend}</legend>
      {READING.map((option) => (
        <label key={option} class="choice">
          <input
            type="radio"
            name="reading"
            value={option}
            checked={option === reading}
            onChange={() => onReading(option)}
          />
          <span>
            {t(`reading_${option}`)}
            <span class="hint">{t(`readingHint_${option}`)}</span>
          </span>
        </label>
      ))}
      <div role="status">
        {reading === "everywhere" && allowed === false && (
          <p class="hint">
            {t("readingWithheld")}{" "}
            <button type="button" class="button" id="allow" onClick={onAllow}>
              {t("popupAllowAll")}
            </button>
          </p>
        )}
        {/* What a manifest requires, Chrome lets only the reader take back. */}
        {reading !== "everywhere" && allowed === true && (
          <p class="hint">
            {t("readingKept")}{" "}
            <button type="button" class="button" id="site-access" onClick={props.onSiteAccess}>
              {t("readingSiteAccess")}
            </button>
          </p>
        )}
        {withheld.length > 0 && (
          <p class="hint">
            {t("readingSitesWithheld", listed([...withheld]))}{" "}
            <button type="button" class="button" id="allow-sites" onClick={onAllowSites}>
              {t("readingAllowSites")}
            </button>
          </p>
        )}
      </div>
    </fieldset>
  );
}
