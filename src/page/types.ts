/** What the page reader tells the card and the popup about a page. */
import type { Mention } from "../spot/types.ts";

/** A mention in a page: the spotter's mention, and where it lies in the document. */
export interface PageMention {
  /** Stable for as long as the mention's text is not touched by the page. */
  id: string;
  mention: Mention;
  /** One piece per text node that the mention runs through, in document order. */
  ranges: readonly StaticRange[];
  /** The text node that the mention begins in: where in the page it is. */
  node: Text;
}

/** A point in CSS px, relative to the viewport (as in `clientX`, `clientY`). */
export interface Point {
  x: number;
  y: number;
}
