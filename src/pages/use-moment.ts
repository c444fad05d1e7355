/** The clock, as far as pages of ours have to follow it. */
import { useEffect, useState } from "preact/hooks";
import { LONGEST_WAIT, nextEnd } from "../settings/page/expiry.ts";
import type { Settings } from "../settings/types.ts";

/** What the clock says, ms. Draws again when something that holds for a while has ended. */
export function useMoment(settings: Pick<Settings, "pausedUntil" | "quiet">): number {
  const [, draw] = useState(0);
  const now = Date.now();
  const left = nextEnd(settings, now) - now;
  useEffect(() => {
    if (left === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(() => draw((count) => count + 1), Math.min(left, LONGEST_WAIT));
    return () => clearTimeout(timer);
  });
  return now;
}
