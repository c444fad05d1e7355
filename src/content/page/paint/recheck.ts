/** When to look again at what can be seen: events after which that may be otherwise, though no node has changed. */

import { bodyOf, documentElementOf, listen, scrollLeft, scrollTop } from "../dom/dom.ts";
import { FAINT, frameOpacity } from "../dom/opacity.ts";

const EVENTS = ["click", "keyup", "change", "toggle", "transitionend", "animationend", "scrollend"];
/** How often a frame is looked at that the page around it hides, ms: of showing it, nothing tells the frame. */
const HIDDEN = 1_000;
/** Scrolling less than this is no matter, as a part of the viewport's height: so far ahead is painted already. */
const FAR = 0.25;

/** Listens while they are on their way down, so that no handler of the page comes before. */
export function watchRecheckEvents(look: () => void, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  for (const type of EVENTS) listen(document, type, look, options);
  listen(window, "resize", look, options);
  // A style sheet that came late; pictures load as well, and change nothing.
  const onLoad = ({ target }: Event) => (target instanceof HTMLLinkElement || target === document) && look();
  listen(window, "load", onLoad, options);
  listen(matchMedia("(forced-colors: active)"), "change", look, options);
  // Pictures and fonts that come late move all that is below them.
  const shifts = new ResizeObserver(look);
  for (const element of [documentElementOf(document), bodyOf(document)]) if (element) shifts.observe(element);
  signal.addEventListener("abort", () => shifts.disconnect());
  /** Where what scrolls was when it was last looked at: its left and top, added up. */
  const lookedAt = new WeakMap<EventTarget, number>();
  const onScroll = ({ target }: Event) => {
    const at = target instanceof Element ? scrollLeft(target) + scrollTop(target) : scrollX + scrollY;
    if (Math.abs(at - (lookedAt.get(target!) ?? 0)) < FAR * innerHeight) return;
    lookedAt.set(target!, at);
    look();
  };
  listen(document, "scroll", onScroll, options);
}

/**
 * Watches elements with text that could not be seen, for what no event tells of: a menu that opens by a style rule, a ticker
 * that runs in from outside. As many as are handed over are watched in every frame, so they are to be few.
 */
export function watchUnseen(look: () => void, signal: AbortSignal): (elements: ReadonlySet<Element>) => void {
  /** How much of each is in sight, once that has been told. */
  const watched = new Map<Element, number | null>();
  const observer = new IntersectionObserver(
    (entries) => {
      let changed = false;
      for (const { target, intersectionRatio } of entries) {
        const before = watched.get(target);
        if (before === undefined) continue;
        // The first is told a frame after the element was found unseen: in between, it may have come into sight.
        changed ||= before === null ? intersectionRatio > 0 : before !== intersectionRatio;
        watched.set(target, intersectionRatio);
      }
      if (changed) look();
    },
    { rootMargin: "50%", threshold: [0, 0.01, 0.5, 1] },
  );
  let timer = 0;
  const isHidden = () => frameOpacity() < FAINT;
  const lookLater = () => {
    timer = window.setTimeout(() => (isHidden() ? lookLater() : look()), HIDDEN);
  };
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return (elements) => {
    clearTimeout(timer);
    if (elements.size > 0 && !signal.aborted && isHidden()) lookLater();
    for (const element of watched.keys()) {
      if (elements.has(element)) continue;
      watched.delete(element);
      observer.unobserve(element);
    }
    for (const element of elements) {
      if (watched.has(element)) continue;
      watched.set(element, null);
      observer.observe(element);
    }
  };
}
