/** Whether the extension is still there. After an update a copy outlives it, and is to take away what it shows. */
import { alive } from "./client.ts";
import { successorEventName } from "./stored.ts";

/** How soon a copy notices that its extension was switched off, as long as it shows something, ms. */
const HEARTBEAT = 1_000;

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
  if (name !== null) EventTarget.prototype.addEventListener.call(window, name, check, { signal });
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
