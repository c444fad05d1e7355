/**
 * A content script's place in its frame: one copy at a time. The browser injects one when a page loads, the background
 * where the browser does not (open-tabs.ts); whoever comes second leaves it at that. And a copy whose extension was
 * replaced, switched off or removed goes by itself.
 */

import { RUNNING_COPY_KEY } from "../../messages/copies.ts";
import { alive, successorEventName } from "./client.ts";

/** Called through the prototype: in Chrome a page's `<form id="addEventListener">` answers to the window's name. */
const listen = EventTarget.prototype.addEventListener;

/** How soon a copy notices that its extension was switched off, as long as it shows something, ms. */
const HEARTBEAT = 1_000;

export interface FrameClaim {
  /** Aborts when the copy leaves. */
  signal: AbortSignal;
  /** Gives the frame up; another copy can take it. */
  leave(): void;
}

/** Takes the frame. `null` where a copy of this installation has it already. */
export function claimFrame(): FrameClaim | null {
  const world = globalThis as Record<string, unknown>;
  // Own: in Chrome an element with that id answers to the name as well.
  if (Object.hasOwn(world, RUNNING_COPY_KEY)) return null;
  world[RUNNING_COPY_KEY] = true;
  const life = new AbortController();
  const leave = () => {
    delete world[RUNNING_COPY_KEY];
    life.abort();
  };
  return { signal: life.signal, leave };
}

/**
 * Calls `onGone` when the extension has gone: at once where a successor says so, else within a second while the function
 * returned was last told that something is shown, and `onBeat` as often while it has not. A copy that shows nothing has no timer; it finds out when it stirs.
 */
export function watchExtension(
  onGone: () => void,
  onBeat: () => void,
  signal: AbortSignal,
): (showing: boolean) => void {
  const check = () => {
    if (alive()) onBeat();
    else onGone();
  };
  const name = successorEventName();
  // Without the name there is still the heartbeat.
  if (name !== null) listen.call(window, name, check, { signal });
  let timer = 0;
  const rest = () => {
    clearInterval(timer);
    timer = 0;
  };
  signal.addEventListener("abort", rest);
  return (showing) => {
    if (!showing) rest();
    else if (!signal.aborted) timer ||= window.setInterval(check, HEARTBEAT);
  };
}

/** Calls back when the page comes back from the back/forward cache, or is thawed: it may have missed what happened meanwhile. */
export function onRestored(callback: () => void, signal: AbortSignal): void {
  const onShow = (event: Event) => (event as PageTransitionEvent).persisted && callback();
  listen.call(window, "pageshow", onShow, { signal });
  listen.call(document, "resume", callback, { signal });
}
