/** Events after which something may be rendered, or the registry of highlights changed, though no node was. */
import { listen } from "./dom.ts";

const EVENTS = ["click", "keyup", "change", "toggle", "transitionend", "animationend"];

/** Listens while they are on their way down, so that no handler of the page comes before. */
export function watchLooks(look: () => void, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  for (const type of EVENTS) listen(document, type, look, options);
  listen(window, "resize", look, options);
  // A style sheet that came late; pictures load as well, and change nothing.
  const onLoad = ({ target }: Event) => (target instanceof HTMLLinkElement || target === document) && look();
  listen(window, "load", onLoad, options);
}
