/** What the page reader tells the card and the popup about a page. */
import type { Mention } from "../../spot/types.ts";

/**
 * A mention in a page: the spotter's mention, and where it lies in the document. One object for as long as it is known
 * again after each change of its text; all but the id is brought up to date then.
 */
export interface PageMention {
  readonly id: string;
  mention: Mention;
  /**
   * One piece per text node that the mention runs through, in document order. None while its letters are not where they
   * were, until it has been found again or is known to be gone.
   */
  ranges: readonly StaticRange[];
  /** The text node that the mention begins in: where in the page it is. */
  node: Text;
}

/** A point in CSS px, relative to the viewport (as in `clientX`, `clientY`). */
export interface Point {
  x: number;
  y: number;
}
