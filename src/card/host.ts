/**
 * The element that carries the card: `div[popover=manual]` with a closed root, in the top layer. It is made when a card
 * opens and taken out when it closes; before and after, the page's document is as it was.
 *
 * Inline `!important` beats every rule of the page but an `!important` animation, of which CSS knows none; the closed
 * root keeps scripts of the page out; the top layer keeps ancestors' clipping, opacity and transforms from touching it.
 * What the page can still do (take it out, make it inert, cancel the popover) is noticed, and then the card closes.
 */
import { all, appendChild, closestAcross, createElement, rootElement } from "./dom.ts";

const MARK = "data-sidelight-card";

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

export interface CardHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  moveTo(x: number, y: number): void;
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
  if (!container) return null;

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
  const check = () => {
    if (isShown(element) && element.getAttribute("style") === style) return;
    watching.abort();
    watcher.disconnect();
    onTampered();
  };
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
    remove() {
      watching.abort();
      watcher.disconnect();
      element.remove();
    },
  };
}

const isShown = (element: HTMLElement): boolean =>
  element.isConnected && element.matches(":popover-open") && element.closest("[inert]") === null;

/** Hosts that a copy of the extension from before an update has left behind. */
export function removeLeftovers(document: Document): void {
  for (const element of all(document, `div[${MARK}]`)) element.remove();
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
