/**
 * One frame's copy of the content script, wired: it follows the settings, starts a session where the page is to be marked
 * and ends it where it is not, and answers the popup.
 */

import type { PageStatus } from "../messages/table.ts";
import { LONGEST_WAIT, pauseLeft } from "../settings/page/expiry.ts";
import { type Meant, meantOn, type PageMeant, pageOf, saidOfPage } from "../settings/page/meant.ts";
import { namesOn } from "../settings/page/names.ts";
import { marksOn } from "../settings/page/sites.ts";
import type { Settings } from "../settings/types.ts";
import { guardWindow } from "./card/event-guard.ts";
import { removeLeftovers } from "./card/leftovers.ts";
import { openRoot, request, servePage } from "./extension/client.ts";
import { type FrameClaim, onRestored } from "./extension/frame-claim.ts";
import { type FrameState, readSettings } from "./extension/stored.ts";
import { takeOwnNames, takePacks } from "./frame-pack.ts";
import { isReadable, pageAddress, watchAddress } from "./page/dom/document.ts";
import { documentElementOf, listen } from "./page/dom/dom.ts";
import { HighlightPainter } from "./page/paint/painter.ts";
import { type Session, startSession } from "./session.ts";
import { emptySummary, summarize } from "./summary.ts";

/** @param first the settings, asked for already */
export function startFrame({ signal, leave }: FrameClaim, first: Promise<FrameState>): void {
  const readable = isReadable(document);
  let settings: Settings | null = null;
  /** Whether the settings have been asked for and have answered. */
  let known = false;
  let session: Session | null = null;
  /** Of the listeners on the page. */
  let watching = new AbortController();

  let revision = 0;
  let pagesMeant: readonly PageMeant[] = [];
  /** Said of a private page: kept nowhere but here, and gone with it. */
  let privateMeant: readonly PageMeant[] = [];
  const follow = ({ outcome, meant, packs }: FrameState) => {
    // An answer may come after what has changed since.
    if (signal.aborted || (outcome.kind === "value" && outcome.revision < revision)) return;
    pagesMeant = meant;
    known = true;
    if (takePacks(packs)) stop();
    if (outcome.kind === "value") revision = outcome.revision;
    // Settings that cannot be read might say that this site is off: then nothing is marked.
    settings = outcome.kind === "unreadable" ? null : outcome.settings;
    apply();
  };
  const meantHere = () =>
    settings ? meantOn(settings.meant, [...pagesMeant, ...privateMeant], pageAddress()) : [];
  const paused = () => (settings ? pauseLeft(settings, Date.now()) : 0);
  const isOn = () => readable && settings !== null && paused() === 0 && marksOn(settings, pageAddress());
  /** Takes the reader's own names for this page. Where they are others than before, the page is to be read anew. */
  const takeNames = () => {
    const others = settings !== null && takeOwnNames(namesOn(settings.aliases, pageAddress()));
    if (others) stop();
    return others;
  };
  let root = documentElementOf(document);
  const listenAgain = () => {
    root = documentElementOf(document);
    watching.abort(null);
    watching = new AbortController();
    guardWindow(signal);
    watch();
  };
  let waking = 0;
  const apply = () => {
    takeNames();
    clearTimeout(waking);
    if (paused() > 0 && !signal.aborted) waking = window.setTimeout(apply, Math.min(paused(), LONGEST_WAIT));
    // Opened anew while the settings were asked for, when nothing else would tell.
    if (!session && !signal.aborted && documentElementOf(document) !== root) listenAgain();
    if (!isOn()) stop();
    else if (session) session.settingsChanged();
    else session = startSession(() => settings!, meantHere, { onGone: end, onReplaced, onSaid });
  };
  const onSaid = (said: Meant, on: boolean) => {
    privateMeant = saidOfPage(privateMeant, { ...said, page: pageOf(pageAddress()) }, on);
    apply();
  };
  const stop = () => {
    session?.end();
    session = null;
  };
  const end = () => {
    leave();
    clearTimeout(waking);
    stop();
    return null;
  };
  const status = (): PageStatus => {
    if (!readable) return "unreadable";
    if (!session) return known ? "off" : "reading";
    if (session.reader.failed) return "failed";
    return session.settled() ? "marked" : "reading";
  };
  let asks = 0;
  const reread = () => {
    const ask = ++asks;
    // What was asked for later tells more, and may be answered sooner.
    void readSettings().then((state) => ask === asks && follow(state));
  };
  /** Answers whether that has changed what is marked: all, a name of the reader's own, or which of two one means. */
  const check = () => {
    const turned = takeNames() || isOn() !== (session !== null);
    if (turned) apply();
    return session?.prefer() === true || turned;
  };
  const onAddress = () => {
    // Frames go by the top page's address, and learn of it through the extension alone (document.ts).
    if (check() && window === window.top) void request("page.turned", {});
  };
  const watch = () => {
    const heard = AbortSignal.any([signal, watching.signal]);
    // A page restored from the back/forward cache may have missed changes (Firefox), or an update of the extension.
    onRestored(reread, heard);
    // A rule, or a name, may be for a part of the site, and the page go there without being loaded anew.
    watchAddress(onAddress, heard);
    // A timer stands still while the machine sleeps, and a pause may be over when it wakes.
    listen(document, "visibilitychange", check, { signal: heard });
  };
  /** `document.open()` has taken all listeners from the page: begin anew. */
  const onReplaced = () => {
    listenAgain();
    stop();
    apply();
  };

  removeLeftovers(openRoot);
  HighlightPainter.removeLeftovers();
  servePage(
    {
      "page.summary": () =>
        session ? summarize(session.reader, session.marks, status()) : emptySummary(status()),
      "page.jump": ({ id }) => {
        const mention = session?.reader.mention(id);
        if (mention === undefined || !session!.marks.reveal(mention)) return false;
        // A tap on a link is the link's: for fingers, the list is the way to what is said of a linked name.
        if (matchMedia("(pointer: coarse)").matches) session!.card()?.show(mention);
        return true;
      },
      "page.command": ({ command, anyway }) => session?.card()?.go(command, anyway) === true,
      "page.reread": () => {
        reread();
        return null;
      },
      "page.check": () => {
        check();
        return null;
      },
      "page.leave": end,
    },
    signal,
  );
  watch();
  void first.then(follow);
}
