/** The layers of an element, read from its styles. */
import { flatParent, matches, styleOf } from "../dom/dom.ts";
import { ITEM, type Layer } from "./paint-order.ts";

/** The layers that an element lies in, from the root in; the last may be the element itself. */
export function layersOf(element: Element): Layer[] {
  const layers: Layer[] = [];
  for (let at: Element | null = element; at; ) {
    const parent: Element | null = flatParent(at);
    const layer = layerOf(at, parent);
    if (layer) layers.unshift(layer);
    at = parent;
  }
  return layers;
}

function layerOf(node: Element, parent: Element | null): Layer | null {
  if (matches(node, ":modal,:popover-open")) return { node, z: Number.POSITIVE_INFINITY, context: true };
  const style = styleOf(node);
  const positioned = style.position !== "static";
  const isItem = parent !== null && /flex|grid/.test(styleOf(parent).display);
  if ((positioned || isItem) && style.zIndex !== "auto")
    return { node, z: Number(style.zIndex), context: true };
  const context =
    /fixed|sticky/.test(style.position) ||
    style.opacity !== "1" ||
    style.isolation !== "auto" ||
    style.mixBlendMode !== "normal" ||
    /transform|opacity|filter/.test(style.willChange) ||
    [style.transform, style.translate, style.rotate, style.scale, style.filter, style.backdropFilter].some(
      (value) => value && value !== "none",
    );
  if (context || positioned) return { node, z: 0, context };
  return isItem || /^inline-/.test(style.display) ? { node, z: ITEM, context: false } : null;
}
