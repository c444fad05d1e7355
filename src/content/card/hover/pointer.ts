/**
 * The pointer's way, looked at once a frame at most and not at all while it rests. Fingers have no way to follow: a
 * touch is a press or a scroll, never a hover.
 */
import { localName } from "../../page/dom/dom.ts";
import type { Point } from "../../page/types.ts";
import { REST_AFTER } from "../delays.ts";
import { hear } from "../event-guard.ts";
import { isSlow, type Sample } from "./pointer-path.ts";

export interface PointerOptions {
  /** Told whether the pointer has slowed enough to mean something where it is. */
  onLook(slow: boolean): void;
  /** It has left the window, or gone into a frame inside it. */
  onLeft(): void;
  signal: AbortSignal;
}

export class PointerTracker {
  readonly #options: PointerOptions;
  #newest: Sample | null = null;
  #looked: Sample | null = null;
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PointerOptions) {
    const { signal } = options;
    this.#options = options;
    hear("pointermove", (event) => this.#moved(event), signal);
    hear(
      "mouseout",
      (event) => {
        // What a pointer does in a frame is told there alone.
        if (event.relatedTarget === null || isFrame(event.relatedTarget)) this.#left();
      },
      signal,
    );
    signal.addEventListener("abort", () => this.#still(), { once: true });
  }

  /** The newest place; null before the first move and outside the window. */
  get at(): Point | null {
    return this.#newest;
  }

  /** The pointer is known to be here without having moved. */
  set(point: Point): void {
    this.#still();
    this.#newest = this.#looked = { ...point, time: performance.now() };
  }

  #moved({ pointerType, clientX: x, clientY: y, timeStamp: time }: PointerEvent): void {
    if (pointerType === "touch") return;
    // A system sends a move, too, when a window or what is in it comes to lie under a pointer that rests. The first one
    // of all tells where the pointer is, not that a reader has moved it.
    const moved = this.#newest !== null && (this.#newest.x !== x || this.#newest.y !== y);
    this.#newest = { x, y, time };
    this.#looked ??= this.#newest;
    if (!moved) return;
    clearTimeout(this.#rest);
    this.#frame ||= requestAnimationFrame(() => this.#look());
  }

  #left(): void {
    this.#still();
    this.#newest = this.#looked = null;
    this.#options.onLeft();
  }

  #look(): void {
    this.#frame = 0;
    if (!this.#newest) return;
    const slow = isSlow(this.#looked, this.#newest);
    this.#looked = this.#newest;
    if (!slow) this.#rest = setTimeout(() => this.#options.onLook(true), REST_AFTER);
    this.#options.onLook(slow);
  }

  #still(): void {
    clearTimeout(this.#rest);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}

const isFrame = (target: EventTarget): boolean =>
  target instanceof Element && /^(?:i?frame|object|embed)$/.test(localName(target));
