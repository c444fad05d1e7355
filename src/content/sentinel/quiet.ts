/**
 * When the page is read: when something in it has changed and it rests, and never so often that it costs the page more
 * than a two-hundredth of its time. A page that does not rest is read in its pauses all the same.
 *
 * While there is nothing to do but wait, the observer is let go at its first record: a page that makes thousands of nodes
 * in one go pays for one record, not for thousands.
 */
import { isHidden, listen } from "../page/dom/nodes.ts";

/** Nothing has changed for so long: the page rests, ms. */
const REST = 150;
/** A page that does not rest is read after so long, ms. */
const PATIENCE = 1_000;
/** Waiting for a moment when the browser has nothing to do, ms. */
const IDLE = 500;
/** Reading takes one part in so many of a page's time. */
const SHARE = 200;
/**
 * Reading that need not be waited for, ms; it comes back as time passes. So a page that is put together in its first
 * seconds, or changes now and then, is read when it rests, and only one that changes without end has to wait. The clock
 * counts what other programs do meanwhile: on a machine at a load of 7, reading took saved pages some 80 ms; with a credit
 * of 60, the next change would have waited for 4 s.
 */
const CREDIT = 150;

const OBSERVED: MutationObserverInit = { subtree: true, childList: true, characterData: true };

export class QuietWatch {
  readonly #read: (begins: boolean) => boolean;
  readonly #signal: AbortSignal;
  readonly #observer: MutationObserver;
  /** Something may have changed since the page was read. */
  #changed = true;
  /** And it has gone on since it was last looked at. */
  #stirred = true;
  #since = performance.now();
  /** What is left of `CREDIT` at `#credited`. */
  #credit = CREDIT;
  #credited = performance.now();
  #timer = 0;
  #idle = 0;
  #roots: readonly ShadowRoot[] = [];
  /** Of a reading that goes on over several slices, ms. */
  #cost = 0;
  #reading = false;

  /**
   * @param read begins to read, or reads on, for some milliseconds; returns whether there is more to read
   * @param stirs told, in the page's own time, that something has changed
   */
  constructor(read: (begins: boolean) => boolean, stirs: () => void, signal: AbortSignal) {
    this.#read = read;
    this.#signal = signal;
    this.#observer = new MutationObserver(() => {
      this.#observer.disconnect();
      stirs();
      this.#stir();
    });
    listen(document, "visibilitychange", () => this.#wait(), { signal });
    signal.addEventListener("abort", () => {
      this.#observer.disconnect();
      this.#cancel();
    });
  }

  /** The page is to be read (again): when it rests, or `soon`, as it rested a moment ago. */
  start(soon = false): void {
    this.#changed = true;
    this.#since = performance.now();
    this.#stirred = !soon;
    if (soon && !this.#timer && !this.#idle) this.#look();
    else this.#wait();
  }

  /** Nothing more is read before `start`. */
  stop(): void {
    this.#changed = false;
    this.#observer.disconnect();
    this.#cancel();
  }

  /** These are observed beside the document. */
  set roots(roots: readonly ShadowRoot[]) {
    this.#roots = roots;
  }

  #stir(): void {
    this.#stirred = true;
    if (this.#changed) return;
    this.#changed = true;
    this.#since = performance.now();
    this.#wait();
  }

  #observe(): void {
    this.#stirred = false;
    this.#observer.observe(document, OBSERVED);
    for (const root of this.#roots) this.#observer.observe(root, OBSERVED);
  }

  #wait(): void {
    if (!this.#changed || this.#timer || this.#idle || this.#signal.aborted || isHidden(document)) return;
    this.#observe();
    const debt = Math.max(0, -this.#creditAt(performance.now()));
    this.#timer = window.setTimeout(() => this.#look(), Math.max(REST, debt * SHARE));
  }

  /** Reads if the page has rested, or has not for too long. */
  #look(): void {
    this.#timer = 0;
    if (isHidden(document) || this.#signal.aborted) return;
    if (this.#stirred && performance.now() - this.#since < PATIENCE) {
      this.#wait();
      return;
    }
    this.#idle = requestIdleCallback(() => this.#slice(), { timeout: IDLE });
  }

  #slice(): void {
    this.#idle = 0;
    if (this.#signal.aborted) return;
    if (isHidden(document)) {
      // From the beginning, when it is seen again.
      this.#changed = true;
      this.#reading = false;
      return;
    }
    const start = performance.now();
    const begins = !this.#reading;
    if (begins) {
      this.#reading = true;
      this.#cost = 0;
      // What changes from now on may not be read any more.
      this.#changed = false;
      this.#observe();
    }
    const more = this.#read(begins);
    // The one who reads may have stopped it all.
    if (this.#signal.aborted) return;
    const now = performance.now();
    this.#cost += now - start;
    if (more) {
      this.#idle = requestIdleCallback(() => this.#slice(), { timeout: IDLE });
      return;
    }
    this.#reading = false;
    this.#credit = this.#creditAt(now) - this.#cost;
    this.#credited = now;
    this.#since = now;
    this.#wait();
  }

  #creditAt(now: number): number {
    return Math.min(CREDIT, this.#credit + (now - this.#credited) / SHARE);
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    cancelIdleCallback(this.#idle);
    this.#timer = this.#idle = 0;
    this.#reading = false;
  }
}
