/**
 * Mentions in document order, and the sections they lie in. Kept up piece by piece: what is new is sorted and taken in
 * among what is in order already.
 */
import { compareOrder } from "../../dom/dom.ts";
import type { PageMention, Visit } from "../../types.ts";

/**
 * Somewhere in the document: a heading, or the mentions of one flow. In order they say which section a mention lies in:
 * of `<h2>A</h2><p>the ISI</p><h2>B</h2><p>the ISI</p>` the places are h2 (section 1), p (1), h2 (2), p (2).
 */
export interface DocumentPlace {
  node: Node;
  /** Tells apart the flows of one text node, in their order. */
  offset: number;
  /** `null`: it was not come upon in order. */
  visit: Visit | null;
  /** None at a heading. */
  mentions: readonly PageMention[];
  /** How many headings stand before it, or it is one itself. */
  section: number;
  /** Not in the document any more, or read anew. */
  gone: boolean;
}

export const documentPlaceAt = (
  node: Node,
  offset: number,
  visit: Visit | null,
  mentions: readonly PageMention[],
): DocumentPlace => ({
  node,
  offset,
  visit,
  mentions,
  section: 0,
  gone: false,
});

/** So many places are sorted and taken in between two pauses. */
const STEP = 64;

export class DocumentOrder {
  #places: DocumentPlace[] = [];
  #fresh: DocumentPlace[] = [];
  #changed = false;
  /** The structure changed while the places were put in order by it. */
  #disturbed = false;

  add(place: DocumentPlace): void {
    this.#fresh.push(place);
    this.#changed = true;
  }

  remove(place: DocumentPlace): void {
    place.gone = true;
    this.#changed = true;
  }

  /** Whether places have come or gone since they were last put in order. */
  get changed(): boolean {
    return this.#changed;
  }

  /** Mentions in document order, as of the last time they were put in order; those that have gone since are left out. */
  *mentions(): Generator<readonly [PageMention, section: number]> {
    for (const { mentions, section, gone } of this.#places)
      if (!gone) for (const mention of mentions) yield [mention, section];
  }

  /**
   * Puts all in order, in steps. `anew`: nodes may have moved that are not among the new ones, so nothing is taken for
   * granted. `version` counts the changes of the document's structure: it may change between steps as well.
   */
  *settle(anew: boolean, version: () => number): Generator<void, void> {
    const start = version();
    const before = this.#places.filter(({ gone }) => !gone);
    const all = anew || this.#disturbed;
    const fresh = all ? [...before, ...this.#fresh] : this.#fresh;
    let places = all ? [] : before;
    // Where nodes may have moved, when they were come upon says nothing.
    const compare = anew ? compareNodes : compareVisits;
    this.#fresh = [];
    this.#changed = false;
    for (let from = 0; from < fresh.length; from += STEP) {
      const some = fresh.slice(from, from + STEP).filter(({ gone }) => !gone);
      places = merge(places, some.sort(compare), compare);
      yield;
    }
    this.#disturbed = version() !== start;
    this.#changed ||= this.#disturbed;
    this.#places = places;
    let section = 0;
    for (const place of places) {
      if (place.mentions.length === 0) section++;
      place.section = section;
    }
  }
}

type Compare = (a: DocumentPlace, b: DocumentPlace) => number;

const compareNodes: Compare = (a, b) => compareOrder(a.node, b.node) || a.offset - b.offset;

const compareVisits: Compare = (a, b) =>
  (a.visit && b.visit && a.visit.descent === b.visit.descent && a.visit.index - b.visit.index) ||
  compareNodes(a, b);

/** `more` taken in among `places`, both in order. Most pages are read from the top, so the end is tried first. */
function merge(places: DocumentPlace[], more: readonly DocumentPlace[], compare: Compare): DocumentPlace[] {
  if (more.length === 0) return places;
  const last = places.at(-1);
  if (!last || compare(last, more[0]!) <= 0) {
    for (const place of more) places.push(place);
    return places;
  }
  const merged: DocumentPlace[] = [];
  let from = 0;
  for (const place of more) {
    let low = from;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(places[middle]!, place) <= 0) low = middle + 1;
      else high = middle;
    }
    while (from < low) merged.push(places[from++]!);
    merged.push(place);
  }
  while (from < places.length) merged.push(places[from++]!);
  return merged;
}
