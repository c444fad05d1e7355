/**
 * What carries the card: a host in the page's document, of no size and unseen, and in its closed root a layer,
 * `div[popover=manual]`, that is shown in the top layer. They are made when a card opens and taken out when it closes;
 * before and after, the page's document is as it was.
 *
 * The popover is in the root and not the host itself, because rules of the page reach a host: `::backdrop`, `::before`,
 * `[popover]`, and `html:has(:popover-open)`, by which sites lock scrolling. So the page does not hear of it either, and
 * cannot cancel its `beforetoggle`. Of the host, inline `!important` beats every rule of the page but an `!important`
 * animation, of which CSS knows none; its pseudo-elements are clipped away and see-through with it, which the top layer
 * is not. What the page can still do (take it out, make it inert, hide what it stands in) is noticed, and then the card
 * closes.
 */

import { closestAcross } from "../page/dom/card-dom.ts";
import {
  append,
  attribute,
  createElement,
  documentElementOf,
  findAll,
  rootOf,
  styleOf,
} from "../page/dom/dom.ts";
import type { OWN_HOST } from "../page/dom/elements.ts";
import { COVER_DELAY } from "./delays.ts";
import { keepEventsOf } from "./event-guard.ts";

/** Tied to the name by which the page reader knows not to read it. */
const MARK: typeof OWN_HOST = "data-sidelight-card";

/**
 * Set by the extension's sheet. In Firefox nothing of ours runs when the extension is switched off or removed, but the
 * sheet goes, and with it an open card, as the marks do.
 */
const SHEET_IS_THERE = "--sidelight-card";

/** What a press beside it closes, what holds the focus, or makes the rest inert: there, the card has to be inside. */
const HOLDS_READER =
  ':modal, :popover-open, dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"]';

const important = (...declarations: string[]): string =>
  declarations.map((declaration) => `${declaration} !important`).join("; ");

const HOST_STYLE = important(
  "all: initial",
  `display: var(${SHEET_IS_THERE}, none)`,
  "position: fixed",
  "left: 0",
  "top: 0",
  "width: 0",
  "height: 0",
  "overflow: clip",
  "contain: strict",
  "opacity: 0",
  "pointer-events: none",
);

const LAYER_STYLE = important(
  "all: initial",
  "position: fixed",
  "inset: auto",
  "left: 0",
  "top: 0",
  "display: block",
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
);

/** The host that is in the document. */
let current: HTMLElement | null = null;

export interface CardHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** What the card is rendered into. */
  readonly layer: HTMLElement;
  moveTo(x: number, y: number): void;
  /** Undoes the CSS zoom that the page has on it now. */
  unzoom(): void;
  /** Looks whether the page has hidden it by means that tell nobody; then `onTampered` is called. */
  check(): void;
  remove(): void;
}

/**
 * Puts a host into the document and shows it. `node` is the mention's: where it lies in a dialog or a popover, a press or
 * the focus elsewhere would close that, or everything outside it is inert, so the host goes inside.
 * `null` where the page keeps it from showing. `onTampered` is called at most once, when the page interferes later.
 */
export function showHost(node: Node, sheet: CSSStyleSheet, onTampered: () => void): CardHost | null {
  const container = closestAcross(node, HOLDS_READER) ?? openPopover() ?? documentElementOf(document);
  if (!container || isUnseen()) return null;

  const element = createElement("div");
  element.setAttribute(MARK, "");
  // Through the object model: a style attribute set as text is subject to the page's content security policy.
  element.style.cssText = HOST_STYLE;
  // The sheet does not reach into a shadow tree.
  if (rootOf(container) !== document) element.style.setProperty(SHEET_IS_THERE, "block");
  const root = element.attachShadow({ mode: "closed" });
  root.adoptedStyleSheets = [sheet];
  const layer = createElement("div");
  layer.setAttribute("popover", "manual");
  layer.style.cssText = LAYER_STYLE;
  root.append(layer);
  keepEventsInside(root);

  current = element;
  keepEventsOf(element);
  append(container, element);
  try {
    layer.showPopover();
  } catch {
    // The element is gone again already, or the document is no longer the active one.
  }
  if (!isShown(layer)) {
    removeHost();
    return null;
  }

  const style = element.getAttribute("style");
  const unzoom = () => {
    // What a page zooms, it zooms in the top layer as well: the card, and the lengths that place it.
    layer.style.removeProperty("zoom");
    const zoom = layer.currentCSSZoom ?? 1;
    if (zoom !== 1) layer.style.setProperty("zoom", `${1 / zoom}`, "important");
  };
  unzoom();
  const tampered = () => {
    stop();
    onTampered();
  };
  const check = () => {
    if (!isShown(layer) || element.getAttribute("style") !== style) tampered();
  };
  const stop = () => {
    watcher.disconnect();
    cover.disconnect();
  };
  const cover = watchCover(layer, tampered);
  const watcher = new MutationObserver(check);
  watcher.observe(element, { attributes: true });
  watcher.observe(container, { childList: true, attributes: true, attributeFilter: ["inert", "open"] });

  return {
    element,
    root,
    layer,
    moveTo(x, y) {
      layer.style.setProperty("left", `${x}px`, "important");
      layer.style.setProperty("top", `${y}px`, "important");
    },
    unzoom,
    check,
    remove() {
      stop();
      removeHost();
    },
  };
}

/** The innermost popover that a press elsewhere closes; where the mention is beside it, a press in the card must not. */
const openPopover = (): Element | undefined =>
  [...findAll("[popover]:popover-open")].findLast((element) =>
    /^(auto)?$/i.test(attribute(element, "popover") ?? ""),
  );

/**
 * Firefox paints nothing of the top layer while the root has a filter, and the card would be pressed unseen. (It is the
 * one that cannot tell whether an element is seen.)
 */
const isUnseen = (): boolean =>
  !("isVisible" in IntersectionObserverEntry.prototype) &&
  styleOf(documentElementOf(document)!).filter !== "none";

const isShown = (layer: HTMLElement): boolean =>
  layer.isConnected &&
  layer.matches(":popover-open") &&
  layer.checkVisibility() &&
  closestAcross(layer, "[inert]") === null;

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

/** Takes the host away: when its card closes, and where making one has failed half-way. */
export function removeHost(): void {
  current?.remove();
  current = null;
  keepEventsOf(null);
}

/**
 * What the window's listener does not keep from the page (event-guard.ts) stops at the card's root at least, so that nothing of
 * the page scrolls by it.
 */
function keepEventsInside(root: ShadowRoot): void {
  for (const type of ["wheel", "mousewheel", "DOMMouseScroll", "MozMousePixelScroll", "pointerrawupdate"])
    root.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
}
