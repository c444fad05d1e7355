/**
 * One frame's life under one set of settings: the reader, the marks and the card, wired. It begins when the frame is to
 * be marked and ends, leaving nothing behind, when it is not.
 */

import { LONGEST_WAIT } from "../settings/page/expiry.ts";
import type { Meant, MeantHere } from "../settings/page/meant.ts";
import type { Settings } from "../settings/types.ts";
import { attachCard } from "./attach-card.ts";
import { createBadgeCount } from "./badge-count.ts";
import type { CardController, MakeCard } from "./card/types.ts";
import { alive, request } from "./extension/client.ts";
import { cardOfFrame } from "./extension/frame-claim.ts";
import { watchExtension } from "./extension/watch-extension.ts";
import { bringSaid, frameLexicons, frameShards, loadPack } from "./frame-pack.ts";
import { markSettings } from "./mark-settings.ts";
import { pageAddress } from "./page/dom/document.ts";
import { Marks } from "./page/paint/marks.ts";
import { watchRecheckEvents, watchUnseen } from "./page/paint/recheck.ts";
import { PageReader } from "./page/read/reader.ts";

export interface Session {
  reader: PageReader;
  marks: Marks;
  /** Comes with the first mention. */
  card(): CardController | null;
  /** Whether all that is known to be there has been read, and what is to be painted is. */
  settled(): boolean;
  settingsChanged(): void;
  /** Has names decided by what the reader has said of the page. Answers whether that was something else before. */
  prefer(): boolean;
  end(): void;
}

export interface SessionEvents {
  /** The extension has gone: this session and all else of this copy are to end. */
  onGone(): void;
  /** The page has taken our listeners away: this session is to end, and another to begin. */
  onReplaced(): void;
  /** The reader has said which of two is meant on a private page, or that this is to hold no longer. */
  onSaid(said: Meant, on: boolean): void;
}

/**
 * @param settings the settings as they are now
 * @param meant what the reader has said of the page as it is now
 */
export function startSession(
  settings: () => Settings,
  meant: () => MeantHere[],
  { onGone, onReplaced, onSaid }: SessionEvents,
): Session {
  const life = new AbortController();
  const { signal } = life;
  const tell = createBadgeCount();
  const showing = watchExtension(onGone, () => marks.assert(), signal);
  const end = () => {
    life.abort(null);
    marks.clear();
    tell(0);
  };
  const shown = () => {
    const marked = marks.entities().size;
    showing(marked > 0);
    const named = [...reader.mentions()].map(([{ mention }]) => mention);
    void bringSaid(named.flatMap(({ entity, runnerUp = entity }) => [entity, runnerUp]));
    card?.mentionsChanged((id) => marks.choice.isKnown(id));
    tell(settings().badge ? marked : 0);
  };
  let styled = false;
  /** From the first mention until it is painted. */
  let asking = false;
  let card: CardController | null = null;
  /**
   * Brings what marks and cards take, at the first mention: long before a dwell can end. What is painted before there is a
   * style for it would count as marked, and not be seen; and a mark without its card would not answer a pointer.
   */
  const bringStyle = async () => {
    if (asking) return;
    asking = true;
    void loadPack();
    // Where it cannot be had, the names are listed all the same, and the next pass asks again.
    styled = (await request("page.style", { card: !cardOfFrame() })) === true;
    if (signal.aborted) return;
    const makeCard = cardOfFrame();
    styled &&= makeCard !== undefined;
    if (styled) card ??= attachCard(makeCard as MakeCard, attachment);
    // In slices: the sheet has the browser look at all styles anew, and there may be a thousand mentions.
    if (styled && reader.hasMentions) return look();
    asking = false;
    shown();
  };
  const shards = frameShards();
  /** What was read may ask for names of installed packs: they are brought, and all is read again. */
  const bringShards = async () => {
    if ((await shards.bring(signal)) && !signal.aborted) reader.readAnew();
  };
  function* onPass(changed: boolean): Generator<void, void> {
    void bringShards();
    if (!alive()) onGone();
    else if (changed) {
      if (!styled && reader.hasMentions) {
        void bringStyle();
        return;
      }
      yield* marks.paint();
      asking = false;
      shown();
    } else marks.assert();
  }
  const onStale = (ranges: readonly StaticRange[]) => marks.drop(ranges);
  const reader = new PageReader({
    lexicons: frameLexicons,
    sift: shards.sift,
    signal,
    onPass,
    onStale,
    onReplaced,
  });
  const look = () => reader.recheck();
  const view = () => markSettings(settings(), pageAddress());
  const marks = new Marks(reader, view, watchUnseen(look, signal), signal);
  const attachment = { marks, settings, meant, onSaid, orphaned: onGone, signal };
  let preferred = "[]";
  const prefer = () => {
    const said = meant();
    const before = preferred;
    preferred = JSON.stringify(said);
    if (preferred === before) return false;
    reader.prefer(said);
    return true;
  };
  prefer();
  watchRecheckEvents(look, signal);
  reader.start();
  let waking = 0;
  /** What was left unmarked for an hour is marked again when that is over. */
  const wake = () => {
    clearTimeout(waking);
    const now = Date.now();
    const ends = settings().quiet.flatMap(({ until = 0 }) => (until > now ? until - now : []));
    if (ends.length > 0 && !signal.aborted)
      waking = window.setTimeout(settingsChanged, Math.min(LONGEST_WAIT, ...ends));
  };
  signal.addEventListener("abort", () => clearTimeout(waking));
  const settingsChanged = () => {
    wake();
    prefer();
    marks.refresh();
    shown();
    card?.settingsChanged();
  };
  wake();
  return {
    reader,
    marks,
    card: () => card,
    settled: () => reader.settled && !asking && !shards.isOpen,
    settingsChanged,
    prefer,
    end,
  };
}
