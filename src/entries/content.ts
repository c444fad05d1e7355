/**
 * The content script: one copy in every frame. It follows the settings, starts a session where the page is to be
 * marked and ends it where it is not, and answers the popup.
 */
import { removeLeftovers } from "../card/host.ts";
import type { PageStatus } from "../messages/table.ts";
import { isReadable, pageAddress } from "../page/document.ts";
import { Painter } from "../page/painter.ts";
import { type ReadOutcome, readSettings, servePage, watchSettings } from "../platform/content.ts";
import { marksOn } from "../settings/sites.ts";
import type { Settings } from "../settings/types.ts";
import { type Session, startSession } from "./session.ts";
import { summarize } from "./summary.ts";

const life = new AbortController();
const readable = isReadable(document);
const address = pageAddress();
let settings: Settings | null = null;
/** Whether the settings have been asked for and have answered. */
let known = false;
let session: Session | null = null;

function follow(outcome: ReadOutcome): void {
  known = true;
  // Settings that cannot be read might say that this site is off: then nothing is marked.
  settings = outcome.kind === "unreadable" ? null : outcome.settings;
  const on = readable && settings !== null && marksOn(settings, address);
  if (on && session) session.settingsChanged();
  else if (on) session = startSession(() => settings!, address);
  else {
    session?.end();
    session = null;
  }
}

function status(): PageStatus {
  if (!readable) return "unreadable";
  if (!session) return known ? "off" : "reading";
  return session.reader.settled ? "marked" : "reading";
}

removeLeftovers(document);
Painter.removeLeftovers();
servePage(
  {
    "page.summary": () =>
      session
        ? summarize(session.reader, session.marks, status())
        : { status: status(), entities: [], mentions: [], capped: false },
    "page.jump": ({ id }) => {
      const mention = session?.marks.listed().find((listed) => listed.id === id);
      return mention !== undefined && session!.marks.reveal(mention);
    },
  },
  life.signal,
);
watchSettings(follow, life.signal);
// A page restored from the back/forward cache may have missed changes (Firefox).
addEventListener("pageshow", (event) => event.persisted && void readSettings().then(follow));
void readSettings().then(follow);
