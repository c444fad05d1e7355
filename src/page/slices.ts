/**
 * Work in slices. The page comes first: work runs when the browser is idle, at most 8 ms at a time, never in a tab that
 * nobody sees, and waits longer the longer it has lately worked.
 */

/** A slice's length, ms: half a frame at 60 Hz. */
const SLICE = 8;
/** Idle time that never comes must not keep a reader waiting for longer, ms. */
const PATIENCE = 250;
/**
 * Back-off: after a slice of t ms, the next one that a mutation asks for comes t × this later at the earliest, so that
 * a page which never stops changing pays at most a tenth of its time for us.
 */
const REST = 9;

export interface Slices {
  /** Asks for `work` to be called; asking again before it has run changes nothing. */
  request(): void;
}

/**
 * @param work does some of what is to be done until `overdue()` says stop; returns whether there is more
 */
export function makeSlices(work: (overdue: () => boolean) => boolean, signal: AbortSignal): Slices {
  let idle = 0;
  let timer = 0;
  let rest = 0;

  const run = () => {
    idle = 0;
    if (document.hidden || signal.aborted) return;
    const start = performance.now();
    const more = work(() => performance.now() - start >= SLICE);
    rest = (performance.now() - start) * REST;
    if (more) idle = requestIdleCallback(run, { timeout: PATIENCE });
  };

  const request = () => {
    if (idle !== 0 || timer !== 0 || signal.aborted || document.hidden) return;
    timer = window.setTimeout(() => {
      timer = 0;
      idle = requestIdleCallback(run, { timeout: PATIENCE });
    }, rest);
    rest = 0;
  };

  // A page that was hidden, or only prepared to be shown, is read when it comes into view.
  document.addEventListener("visibilitychange", () => document.hidden || request(), { signal });
  signal.addEventListener("abort", () => {
    cancelIdleCallback(idle);
    clearTimeout(timer);
  });
  return { request };
}
