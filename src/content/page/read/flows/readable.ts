/** Which block text belongs to, and whether it is read at all. */
import { CDATA, designMode, ELEMENT, nodeType, parentNode, parentOrHost, TEXT } from "../../dom/dom.ts";
import { isThrough, Role, roleOf } from "../../dom/elements.ts";
import type { Block } from "../../types.ts";

/**
 * The nearest block around the text at `node`, or around a changed element; it may lie in something that is not read.
 * Looks no further than `most` elements up, for pages nest deep to do harm; then, or outside of any tree, `null`.
 */
export function blockAround(node: Node, most = Number.POSITIVE_INFINITY): Block | null {
  let at: Node | null = node;
  for (let steps = 0; at && steps < most; steps++, at = parentNode(at)) {
    const type = nodeType(at);
    if (type === ELEMENT ? !isThrough(roleOf(at as Element)) : type !== TEXT && type !== CDATA)
      return at as Block;
  }
  return null;
}

/**
 * Whether `node` is in the document, and in nothing that is not read: fields, editors, what is not text. `known` holds answers that are still good, and is
 * added to: with it, a walk down asks each element once.
 */
export function isRead(node: Node, known: Map<Node, boolean>): boolean {
  const path: Node[] = [];
  let answer: boolean | undefined;
  for (let at: Node | null = node; answer === undefined; at = at && parentOrHost(at)) {
    answer = at ? known.get(at) : false;
    if (!at || answer !== undefined) break;
    if (at === document) answer = designMode(document) !== "on";
    else if (!mayHoldText(at)) answer = false;
    else path.push(at);
  }
  for (const at of path) known.set(at, answer!);
  return answer!;
}

function mayHoldText(node: Node): boolean {
  if (nodeType(node) !== ELEMENT) return true;
  const role = roleOf(node as Element);
  return isThrough(role) || role === Role.Block || role === Role.Aside;
}
