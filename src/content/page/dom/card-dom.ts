/**
 * What only the card asks of the page's document. As in `dom.ts`, through getters and methods of the prototypes: in Chrome a
 * form control named `closest`, or a form named `activeElement`, hides the property of that name on its form, on `document`
 * and on `window`, in a content script's world as well.
 */
import {
  attribute,
  boxOf,
  clientHeight,
  clientWidth,
  elementAround,
  getter,
  listen,
  matches,
  paddingOrigin,
  rootOf,
  styleOf,
} from "./dom.ts";

const { contains: nodeContains } = Node.prototype;
const { closest: elementClosest } = Element.prototype;
const { focus: elementFocus } = HTMLElement.prototype;
const { getSelection, hasFocus, execCommand } = Document.prototype;

const activeElementOf = getter<Document, Element | null>(Document.prototype, "activeElement");

export const activeElement = (): Element | null => activeElementOf(document);

type EventMap = WindowEventMap & DocumentEventMap;

/** `target.addEventListener`, for what a reader or the browser does: an event that a script has made is not heard. */
export const listenTrusted = <K extends keyof EventMap>(
  target: EventTarget,
  type: K,
  listener: (event: EventMap[K]) => void,
  options: AddEventListenerOptions,
): void => listen(target, type, (event) => event.isTrusted && listener(event as EventMap[K]), options, false);

export const focus = (element: Element): void => {
  if (element instanceof HTMLElement) elementFocus.call(element, { preventScroll: true });
};

/** Whether a node is in another, through shadow roots. */
export function contains(around: Node, node: Node): boolean {
  for (let at: Node = node; ; ) {
    if (nodeContains.call(around, at)) return true;
    const root = rootOf(at);
    if (!(root instanceof ShadowRoot)) return false;
    at = root.host;
  }
}

/** The box inside an element's borders and scrollbars: what it clips to. CSS px of the viewport. */
export function clientBox(element: Element): { x: number; y: number; width: number; height: number } {
  const { x, y } = boxOf(element);
  const { left, top } = paddingOrigin(element);
  return { x: x + left, y: y + top, width: clientWidth(element), height: clientHeight(element) };
}

/** As it is laid out, before transforms; CSS px. */
export const layoutWidth = getter<Element, number>(HTMLElement.prototype, "offsetWidth");

/** The nearest element that matches, from a node outwards, through open and closed shadow roots alike. */
export function closestAcross(node: Node, selector: string): Element | null {
  let element = node instanceof Element ? node : elementAround(node);
  while (element) {
    const found = elementClosest.call(element, selector);
    if (found) return found;
    const root = rootOf(element);
    element = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

const INTERACTIVE =
  "a[href], area[href], button, input, select, textarea, label, summary, option, video, audio, [contenteditable]," +
  '[onclick], [role="button"], [role="link"], [role="menuitem"], [role="tab"], [role="option"], [role="checkbox"]';

/** Whether a click means something to the page where it landed. */
export const isInteractive = (event: Event): boolean =>
  event.composedPath().some((target) => target instanceof Element && matches(target, INTERACTIVE));

/** The direction of the text around a node. */
export function directionAround(node: Node): "ltr" | "rtl" {
  const around = elementAround(node);
  return around && styleOf(around).direction === "rtl" ? "rtl" : "ltr";
}

/** The language that the text around a node is in, as the page says: the first part of its tag, or "". */
export const languageAround = (node: Node): string => {
  const element = closestAcross(node, "[lang]");
  return (element && attribute(element, "lang")?.toLowerCase().split("-")[0]) ?? "";
};

export const hasSelection = (): boolean => getSelection.call(document)?.isCollapsed === false;

/** Whether keys that are pressed now go to this very document, and to no frame inside it. */
export const isFocused = (): boolean =>
  hasFocus.call(document) && !/^i?frame$/.test(activeElement()?.localName ?? "");

/** Makes Tab go on from a node, as if one had been reading there. A selection of the reader's is left alone. */
export function standAt(node: Node, offset: number): void {
  if (!hasSelection()) getSelection.call(document)?.collapse(node, offset);
}

/** Has the browser copy, which fires `copy`; to be called while a press is being handled. */
export const startCopying = (): void => {
  execCommand.call(document, "copy");
};
