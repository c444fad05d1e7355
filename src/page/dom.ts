/**
 * Reading a page's nodes without trusting them. A form control named `parentNode` takes the place of the form's own
 * property in Chrome, for content scripts too; getters taken from the prototypes at load see through it. They also
 * keep working in documents whose nodes come from another realm (XHTML, adopted nodes).
 */

// biome-ignore lint/suspicious/noExplicitAny: a prototype of any kind of node
function getter<N extends object, V>(prototype: any, property: string): (node: N) => V {
  const get = Object.getOwnPropertyDescriptor(prototype, property)?.get;
  if (!get) throw new Error(`this browser has no getter for ${property}`);
  return (node) => get.call(node) as V;
}

export const nodeType = getter<Node, number>(Node.prototype, "nodeType");
export const parentNode = getter<Node, Node | null>(Node.prototype, "parentNode");
export const firstChild = getter<Node, Node | null>(Node.prototype, "firstChild");
export const nextSibling = getter<Node, Node | null>(Node.prototype, "nextSibling");
export const isConnected = getter<Node, boolean>(Node.prototype, "isConnected");
export const localName = getter<Element, string>(Element.prototype, "localName");
export const shadowRootOf = getter<Element, ShadowRoot | null>(Element.prototype, "shadowRoot");
export const classNames = getter<Element, DOMTokenList>(Element.prototype, "classList");
export const hostOf = getter<ShadowRoot, Element>(ShadowRoot.prototype, "host");

const { getAttribute: elementGetAttribute } = Element.prototype;
const { compareDocumentPosition: nodeComparePosition } = Node.prototype;

export const attribute = (element: Element, name: string): string | null =>
  elementGetAttribute.call(element, name);

export const TEXT = 3;
export const ELEMENT = 1;
export const CDATA = 4;
export const DOCUMENT = 9;
export const FRAGMENT = 11;

/** The parent, or the host where the parent is a shadow root: the way up through what is rendered. */
export function parentOrHost(node: Node): Node | null {
  const parent = parentNode(node);
  if (parent) return parent;
  return nodeType(node) === FRAGMENT && node instanceof ShadowRoot ? hostOf(node) : null;
}

/** Document order, for sorting; nodes in shadow trees sort at their hosts. */
export function compareOrder(a: Node, b: Node): number {
  if (a === b) return 0;
  const position = nodeComparePosition.call(a, b);
  if (!(position & Node.DOCUMENT_POSITION_DISCONNECTED)) {
    return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
  const [pathA, pathB] = [hostPath(a), hostPath(b)];
  for (let i = 0; i < Math.min(pathA.length, pathB.length); i++) {
    const [nodeA, nodeB] = [pathA[i]!, pathB[i]!];
    if (nodeA !== nodeB) {
      return nodeComparePosition.call(nodeA, nodeB) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    }
  }
  return pathA.length - pathB.length;
}

/** The node's shadow hosts from the outermost in, and at last the node itself. */
function hostPath(node: Node): Node[] {
  const path = [node];
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = hostOf(root).getRootNode()) {
    path.unshift(hostOf(root));
  }
  return path;
}
