/** The page under the popup: found when the popup opens, asked again when the popup says so. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { activeTab, askFrame, askSummary, type Frame, takeCensus } from "../platform/tabs.ts";
import { type FrameMention, type PageState, withFrame } from "./page-state.ts";

/** A page that is still loading has no reader yet: look again, this often, this many times, ms. */
const LOOK_AGAIN = { every: 700, times: 5 };
export interface Page {
  state: PageState;
  /** Asks every frame again. */
  refresh(): void;
  /** `false` when the place has gone. */
  jump(target: FrameMention): Promise<boolean>;
}

export function usePage(): Page {
  const [state, setState] = useState<PageState>({ kind: "looking" });
  const tab = useRef<number | null>(null);
  const frames = useRef(new Map<number, Frame>());

  const ask = useCallback(async (frame: Frame) => {
    if (tab.current === null) return;
    const summary = await askSummary(tab.current, frame.id);
    if (summary === null) return;
    setState((before) => ({
      kind: "read",
      url: frame.id === 0 ? frame.url : before.kind === "read" ? before.url : undefined,
      frames: withFrame(before.kind === "read" ? before.frames : [], { frame: frame.id, summary }),
    }));
  }, []);

  const refresh = useCallback(() => {
    for (const frame of frames.current.values()) void ask(frame);
  }, [ask]);

  useEffect(() => {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (left: number) => {
      const active = await activeTab(location.hash);
      if (controller.signal.aborted) return;
      tab.current = active?.id ?? null;
      const onFrame = (frame: Frame) => {
        frames.current.set(frame.id, frame);
        void ask(frame);
      };
      if (active !== null && (await takeCensus(active.id, onFrame, controller.signal))) return;
      setState((before) => (before.kind === "read" ? before : { kind: "unread", url: active?.url }));
      if (left > 0) timer = setTimeout(look, LOOK_AGAIN.every, left - 1);
    };
    void look(LOOK_AGAIN.times);
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [ask]);

  const jump = useCallback(async ({ frame, mention }: FrameMention) => {
    if (tab.current === null) return false;
    return (await askFrame(tab.current, frame, "page.jump", { id: mention.id })) === true;
  }, []);

  return { state, refresh, jump };
}
