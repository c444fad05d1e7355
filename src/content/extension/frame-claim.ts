/**
 * A copy's claim to its frame: one copy at a time. The browser injects one when a page loads, the background
 * where the browser does not (open-tabs.ts); whoever comes second leaves it at that. And a copy whose extension was
 * replaced, switched off or removed goes by itself.
 */

import { RUNNING_COPY_KEY } from "../../messages/copies.ts";
import { type BrowserApi, capturedApi } from "./browser-api.ts";
import type { FrameNames } from "./names-handover.ts";

/** Called through the prototype: in Chrome a page's `<form id="addEventListener">` answers to the window's name. */
const listen = EventTarget.prototype.addEventListener;

export interface FrameClaim {
  /** Aborts when the copy leaves. */
  signal: AbortSignal;
  /** Gives the frame up; another copy can take it. */
  leave(): void;
}

/**
 * What the scripts of one frame share, which come one after the other and share nothing but the global object of content
 * scripts, where it stands under `RUNNING_COPY_KEY`: the sentinel, the names, the marker, and the card.
 */
interface RunningCopy extends FrameClaim {
  /** Captured by the first, before the page can take its place. */
  api: BrowserApi | null;
  guard: unknown;
  /** Ends what the first does, when the rest takes over. */
  yield: (() => void) | null;
  names: FrameNames | null;
  /** What the last has to give to the one before it; absent until it has come. */
  card?: unknown;
}

/** Own: in Chrome an element with that id answers to the name as well. */
const running = (): RunningCopy | null =>
  Object.hasOwn(globalThis, RUNNING_COPY_KEY)
    ? (globalThis as unknown as Record<typeof RUNNING_COPY_KEY, RunningCopy>)[RUNNING_COPY_KEY]
    : null;

/** Takes the frame. `null` where a copy of this installation has it already. */
export function claimFrame(guard: unknown): FrameClaim | null {
  if (running()) return null;
  const life = new AbortController();
  const leave = () => {
    delete (globalThis as Record<string, unknown>)[RUNNING_COPY_KEY];
    life.abort(null);
  };
  const claim: RunningCopy = {
    signal: life.signal,
    leave,
    api: capturedApi,
    guard,
    yield: null,
    names: null,
  };
  (globalThis as Record<string, unknown>)[RUNNING_COPY_KEY] = claim;
  return claim;
}

/** `end` is called when another script takes the frame over. */
export function yieldOnDemand(claim: FrameClaim, end: () => void): void {
  (claim as RunningCopy).yield = end;
}

/** Takes the frame over from the script that has claimed it; `null` where that has gone, or was taken over from already. */
export function takeOverFrame(): { claim: FrameClaim; guard: unknown; names: FrameNames } | null {
  const copy = running();
  if (!copy?.yield || !copy.names) return null;
  const { yield: end, names, guard } = copy;
  end();
  copy.yield = copy.names = null;
  return { claim: copy, guard, names };
}

/** Leaves the card's code for whoever has the frame (`cardOfFrame`); a frame that has gone meanwhile takes none. Answers the frame's event guard. */
export function giveCard(card: unknown): unknown {
  const copy = running();
  if (copy) copy.card = card;
  return copy?.guard;
}

/** What `giveCard` has left; `undefined` before. */
export const cardOfFrame = (): unknown => running()?.card;

/** Calls back when the page comes back from the back/forward cache, or is thawed: it may have missed what happened meanwhile. */
export function onRestored(callback: () => void, signal: AbortSignal): void {
  const onShow = (event: Event) => (event as PageTransitionEvent).persisted && callback();
  listen.call(window, "pageshow", onShow, { signal });
  listen.call(document, "resume", callback, { signal });
}
