/** The one line that says how things stand with the page. Pure. */
import { marksOn } from "../settings/sites.ts";
import type { Settings } from "../settings/types.ts";
import { entitiesOn, type PageState, statusOf } from "./page-state.ts";
import { whyUnread } from "./reach.ts";
import { text } from "./text.ts";

export interface StatusLine {
  tone: "found" | "quiet" | "off" | "busy";
  line: string;
  /** A second line, where the first leaves a question. */
  hint?: string;
}

/** `site` is the page's site as shown to the reader; `null` where it is none or not known. */
export function statusLine(page: PageState, settings: Settings, site: string | null): StatusLine {
  if (page.kind === "looking") return { tone: "busy", line: text.looking };
  if (page.kind === "unread") {
    return { tone: "off", line: text.unread[whyUnread(page.url)], hint: text.searchStillWorks };
  }
  if (!settings.enabled) return { tone: "off", line: text.offEverywhere };
  switch (statusOf(page.frames)) {
    case "reading":
      return { tone: "busy", line: text.reading };
    case "unreadable":
      return { tone: "off", line: text.noText, hint: text.searchStillWorks };
    case "off": {
      // The switch was just turned on and the page has not caught up.
      if (page.url !== undefined && marksOn(settings, page.url)) return { tone: "busy", line: text.reading };
      return { tone: "off", line: site === null ? text.offThisPage : text.offHere(site) };
    }
    case "marked": {
      const count = entitiesOn(page.frames).length;
      const capped = page.frames.some(({ summary }) => summary.capped) ? { hint: text.capped } : {};
      return count === 0
        ? { tone: "quiet", line: text.foundNone, ...capped }
        : { tone: "found", line: text.found(count), ...capped };
    }
  }
}
