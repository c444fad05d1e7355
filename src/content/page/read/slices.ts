/**
 * Work in slices. The page comes first: work runs when the browser is idle, a few milliseconds at a time, never in a tab
 * that nobody sees, and rests between slices; the longer it has lately worked, the longer.
 */
import { isHidden, listen } from "../dom/dom.ts";

/** What a slice aims at, ms. A step that runs over must not lead to more than half a frame at 60 Hz (8 ms). */
const SLICE = 4;
/** Work between two looks at the clock, in what `isOver` is told of: some tens of microseconds. */
const LOOK = 4_096;
/** Idle time that never comes must not keep a reader waiting for longer, ms. */
const PATIENCE = 250;
/** Rest between slices as a multiple of the work before it: at first as long as the work itself … */
const REST = 1;
/** … and once so much has been worked (ms), so that a page which never stops changing pays a tenth of its time. */
const LONG_REST = 9;
const BURST = 2_000;

export interface Slices {
  /**
   * Whether the slice under way is over, and the work is to pause. Looks at the clock now and then only.
   *
   * @param work what was done since it was last asked, in UTF-16 code units read or as much
   */
  isOver(work: number): boolean;
  /** Asks for the work to be done; asking again before it is under way changes nothing. */
  request(): void;
  /** What the work has taken, ms, in how many slices. */
  readonly spent: Readonly<{ ms: number; slices: number }>;
  /** As `request`, for when timers may have been lost: after `document.open()`. */
  restart(): void;
}

/**
 * @param work a pass over what is to be done, in steps; asked for a new one when one has ended and `request` was called
 */
export function makeSlices(work: () => Iterator<unknown>, signal: AbortSignal): Slices {
  let idle = 0;
  let timer = 0;
  let pass: Iterator<unknown> | null = null;
  let wanted = false;
  /** Work that may still be done at the short rest, ms; grows again by a tenth of the time that passes. */
  let burst = BURST;
  let ended = 0;
  let rest = 0;
  let started = 0;
  const spent = { ms: 0, slices: 0 };
  let unseen = 0;

  const run = () => {
    idle = 0;
    if (isHidden(document) || signal.aborted) return;
    const start = performance.now();
    started = start;
    unseen = 0;
    burst = Math.min(BURST, burst + (start - ended) / (1 + LONG_REST));
    if (!pass) {
      wanted = false;
      pass = work();
    }
    do {
      if (pass.next().done) {
        pass = null;
        break;
      }
    } while (performance.now() - start < SLICE);
    ended = performance.now();
    const worked = ended - start;
    spent.ms += worked;
    spent.slices++;
    rest = worked * (burst > 0 ? REST : LONG_REST);
    burst -= worked;
    if (pass || wanted) schedule();
  };

  const schedule = () => {
    if (idle !== 0 || timer !== 0 || signal.aborted || isHidden(document)) return;
    timer = window.setTimeout(
      () => {
        timer = 0;
        idle = requestIdleCallback(run, { timeout: PATIENCE });
      },
      Math.max(0, ended + rest - performance.now()),
    );
  };
  const request = () => {
    wanted = true;
    schedule();
  };
  const cancel = () => {
    cancelIdleCallback(idle);
    clearTimeout(timer);
    idle = timer = 0;
  };

  // A page that was hidden, or only prepared to be shown, is read when it comes into view.
  listen(document, "visibilitychange", () => (pass || wanted) && schedule(), { signal });
  signal.addEventListener("abort", cancel);
  return {
    isOver(work) {
      unseen += work;
      if (unseen < LOOK) return false;
      unseen = 0;
      return performance.now() - started >= SLICE;
    },
    request,
    spent,
    restart() {
      cancel();
      request();
    },
  };
}
