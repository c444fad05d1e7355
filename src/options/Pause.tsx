/** That marking is paused, until when, and the way to end it here. Nothing while it is not. */
import { momentAfter } from "../i18n/date-time.ts";
import { t } from "../i18n/t.ts";
import { useMoment } from "../pages/use-moment.ts";
import { pauseLeft } from "../settings/page/expiry.ts";

export interface PauseProps {
  /** When it ends, ms of `Date.now()`; in the past or 0 where there is none. */
  pausedUntil: number;
  onEnd(): void;
}

export function Pause({ pausedUntil, onEnd }: PauseProps) {
  const now = useMoment({ pausedUntil, quiet: [] });
  const left = pauseLeft({ pausedUntil }, now);
  if (left === 0) return null;
  return (
    <div class="confirm" id="paused">
      <p>
        <bdi>{t("popupPausedUntil", momentAfter(pausedUntil, now))}</bdi>
      </p>
      <button type="button" class="button" id="end-pause" onClick={onEnd}>
        {t("optionsEndPause")}
      </button>
    </div>
  );
}
