/** What of a mention is in sight within the boxes that scroll or clip around it. */

import { clientBox } from "../../page/dom/card-dom.ts";
import { elementAround, styleOf } from "../../page/dom/dom.ts";
import type { Box } from "./boxes.ts";

/**
 * The part of the viewport in which a node can be seen for all that is around it, CSS px; `null` where nothing clips it.
 * The root and the body are left out: what they clip, the window does.
 */
export function clipAround(node: Node): Box | null {
  let clip: Box | null = null;
  /** What is laid out by another box than its parent is not clipped by what is between them. */
  let until: "positioned" | null = null;
  for (let element = elementAround(node); element; element = elementAround(element)) {
    const { position, overflowX, overflowY, display } = styleOf(element);
    if (until === null || position !== "static") {
      const outer = /^(html|body)$/.test(element.localName);
      if (!outer && display !== "inline" && (overflowX !== "visible" || overflowY !== "visible"))
        clip = clip ? intersection(clip, clientBox(element)) : clientBox(element);
      until = null;
    }
    if (position === "fixed") break;
    if (position === "absolute") until = "positioned";
  }
  return clip;
}

/** The pieces of a mention, cut to what can be seen of them. Of a line, half its height must be left, or it cannot be read. */
export function cutTo(pieces: readonly Box[], clip: Box | null): Box[] {
  if (!clip) return [...pieces];
  return pieces.flatMap((piece) => {
    const seen = intersection(piece, clip);
    return seen.width > 1 && seen.height >= piece.height / 2 ? [seen] : [];
  });
}

function intersection(a: Box, b: Box): Box {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y),
  };
}
