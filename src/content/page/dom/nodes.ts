/**
 * Reading a page's nodes without trusting them. A form control named `parentNode` takes the place of the form's own
 * property in Chrome, for content scripts too; getters and methods taken from the prototypes at load see through it.
 * They also keep working in documents whose nodes come from another realm (XHTML, adopted nodes).
 */

// biome-ignore lint/suspicious/noExplicitAny: a prototype of any kind of node
function getterOf<N extends object, V>(prototype: any, property: string): (this: N) => V {
  return Object.getOwnPropertyDescriptor(prototype, property)!.get as (this: N) => V;
}

export const getter = <N extends object, V>(prototype: object, property: string): ((node: N) => V) => {
  const get = getterOf<N, V>(prototype, property);
  return (node) => get.call(node);
};

// Asked of every node of a page. Each is a function of its own: what engines learn of a call they keep by the place in
// the source, and one place that calls many getters is a fifth slower for all.
const getNodeType = getterOf<Node, number>(Node.prototype, "nodeType");
const getFirstChild = getterOf<Node, Node | null>(Node.prototype, "firstChild");
const getNextSibling = getterOf<Node, Node | null>(Node.prototype, "nextSibling");
const getParentNode = getterOf<Node, Node | null>(Node.prototype, "parentNode");
const getData = getterOf<Text, string>(CharacterData.prototype, "data");
const getLocalName = getterOf<Element, string>(Element.prototype, "localName");
const getShadowRoot = getterOf<Element, ShadowRoot | null>(Element.prototype, "shadowRoot");
export const nodeType = (node: Node): number => getNodeType.call(node);
export const firstChild = (node: Node): Node | null => getFirstChild.call(node);
export const nextSibling = (node: Node): Node | null => getNextSibling.call(node);
export const parentNode = (node: Node): Node | null => getParentNode.call(node);
export const textOf = (node: Text): string => getData.call(node);
export const localName = (element: Element): string => getLocalName.call(element);
export const shadowRootOf = (element: Element): ShadowRoot | null => getShadowRoot.call(element);

export const isConnected = getter<Node, boolean>(Node.prototype, "isConnected");

export const namespaceOf = getter<Element, string | null>(Element.prototype, "namespaceURI");

export const isHidden = getter<Document, boolean>(Document.prototype, "hidden");

export const contentType = getter<Document, string>(Document.prototype, "contentType");

export const readyState = getter<Document, string>(Document.prototype, "readyState");

export const documentElementOf = getter<Document, Element | null>(Document.prototype, "documentElement");

const { addEventListener: targetListen } = EventTarget.prototype;

/**
 * @param made whether events that a script has made are of interest. If not, Firefox need not call for them (its own fourth
 *   argument; others ignore it, so the listener still has to ask for `isTrusted`): a page can make thousands
 */
export const listen = (
  target: EventTarget,
  type: string,
  listener: (event: Event) => void,
  options: AddEventListenerOptions,
  made?: boolean,
): void => (targetListen as (...all: unknown[]) => void).call(target, type, listener, options, made);

export const TEXT = 3;
export const ELEMENT = 1;
export const CDATA = 4;
export const DOCUMENT = 9;
export const FRAGMENT = 11;
