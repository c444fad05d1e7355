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
const rootOf = Node.prototype.getRootNode;
const createOf = Document.prototype.createElement;
const findAll = Document.prototype.querySelectorAll;
const append = Node.prototype.appendChild;
const focusOf = HTMLElement.prototype.focus;
const selectionOf = Document.prototype.getSelection;
const computed = getComputedStyle;

const parentElement = getter<Node, Element | null>(Node.prototype, "parentElement");
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

/** `target.addEventListener`. */
export function listen<K extends keyof EventMap>(
  target: EventTarget,
  type: K,
  listener: (event: EventMap[K]) => void,
  options: AddEventListenerOptions,
): void {
  add.call(target, type, listener as EventListener, options);
}

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

/** The direction of the text around a node. */
export function directionAround(node: Node): "ltr" | "rtl" {
  const parent = parentElement(node);
  return parent && computed(parent).direction === "rtl" ? "rtl" : "ltr";
}
