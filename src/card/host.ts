/**
 * The element that carries the card: `div[popover=manual]` with a closed root, in the top layer. It is made when a card
 * opens and taken out when it closes; before and after, the page's document is as it was.
 *
 * Inline `!important` beats every rule of the page but an `!important` animation, of which CSS knows none; the closed
 * root keeps scripts of the page out; the top layer keeps ancestors' clipping, opacity and transforms from touching it.
 * What the page can still do (take it out, make it inert, cancel the popover) is noticed, and then the card closes.
 */
import type { OWN_HOST } from "../page/elements.ts";
import { COVER_DELAY } from "./delays.ts";
import { all, appendChild, closestAcross, createElement, hasFilter, rootElement } from "./dom.ts";

/** Tied to the name by which the page reader knows not to read it. */
const MARK: typeof OWN_HOST = "data-sidelight-card";

/**
 * Set by the extension's sheet. In Firefox nothing of ours runs when the extension is switched off or removed, but the
 * sheet goes, and with it an open card, as the marks do.
 */
const SHEET_IS_THERE = "--sidelight-card";

const STYLE = [
  "all: initial",
  "position: fixed",
  "inset: auto",
  "left: 0",
  "top: 0",
  `display: var(${SHEET_IS_THERE}, none)`,
  "margin: 0",
  "padding: 0",
  "border: 0",
  "background: none",
  "overflow: visible",
  "inline-size: max-content",
  "block-size: auto",
  "direction: ltr",
  "unicode-bidi: isolate",
  "writing-mode: horizontal-tb",
  "pointer-events: auto",
  "z-index: 2147483647",
]
  .map((declaration) => `${declaration} !important`)
  .join("; ");

/** The host that is in the document. */
let current: HTMLElement | null = null;

export interface CardHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  moveTo(x: number, y: number): void;
  /** Undoes the CSS zoom that the page has on it now. */
  unzoom(): void;
  remove(): void;
}

/**
 * Puts a host into the document and shows it. `node` is the mention's: where it lies in a modal dialog or a fullscreen
 * element, everything outside that is inert, so the host goes inside.
 * `null` where the page keeps it from showing. `onTampered` is called at most once, when the page interferes later.
 */
export function showHost(
  document: Document,
  node: Node,
  sheet: CSSStyleSheet,
  onTampered: () => void,
): CardHost | null {
  const container = closestAcross(node, ":modal") ?? rootElement(document);
  if (!container || isUnseen(document)) return null;

  const element = createElement(document, "div");
  element.setAttribute(MARK, "");
  element.setAttribute("popover", "manual");
  // Through the object model: a style attribute set as text is subject to the page's content security policy.
  element.style.cssText = STYLE;
  // The sheet does not reach into a shadow tree.
  if (container.getRootNode() !== document) element.style.setProperty(SHEET_IS_THERE, "block");
  const root = element.attachShadow({ mode: "closed" });
  root.adoptedStyleSheets = [sheet];
  keepEventsInside(root);

  current = element;
  appendChild(container, element);
  try {
    element.showPopover();
  } catch {
    // The element is gone again already, or the document is no longer the active one.
  }
  // A page can cancel `beforetoggle`; then nothing throws, and nothing shows.
  if (!isShown(element)) {
    element.remove();
    return null;
  }

  let style = element.getAttribute("style");
  const unzoom = () => {
    // What a page zooms, it zooms in the top layer as well: the card, and the lengths that place it.
    element.style.removeProperty("zoom");
    const zoom = element.currentCSSZoom ?? 1;
    if (zoom !== 1) element.style.setProperty("zoom", `${1 / zoom}`, "important");
    style = element.getAttribute("style");
  };
  unzoom();
  const check = () => {
    if (isShown(element) && element.getAttribute("style") === style) return;
    stop();
    onTampered();
  };
  const stop = () => {
    watching.abort();
    watcher.disconnect();
    cover.disconnect();
  };
  const cover = watchCover(element, () => {
    stop();
    onTampered();
  });
  const watching = new AbortController();
  const watcher = new MutationObserver(check);
  watcher.observe(element, { attributes: true });
  watcher.observe(container, { childList: true, attributes: true, attributeFilter: ["inert", "open"] });
  // `hidePopover()` changes no attribute.
  element.addEventListener("toggle", check, { signal: watching.signal });

  return {
    element,
    root,
    moveTo(x, y) {
      element.style.setProperty("left", `${x}px`, "important");
      element.style.setProperty("top", `${y}px`, "important");
      style = element.getAttribute("style");
    },
    unzoom,
    remove() {
      stop();
      element.remove();
    },
  };
}

/**
 * Firefox paints nothing of the top layer while the root has a filter, and the card would be pressed unseen. (It is the
 * one that cannot tell whether an element is seen.)
 */
const isUnseen = (document: Document): boolean =>
  !("isVisible" in IntersectionObserverEntry.prototype) && hasFilter(rootElement(document)!);

const isShown = (element: HTMLElement): boolean =>
  element.isConnected && element.matches(":popover-open") && element.closest("[inert]") === null;

/**
 * Calls back when something of the page has come to lie over a card that could be seen, or fades it. Chromium alone can
 * tell; until it has told that the card is seen, nothing counts: it is still appearing, or the page paints all through
 * a filter.
 */
function watchCover(element: Element, onCovered: () => void): IntersectionObserver {
  let wasSeen = false;
  const options = { trackVisibility: true, delay: COVER_DELAY, threshold: [0, 1] };
  const observer = new IntersectionObserver((entries) => {
    const { isVisible, isIntersecting } = entries.at(-1) as IntersectionObserverEntry & {
      isVisible?: boolean;
    };
    if (isVisible) wasSeen = true;
    else if (isVisible === false && wasSeen && isIntersecting) onCovered();
  }, options);
  observer.observe(element);
  return observer;
}

/** Takes the host away where making a card has failed half-way. */
export function removeHost(): void {
  current?.remove();
}

/**
 * Removes hosts that a copy of the extension from before an update has left behind. `openRoot` opens closed shadow
 * roots, as only extensions can: a page may have an element of the same name, and that is the page's.
 */
export function removeLeftovers(document: Document, openRoot: (element: Element) => ShadowRoot | null): void {
  for (const element of all(document, `div[${MARK}]`))
    if (openRoot(element)?.querySelector(".sl-card")) element.remove();
}

/** Events a card has use for itself. They stop at its root: no handler of the page acts on what is pressed here. */
const OWN_EVENTS = (
  "auxclick click contextmenu copy dblclick dragstart focusin focusout keydown keypress keyup " +
  "mousedown mousemove mouseout mouseover mouseup pointercancel pointerdown pointermove pointerout " +
  "pointerover pointerup selectstart touchend touchmove touchstart wheel"
).split(" ");

function keepEventsInside(root: ShadowRoot): void {
  for (const type of OWN_EVENTS)
    root.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
}
