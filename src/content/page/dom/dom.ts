/** What is asked of elements and of the document besides walking them (nodes.ts), by captured methods as there. */
import {
  DOCUMENT,
  documentElementOf,
  ELEMENT,
  FRAGMENT,
  getter,
  isConnected,
  localName,
  nodeType,
  parentNode,
  TEXT,
} from "./nodes.ts";

export * from "./nodes.ts";

const documentOf = getter<Node, Document | null>(Node.prototype, "ownerDocument");
/** Whether a node is in this document: it may have gone into a frame's, or into that of a window beside the page. */
export const isHere = (node: Node): boolean =>
  isConnected(node) && (node === document || documentOf(node) === document);
const textSlot = getter<Node, HTMLSlotElement | null>(Text.prototype, "assignedSlot");
const elementSlot = getter<Node, HTMLSlotElement | null>(Element.prototype, "assignedSlot");
const hostOf = getter<ShadowRoot, Element>(ShadowRoot.prototype, "host");
export const designMode = getter<Document, string>(Document.prototype, "designMode");

const {
  getAttribute: elementGetAttribute,
  hasAttributes: elementHasAttributes,
  checkVisibility: elementCheckVisibility,
  getClientRects: elementGetClientRects,
  getBoundingClientRect: elementBox,
  scrollIntoView: elementScrollIntoView,
  matches: elementMatches,
  remove: elementRemove,
} = Element.prototype;
const elementScrollBy: (this: Element, way: ScrollToOptions) => void = Element.prototype.scrollBy;
const { compareDocumentPosition: nodeComparePosition, getRootNode: nodeGetRoot } = Node.prototype;
const { assignedNodes: slotAssigned } = HTMLSlotElement.prototype;
const {
  createElement: documentCreateElement,
  createRange: documentCreateRange,
  elementsFromPoint: documentElementsFromPoint,
  caretPositionFromPoint: documentCaretFromPoint,
  querySelectorAll: documentFindAll,
} = Document.prototype;
const { elementsFromPoint: rootElementsFromPoint } = ShadowRoot.prototype;
const getClientLeft = getter<Element, number>(Element.prototype, "clientLeft");
const getClientTop = getter<Element, number>(Element.prototype, "clientTop");
const { appendChild: nodeAppend } = Node.prototype;

export const styleOf = getComputedStyle;

export const attribute = (element: Element, name: string): string | null =>
  elementGetAttribute.call(element, name);

export const hasAttributes = (element: Element): boolean => elementHasAttributes.call(element);

export const checkVisibility = (element: Element, options: CheckVisibilityOptions): boolean =>
  elementCheckVisibility.call(element, options);

export const matches = (element: Element, selector: string): boolean =>
  elementMatches.call(element, selector);

export const findAll = (selector: string): Iterable<Element> => documentFindAll.call(document, selector);

/** The element's boxes in the viewport, CSS px: several where it is inline and wraps. */
export const boxesOf = (element: Element): DOMRect[] => [...elementGetClientRects.call(element)];

/** Where the padding box begins in the border box, CSS px. */
export const paddingOrigin = (element: Element): { left: number; top: number } => ({
  left: getClientLeft(element),
  top: getClientTop(element),
});

/** The elements of a document's or a shadow root's own that a pointer would meet at a point of the viewport, topmost first. */
export const elementsAt = (root: Document | ShadowRoot, x: number, y: number): Element[] =>
  (nodeType(root) === DOCUMENT
    ? documentElementsFromPoint.call(root as Document, x, y)
    : rootElementsFromPoint.call(root as ShadowRoot, x, y)
  ).filter((element) => rootOf(element) === root);

/** Where a caret would be put by a press; null where the browser knows no place. */
export const caretAt = (x: number, y: number, shadowRoots: ShadowRoot[]): CaretPosition | null =>
  documentCaretFromPoint.call(document, x, y, { shadowRoots });

export const rootOf = (node: Node): Node => nodeGetRoot.call(node);

export const createRange = (): Range => documentCreateRange.call(document);

export const createElement = (name: string): HTMLElement =>
  documentCreateElement.call(document, name) as HTMLElement;
export const append = (parent: Node, child: Node): Node => nodeAppend.call(parent, child);
export const remove = (element: Element): void => elementRemove.call(element);

