/** That marking is paused, until when, and the way to end it here. Nothing while it is not. */
import { useEffect, useState } from "preact/hooks";
import { LONGEST_WAIT, pauseLeft } from "../settings/pause.ts";
import { text } from "./text.ts";

export interface PauseProps {
  /** When it ends, ms of `Date.now()`; in the past or 0 where there is none. */
  pausedUntil: number;
  onEnd(): void;
}

export function Pause({ pausedUntil, onEnd }: PauseProps) {
  const [, draw] = useState(0);
  const now = Date.now();
  const left = pauseLeft({ pausedUntil }, now);
  // It goes by itself when the pause has ended.
  useEffect(() => {
    if (left === 0) return undefined;
    const timer = setTimeout(() => draw((count) => count + 1), Math.min(left, LONGEST_WAIT));
    return () => clearTimeout(timer);
  });
  if (left === 0) return null;
  return (
    <div class="confirm" id="paused">
      <p>
        <bdi>{text.paused(pausedUntil, now)}</bdi>
      </p>
      <button type="button" class="button" id="end-pause" onClick={onEnd}>
        {text.endPause}
      </button>
    </div>
  );
}
