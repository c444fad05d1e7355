/** The clock, as far as the popup has to follow it. */
import { useEffect, useState } from "preact/hooks";
import { LONGEST_WAIT } from "../settings/pause.ts";

/** What the clock says, ms. Draws again when the moment `at` has come. */
export function useMoment(at: number): number {
  const [, draw] = useState(0);
  const now = Date.now();
  const left = Math.min(at - now, LONGEST_WAIT);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => draw((count) => count + 1), left);
    return () => clearTimeout(timer);
  });
  return now;
}
