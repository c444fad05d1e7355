/**
 * What of two things in a page is painted over the other (CSS 2.2, appendix E), where the browser's own hit test does not
 * say: it leaves out what takes no pointer, and names the two sides of a shadow root apart. Pure.
 */

/** An element on the way up that is painted as one piece, or apart from the flow it stands in. */
export interface Layer {
  node: Element;
  /** `z-index` where it has one; 0 for what is positioned, `ITEM` for what is painted in its place in the flow. */
  z: number;
  /** It is a stacking context: no layer inside it comes between layers outside. */
  context: boolean;
}

/** Boxes of the flow, then what is in lines, then what is positioned. */
const FLOW = -0.5;
export const ITEM = -0.25;

/**
 * Whether a thing is painted over a text, each given by its layers. `inLine`: it is an inline picture or the like.
 * `later`: it comes after the text in document order.
 */
export function isOver(
  thing: readonly Layer[],
  text: readonly Layer[],
  inLine: boolean,
  later: boolean,
): boolean {
  let same = 0;
  while (same < thing.length && thing[same]!.node === text[same]?.node) same++;
  const over = levelOf(thing.slice(same), inLine ? ITEM : FLOW) - levelOf(text.slice(same), ITEM);
  return over > 0 || (over === 0 && later);
}

/** Where what lies in such layers comes among the rest of the context around them. */
function levelOf(layers: readonly Layer[], inFlow: number): number {
  const context = layers.find((layer) => layer.context);
  return context?.z || Math.max(inFlow, ...layers.map(({ z }) => z).filter((z) => z <= 0));
}