export const bodyOf = getter<Document, Element | null>(Document.prototype, "body");
/** The element that the viewport scrolls; `null` where nothing does. In quirks mode it is the body. */
export const scrollingElement = getter<Document, Element | null>(Document.prototype, "scrollingElement");
/** Measures of an element, CSS px. Asking makes the browser lay the page out, if it has to be. */
export const boxOf = (element: Element): DOMRect => elementBox.call(element);
export const clientWidth = getter<Element, number>(Element.prototype, "clientWidth");
export const clientHeight = getter<Element, number>(Element.prototype, "clientHeight");
export const scrollWidth = getter<Element, number>(Element.prototype, "scrollWidth");
export const scrollHeight = getter<Element, number>(Element.prototype, "scrollHeight");
export const scrollLeft = getter<Element, number>(Element.prototype, "scrollLeft");
export const scrollTop = getter<Element, number>(Element.prototype, "scrollTop");

export const scrollBy = (element: Element, way: ScrollToOptions): void => elementScrollBy.call(element, way);
/** Scrolls boxes that a reader cannot scroll as well. */
export const scrollIntoView = (element: Element): void =>
  elementScrollIntoView.call(element, { block: "nearest", inline: "nearest", behavior: "instant" });

/** The parent, or the host where the parent is a shadow root: the way up through what is rendered. */
export function parentOrHost(node: Node): Node | null {
  const parent = parentNode(node);
  if (parent) return parent;
  return nodeType(node) === FRAGMENT && node instanceof ShadowRoot ? hostOf(node) : null;
}

/** The element around a node in what is rendered: slotted children stand in their slot, not in their parent. */
export function flatParent(node: Node): Element | null {
  const type = nodeType(node);
  const slot = type === ELEMENT ? elementSlot(node) : type === TEXT ? textSlot(node) : null;
  return slot ?? elementAround(node);
}

/** Whether a child of a shadow host is in a slot, and so has a place. */
export const isSlotted = (child: Node): boolean =>
  (nodeType(child) === ELEMENT ? elementSlot(child) : textSlot(child)) !== null;

/** Whether an element is a slot that something was put into: then what stands in the slot itself has no place. */
export const isFilledSlot = (element: Element): boolean =>
  localName(element) === "slot" &&
  element instanceof HTMLSlotElement &&
  slotAssigned.call(element).length > 0;

/** The nearest element around a node. */
export function elementAround(node: Node): Element | null {
  let at = parentOrHost(node);
  while (at && nodeType(at) !== ELEMENT) at = parentOrHost(at);
  return at as Element | null;
}

/** What everything outside of is inert and lies beneath: the modal dialog or fullscreen element around a node, or the root. */
export function modalAround(node: Node): Element {
  let at = elementAround(node);
  while (at && !matches(at, ":modal")) at = elementAround(at);
  return at ?? documentElementOf(document)!;
}

/** Document order, for sorting; nodes in shadow trees sort at their hosts. */
export function compareOrder(a: Node, b: Node): number {
  if (a === b) return 0;
  const position = follows(a, b);
  if (position !== null) return position ? -1 : 1;
  const [pathA, pathB] = [hostPath(a), hostPath(b)];
  for (let i = 0; i < Math.min(pathA.length, pathB.length); i++) {
    const [nodeA, nodeB] = [pathA[i]!, pathB[i]!];
    if (nodeA !== nodeB) return follows(nodeA, nodeB) ? -1 : 1;
  }
  return pathA.length - pathB.length;
}

/** Whether `b` comes after `a`; null where they are not in one tree. */
function follows(a: Node, b: Node): boolean | null {
  // Of `b`, not of `a`: Chrome looks backwards among siblings, and sorts mostly ask about what is in order already.
  const position = nodeComparePosition.call(b, a);
  return position & Node.DOCUMENT_POSITION_DISCONNECTED
    ? null
    : (position & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

/** The node's shadow hosts from the outermost in, and at last the node itself. */
function hostPath(node: Node): Node[] {
  const path = [node];
  for (let root = nodeGetRoot.call(node); root instanceof ShadowRoot; root = nodeGetRoot.call(path[0]!)) {
    path.unshift(hostOf(root));
  }
  return path;
}
