/**
 * The page's document, seen past what the page has put in its way. In Chrome a form control named `closest`, or a form
 * named `activeElement`, hides the property of that name on its form, on `document` and on `window`, in a content
 * script's world as well. Getters and methods of the prototypes, captured once and applied, are not hidden.
 */

const getter = <T, R>(prototype: T, name: keyof T): ((self: T) => R) => {
  const get = Object.getOwnPropertyDescriptor(prototype, name)!.get!;
  return (self) => get.call(self);
};

const add = EventTarget.prototype.addEventListener;
const closestOf = Element.prototype.closest;
const matchesOf = Element.prototype.matches;
const containsOf = Node.prototype.contains;
const boxOfElement = Element.prototype.getBoundingClientRect;
const elementsFrom = Document.prototype.elementsFromPoint;
const rootOf = Node.prototype.getRootNode;
const createOf = Document.prototype.createElement;
const findAll = Document.prototype.querySelectorAll;
const append = Node.prototype.appendChild;
const focusOf = HTMLElement.prototype.focus;
const selectionOf = Document.prototype.getSelection;
const hasFocus = Document.prototype.hasFocus;
const execCommand = Document.prototype.execCommand;
const attributeOf = Element.prototype.getAttribute;
const computed = getComputedStyle;

const parentElement = getter<Node, Element | null>(Node.prototype, "parentElement");
const clientLeft = getter<Element, number>(Element.prototype, "clientLeft");
const clientTop = getter<Element, number>(Element.prototype, "clientTop");
const clientWidth = getter<Element, number>(Element.prototype, "clientWidth");
const clientHeight = getter<Element, number>(Element.prototype, "clientHeight");
export const rootElement: (document: Document) => Element | null = getter(
  Document.prototype,
  "documentElement",
);
export const activeElement: (document: Document) => Element | null = getter(
  Document.prototype,
  "activeElement",
);
export const isHidden: (document: Document) => boolean = getter(Document.prototype, "hidden");

type EventMap = WindowEventMap & DocumentEventMap;

/** `target.addEventListener`, for what a reader or the browser does: an event that a script has made is not heard. */
export function listen<K extends keyof EventMap>(
  target: EventTarget,
  type: K,
  listener: (event: EventMap[K]) => void,
  options: AddEventListenerOptions,
): void {
  add.call(target, type, (event) => event.isTrusted && listener(event as EventMap[K]), options);
}

/** The same, whoever has made the event: where the browser's own is not trusted, or the listener asks for itself. */
export const addListener = (
  target: EventTarget,
  type: string,
  listener: (event: Event) => void,
  options: AddEventListenerOptions,
): void => add.call(target, type, listener, options);

export const createElement = (document: Document, name: string): HTMLElement =>
  createOf.call(document, name) as HTMLElement;

export const appendChild = (parent: Node, child: Node): void => {
  append.call(parent, child);
};

export const all = (document: Document, selector: string): Element[] => [...findAll.call(document, selector)];

export const focus = (element: Element): void => {
  if (element instanceof HTMLElement) focusOf.call(element, { preventScroll: true });
};

export const hasSelection = (document: Document): boolean =>
  selectionOf.call(document)?.isCollapsed === false;

export const matches = (element: Element, selector: string): boolean => matchesOf.call(element, selector);

/** Whether a node is in another, through shadow roots. */
export function contains(around: Node, node: Node): boolean {
  for (let at: Node = node; ; ) {
    if (containsOf.call(around, at)) return true;
    const root = rootOf.call(at);
    if (!(root instanceof ShadowRoot)) return false;
    at = root.host;
  }
}

export const computedStyle = (element: Element): CSSStyleDeclaration => computed(element);

/** The elements under a point, the topmost first. */
export const elementsAt = (document: Document, x: number, y: number): Element[] =>
  elementsFrom.call(document, x, y);

/** The element around a node, through shadow roots. */
export function elementUp(node: Node): Element | null {
  const parent = parentElement(node);
  if (parent) return parent;
  const root = rootOf.call(node);
  return root instanceof ShadowRoot ? root.host : null;
}

/** The box inside an element's borders and scrollbars: what it clips to. */
export function clientBox(element: Element): { x: number; y: number; width: number; height: number } {
  const { x, y } = boxOfElement.call(element);
  return {
    x: x + clientLeft(element),
    y: y + clientTop(element),
    width: clientWidth(element),
    height: clientHeight(element),
  };
}

/** As it is laid out, before transforms; CSS px. */
export const layoutWidth: (element: Element) => number = getter(
  HTMLElement.prototype,
  "offsetWidth",
) as never;

/** CSS px of the viewport. */
export const boxOf = (element: Element): DOMRect => boxOfElement.call(element);

export const rootNode = (node: Node): Node => rootOf.call(node);

export const attribute = (element: Element, name: string): string | null => attributeOf.call(element, name);

/** The nearest element that matches, from a node outwards, through open and closed shadow roots alike. */
export function closestAcross(node: Node, selector: string): Element | null {
  let element = node instanceof Element ? node : parentElement(node);
  while (element) {
    const found = closestOf.call(element, selector);
    if (found) return found;
    const root = rootOf.call(element);
    element = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

const INTERACTIVE =
  "a[href], area[href], button, input, select, textarea, label, summary, option, video, audio, [contenteditable]," +
  '[onclick], [role="button"], [role="link"], [role="menuitem"], [role="tab"], [role="option"], [role="checkbox"]';

/** Whether a click means something to the page where it landed. */
export const isInteractive = (event: Event): boolean =>
  event.composedPath().some((target) => target instanceof Element && matchesOf.call(target, INTERACTIVE));

export const hasFilter = (element: Element): boolean => computed(element).filter !== "none";

/** The direction of the text around a node. */
export function directionAround(node: Node): "ltr" | "rtl" {
  const parent = parentElement(node);
  return parent && computed(parent).direction === "rtl" ? "rtl" : "ltr";
}

/** The language that the text around a node is in, as the page says: the first part of its tag, or "". */
export const languageAround = (node: Node): string => {
  const element = closestAcross(node, "[lang]");
  return (element && attributeOf.call(element, "lang")?.toLowerCase().split("-")[0]) ?? "";
};

/** Whether keys that are pressed now go to this very document, and to no frame inside it. */
export const isFocused = (document: Document): boolean =>
  hasFocus.call(document) && !/^i?frame$/.test(activeElement(document)?.localName ?? "");

/** Makes Tab go on from a node, as if one had been reading there. A selection of the reader's is left alone. */
export function standAt(document: Document, node: Node, offset: number): void {
  if (!hasSelection(document)) selectionOf.call(document)?.collapse(node, offset);
}

/** Has the browser copy, which fires `copy`; to be called while a press is being handled. */
export const startCopying = (document: Document): void => {
  execCommand.call(document, "copy");
};
