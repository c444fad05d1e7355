/** A document, node for node: adjacent, empty and lone text nodes stay apart, shadow roots come along. Runs in the page. */

/** Makes `page`, which is being parsed, the same as `from`. */
export function copyInto(page: Document, from: Document): void {
  page.documentElement.replaceWith(copyOf(from.documentElement, page));
}

function copyOf(node: Node, page: Document): Node {
  const copy = page.importNode(node, false);
  if (node.nodeType !== 1) return copy;
  const { shadowRoot } = node as Element;
  if (shadowRoot) fill((copy as Element).attachShadow({ mode: "open" }), shadowRoot, page);
  fill(copy, node, page);
  return copy;
}

function fill(copy: Node, node: Node, page: Document): void {
  for (const child of node.childNodes) copy.appendChild(copyOf(child, page));
}
