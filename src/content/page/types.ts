/** What a page is made of to the reader, and what it tells the card and the popup about one. */
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

/**
 * A run of text nodes that reads as one piece of text, with the way back: `nodes[i]`'s text begins at `starts[i]` of `text`
 * (UTF-16 code units). Where something stands between two nodes that parts words, a line break stands between their texts
 * that is in neither.
 *
 * Example: `<p>The <b>Wilson</b> Center<br>in Washington</p>` is one flow,
 *
 *     text    "The Wilson Center\nin Washington"
 *     nodes   ["The ", "Wilson", " Center", "in Washington"]
 *     starts  [0,      4,        10,        18]
 *     breaks  [3]
 *
 * and "Wilson Center", 4 to 17 of it, is 0 to 6 of the second node and 0 to 7 of the third.
 */
export interface Flow {
  block: Block;
  text: string;
  nodes: Text[];
  starts: number[];
  /** Elements that may part the text, as their style has it. */
  joints: readonly Joint[];
  /** Indexes of the nodes that a `<br>` stands before, rising. */
  breaks: readonly number[];
  /** No block lies in its block before it: then blocks visited from the top down are flows in document order. */
  leads: boolean;
  /** Of a flow that leads its block, once it is kept. */
  visit: Visit | null;
}

/** The edge of `element`, or all of it, lies before `nodes[before]`. */
export interface Joint {
  before: number;
  element: Element;
}

/** A block: an element, a shadow root or the document; whatever owns flows. */
export type Block = Element | ShadowRoot | Document;

/**
 * When a reading came upon something. Each reading of a part of the document, from its top down, is a descent. Of one
 * descent, what has the lower index stands earlier in the document: the browser, which counts siblings to compare two
 * nodes, need not be asked. Example: the first reading of a page comes upon `<h1>` as `{ descent: 1, index: 1 }`, and
 * upon the paragraph below it as `{ descent: 1, index: 2 }`.
 */
export interface Visit {
  descent: number;
  /** Rises with each visit, of any descent. */
  index: number;
}
