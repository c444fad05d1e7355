/** Where the focus goes when what had it is taken away: to the title of the part that it was in, not to the top of the page. */
import { useLayoutEffect, useRef } from "preact/hooks";

/** @returns to be called with whatever takes the focus */
export function useKeptFocus(): (target: EventTarget | null) => void {
  /** What has the focus, and all that it is in, from the inside out. */
  const trail = useRef<Element[]>([]);
  useLayoutEffect(() => {
    const [focused, ...around] = trail.current;
    if (!focused || focused.isConnected) return;
    const left = around.find((element) => element.isConnected);
    trail.current = [];
    const part = left?.closest("details, section");
    part?.querySelector<HTMLElement>(":scope > summary, :scope > h2")?.focus();
  });
  return (target) => {
    trail.current = [];
    for (let at = target as Element | null; at; at = at.parentElement) trail.current.push(at);
  };
}
