/** The one line that says how things stand with the page. Pure. */
import { momentAfter } from "../../i18n/date-time.ts";
import { plural, t } from "../../i18n/t.ts";
import { isUnchosen } from "../../settings/change/reading.ts";
import { pauseLeft } from "../../settings/page/expiry.ts";
import { marksOn } from "../../settings/page/sites.ts";
import type { Settings } from "../../settings/types.ts";
import { entitiesOn, type PageState, statusOf } from "./page-state.ts";
import { documentKindOf } from "./reach.ts";

export interface StatusLine {
  tone: "found" | "quiet" | "off" | "busy";
  line: string;
  /** A second line, where the first leaves a question. */
  hint?: string;
}

/**
 * @param settings `null`: they could not be read
 * @param site the page's site as shown to the reader; `null` where it is none or not known
 * @param now ms of `Date.now()`
 * @param withheld the browser lets Sidelight read the page only because the reader has just clicked its button
 */
export function statusLine(
  page: PageState,
  settings: Settings | null,
  site: string | null,
  now: number,
  withheld = false,
): StatusLine {
  const status = lineOf(page, settings, site, now);
  return withheld && page.kind === "read" && !status.hint ? { ...status, hint: t("popupOnlyNow") } : status;
}

function lineOf(page: PageState, settings: Settings | null, site: string | null, now: number): StatusLine {
  if (page.kind === "looking") return { tone: "busy", line: t("popupLooking") };
  if (page.kind === "unread") {
    return { tone: "off", line: t(`popupUnread_${page.why}`), hint: t("popupSearchStillWorks") };
  }
  // A page whose reader cannot read the settings marks nothing: they might say so.
  if (settings === null) return { tone: "off", line: t("popupNoSettings"), hint: t("popupSearchStillWorks") };
  if (!settings.enabled) return { tone: "off", line: t("popupOffEverywhere") };
  if (pauseLeft(settings, now) > 0)
    return { tone: "off", line: t("popupPausedUntil", momentAfter(settings.pausedUntil, now)) };
  if (page.kind === "none") return { tone: "quiet", line: t("popupNoPage"), hint: t("popupNoPageHint") };
  switch (statusOf(page.frames)) {
    case "reading":
      return { tone: "busy", line: t("popupReading") };
    case "failed":
      // Busy: the page is asked again, for the names may yet come.
      return { tone: "busy", line: t("popupFailed"), hint: t("popupSearchStillWorks") };
    case "unreadable":
      return {
        tone: "off",
        line: t(`popupNoText_${documentKindOf(page.mediaType ?? null)}`),
        hint: t("popupSearchStillWorks"),
      };
    case "off": {
      // The switch was just turned on and the page has not caught up.
      if (page.url !== undefined && marksOn(settings, page.url))
        return { tone: "busy", line: t("popupReading") };
      if (page.url !== undefined && site !== null && isUnchosen(settings, page.url))
        return { tone: "off", line: t("popupNotChosen", site), hint: t("popupSearchStillWorks") };
      return { tone: "off", line: site === null ? t("popupOffThisPage") : t("popupOffHere", site) };
    }
    case "marked": {
      const count = entitiesOn(page.frames).length;
      const some = (what: "capped" | "cramped") => page.frames.some(({ summary }) => summary[what]);
      const hint = some("capped") ? t("popupCapped") : some("cramped") ? t("popupCramped") : null;
      return count === 0
        ? { tone: "quiet", line: t("popupFoundNone"), ...(hint && { hint }) }
        : { tone: "found", line: plural("popupFound", count), ...(hint && { hint }) };
    }
  }
}
