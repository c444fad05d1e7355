/**
 * The pointer's way, looked at once a frame at most and not at all while it rests. Fingers have no way to follow: a
 * touch is a press or a scroll, never a hover.
 */
import type { Point } from "../../page/types.ts";
import { REST_AFTER } from "../delays.ts";
import { hear } from "../event-guard.ts";
import { isSlow, type Sample } from "./speed.ts";

export interface PointerTracker {
  /** The newest place; null before the first move and outside the window. */
  at(): Point | null;
  /** The pointer is known to be here without having moved; null: nowhere. */
  set(point: Point | null): void;
}

/** `onLook` is told whether the pointer has slowed enough to mean something where it is. */
export function trackPointer(
  signal: AbortSignal,
  onLook: (slow: boolean) => void,
  onLeft: () => void,
): PointerTracker {
  let newest: Sample | null = null;
  let looked: Sample | null = null;
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const still = () => {
    clearTimeout(rest);
    cancelAnimationFrame(frame);
    frame = 0;
  };

  const look = () => {
    frame = 0;
    if (!newest) return;
    const slow = isSlow(looked, newest);
    looked = newest;
    if (!slow) rest = setTimeout(onLook, REST_AFTER, true);
    onLook(slow);
  };

  hear(
    "pointermove",
    (event) => {
      if (event.pointerType === "touch") return;
      const { clientX: x, clientY: y, timeStamp: time } = event;
      // A system sends a move, too, when a window or what is in it comes to lie under a pointer that rests. The first one
      // of all tells where the pointer is, not that a reader has moved it.
      const moved = newest !== null && (newest.x !== x || newest.y !== y);
      newest = { x, y, time };
      looked ??= newest;
      if (!moved) return;
      clearTimeout(rest);
      if (!frame) frame = requestAnimationFrame(look);
    },
    signal,
  );
  // Out of the window, or into a frame inside it.
  hear(
    "mouseout",
    (event) => {
      if (event.relatedTarget !== null) return;
      still();
      newest = looked = null;
      onLeft();
    },
    signal,
  );
  signal.addEventListener("abort", still, { once: true });

  return {
    at: () => newest,
    set(point) {
      still();
      newest = looked = point && { ...point, time: performance.now() };
    },
  };
}
