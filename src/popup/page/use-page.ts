/** The page under the popup: found when the popup opens, asked again when the popup says so. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { askFrames, type Frame, takeCensus } from "../../browser/frames.ts";
import { injectIntoTab } from "../../browser/inject.ts";
import { askBackground } from "../../browser/messaging.ts";
import { askToRead, mayRead, mayReadFiles, mediaTypeOf } from "../../browser/permissions.ts";
import { type ActiveTab, activeTab, showTab } from "../../browser/tabs.ts";
import type { Opening } from "../../messages/opening.ts";
import { type FrameMention, type PageState, withFrame } from "./page-state.ts";
import { type Askable, askableFor, type Reach, whyUnread } from "./reach.ts";

/** A page that is still loading has no reader yet: look again, this often, this many times, ms. */
const LOOK_AGAIN = { every: 700, times: 5 };

export interface Page {
  state: PageState;
  /** The page is in a private window. */
  isPrivate: boolean;
  /** What the reader can be asked to allow; `null` when there is nothing to ask. */
  askable: Askable | null;
  /** Asks. Must be called in the handler of a click. */
  allow(): void;
  /** Has the page read, though its site is not chosen. */
  readOnce(address: string): void;
  /** Asks every frame again. */
  refresh(): void;
  /** `false` when the place has gone. */
  jump(target: FrameMention): Promise<boolean>;
}

/** @param opening where the popup is a page in a tab, what it was told; `null` over a page */
export function usePage(opening: Opening | null): Page {
  const named = opening?.tab;
  const isAlone = opening !== null && named === undefined;
  const [state, setState] = useState<PageState>({ kind: isAlone ? "none" : "looking" });
  const [askable, setAskable] = useState<Askable | null>(null);
  const [isPrivate, setPrivate] = useState(false);
  const [round, setRound] = useState(0);
  const tab = useRef<number | null>(null);
  const frames = useRef(new Map<number, Frame>());

  const ask = useCallback(async (frame: Frame) => {
    if (tab.current === null) return;
    const summary = await askFrames(tab.current, frame.id, "page.summary", {});
    if (summary === null) return;
    const isTop = frame.id === 0;
    const mediaType = isTop && summary.status === "unreadable" ? await mediaTypeOf(tab.current) : undefined;
    setState((before) => {
      const known = before.kind === "read" ? before : null;
      return {
        kind: "read",
        url: isTop ? frame.url : known?.url,
        frames: withFrame(known?.frames ?? [], { frame: frame.id, summary }),
        mediaType: isTop ? (mediaType ?? null) : (known?.mediaType ?? null),
      };
    });
  }, []);

  const refresh = useCallback(() => {
    for (const frame of frames.current.values()) void ask(frame);
  }, [ask]);

  // `round`: once more from the beginning.
  useEffect(() => {
    if (isAlone) return;
    const controller = new AbortController();
    const { signal } = controller;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (left: number) => {
      const active = await activeTab(named);
      const reach = await reachOf(active);
      if (signal.aborted) return;
      tab.current = active?.id ?? null;
      setAskable(reach.askable);
      setPrivate(active?.isPrivate === true);
      const onFrame = (frame: Frame) => {
        frames.current.set(frame.id, frame);
        void ask(frame);
      };
      if (active !== null && (await takeCensus(active.id, onFrame, signal))) return;
      if (signal.aborted) return;
      const why = whyUnread(reach);
      // The click on the button allows it here and now, whatever the browser's settings say of other times.
      if (active !== null && left === LOOK_AGAIN.times) void injectIntoTab(active.id, null);
      const isComing = why === "early" && left > 1;
      if (!isComing)
        setState((before) => (before.kind === "read" ? before : { kind: "unread", url: active?.url, why }));
      if (left > 0) timer = setTimeout(look, LOOK_AGAIN.every, left - 1);
    };
    void look(LOOK_AGAIN.times);
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [ask, round, named, isAlone]);

  const allow = useCallback(async () => {
    if (askable !== null && (await askToRead(askable.origins))) setRound((before) => before + 1);
  }, [askable]);

  const readOnce = useCallback((address: string) => {
    if (tab.current !== null) void askBackground("popup.readOnce", { tab: tab.current, address });
  }, []);

  const jump = useCallback(
    async ({ frame, mention }: FrameMention) => {
      if (tab.current === null) return false;
      const went = (await askFrames(tab.current, frame, "page.jump", { id: mention.id })) === true;
      // A popup over the page gives way to it; one in a tab hides it.
      if (went && named !== undefined) await showTab(named);
      return went;
    },
    [named],
  );

  return { state, isPrivate, askable, allow, readOnce, refresh, jump };
}

async function reachOf(active: ActiveTab | null): Promise<Reach & { askable: Askable | null }> {
  const askable = askableFor(active?.url);
  const [allowed, files] = await Promise.all([askable === null || mayRead(askable.origins), mayReadFiles()]);
  return {
    url: active?.url,
    allowed,
    files,
    askable: allowed ? null : askable,
  };
}
