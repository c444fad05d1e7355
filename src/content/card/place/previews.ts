/**
 * A page's own preview of a link, or its tooltip, comes to the same pointer as the card, sooner or later than it, and in
 * the same place. It is the page's and the reader may have come for it: the card does not lie over it, but goes to
 * another side of the line, or where there is no room leaves the place to it.
 *
 * It is told by having come since the pointer came to the name: it floats where nothing floated then.
 */

import { contains } from "../../page/dom/card-dom.ts";
import { boxOf, elementAround, elementsAt, matches, styleOf } from "../../page/dom/dom.ts";
import type { Box } from "./boxes.ts";

/** CSS px above and below the line at which is looked: where a preview begins, and what is a line further. */
const DISTANCES = [14, 50, 110];

export class PreviewWatch {
  readonly #host: () => Element | null;
  #node: Node | null = null;
  #points: Array<[x: number, y: number]> = [];
  #before = new Set<Element>();

  /** @param host of the card, past which is looked */
  constructor(host: () => Element | null) {
    this.#host = host;
  }

  /** The pointer has come to a mention: what floats beside it now is no preview of it. */
  begin(node: Node, line: Box | undefined): void {
    this.#node = node;
    this.#points = [];
    if (!line) return;
    for (const x of [line.x + Math.min(20, line.width / 2), line.x + line.width])
      for (const distance of DISTANCES)
        this.#points.push([x, line.y - distance], [x, line.y + line.height + distance]);
    this.#before = this.#floating();
  }

  /** The box of what has come to float there since, CSS px of the viewport. */
  find(): Box | null {
    for (const element of this.#floating()) if (!this.#before.has(element)) return boxOf(element);
    return null;
  }

  #floating(): Set<Element> {
    const found = new Set<Element>();
    for (const [x, y] of this.#points) {
      const on = elementsAt(document, x, y).find((element) => element !== this.#host());
      const float = on && floatAround(on);
      if (float && this.#node && !contains(float, this.#node)) found.add(float);
    }
    return found;
  }
}

/** The outermost box around an element that is laid over the page, up to the root. */
function floatAround(element: Element): Element | null {
  let found: Element | null = null;
  for (let at: Element | null = element; at; at = elementAround(at)) {
    const { position } = styleOf(at);
    if (position === "absolute" || position === "fixed" || matches(at, ":popover-open")) found = at;
  }
  return found;
}
