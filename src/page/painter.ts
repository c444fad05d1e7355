/**
 * Paints ranges by the CSS Custom Highlight API: the page's nodes are not touched. The registry is shared with the
 * page, which can clear it at any time without our hearing of it, so our entries are put back now and then.
 */

/** Names of the highlights in `assets/highlight.css`; the marks' styles first. */
export const HIGHLIGHTS = [
  "sidelight-dotted",
  "sidelight-line",
  "sidelight-wavy",
  "sidelight-double",
  "sidelight-tint",
  "sidelight-active",
  "sidelight-flash",
] as const;
export type HighlightName = (typeof HIGHLIGHTS)[number];

/** Above the page's own highlights (find in page is the browser's and stays on top), the active one above the rest. */
const PRIORITY: Partial<Record<HighlightName, number>> = { "sidelight-active": 2, "sidelight-flash": 3 };

/** So many ranges are added between two pauses. */
const STEP = 256;
/**
 * A page that takes our entries out again and again is left alone for twice as long each time, up to the last, ms: a
 * fight over the registry would make both repaint without end.
 */
const FIRST_PEACE = 250;
const LAST_PEACE = 60_000;

export class Painter {
  readonly #highlights = new Map<HighlightName, Highlight>();
  /**
   * What each highlight holds. Kept beside them, because Firefox shows them to content scripts through wrappers
   * that can be added to and taken from, but neither iterated nor walked.
   */
  readonly #painted = new Map<Highlight, Set<AbstractRange>>();
  #peace = FIRST_PEACE;
  #restoredAt = Number.NEGATIVE_INFINITY;

  /** Paints exactly `ranges` under `name`; only what differs from before is touched. In steps. */
  *paint(name: HighlightName, ranges: Iterable<AbstractRange>): Generator<void, void> {
    const wanted = new Set(ranges);
    let highlight = this.#highlights.get(name);
    if (!highlight) {
      if (wanted.size === 0) return;
      highlight = new Highlight();
      highlight.priority = PRIORITY[name] ?? 0;
      this.#highlights.set(name, highlight);
    }
    for (const range of this.#painted.get(highlight) ?? []) if (!wanted.has(range)) highlight.delete(range);
    this.#painted.set(highlight, wanted);
    const isNew = highlight.size === 0;
    let count = 0;
    // Asked of the highlight itself: the page may have taken ranges out of it. Ranges dropped meanwhile are left out.
    for (const range of wanted) {
      if (!highlight.has(range)) highlight.add(range);
      if (++count % STEP === 0) yield;
    }
    if (isNew || highlight.size === 0) this.#register(name, highlight);
    else this.assert();
  }

  /** As `paint`, at once: for few ranges. */
  paintNow(name: HighlightName, ranges: Iterable<AbstractRange>): void {
    for (const _ of this.paint(name, ranges));
  }

  /** Takes ranges away at once: after a text edit a static range paints the wrong letters. */
  drop(ranges: Iterable<StaticRange>): void {
    for (const range of ranges)
      for (const [highlight, painted] of this.#painted) if (painted.delete(range)) highlight.delete(range);
  }

  /** Puts our entries back where the page has removed or replaced them. */
  assert(): void {
    const missing = [...this.#highlights].filter(
      ([name, highlight]) => highlight.size > 0 && CSS.highlights.get(name) !== highlight,
    );
    const now = performance.now();
    if (missing.length === 0 || now - this.#restoredAt < this.#peace) return;
    this.#peace = now - this.#restoredAt < LAST_PEACE ? Math.min(this.#peace * 2, LAST_PEACE) : FIRST_PEACE;
    this.#restoredAt = now;
    for (const [name, highlight] of missing) this.#register(name, highlight);
  }

  clear(): void {
    for (const [name, highlight] of this.#highlights) {
      highlight.clear();
      this.#register(name, highlight);
    }
    this.#highlights.clear();
    this.#painted.clear();
  }

  /** Removes what a copy of the extension that is no more has left painted. */
  static removeLeftovers(): void {
    for (const name of HIGHLIGHTS) CSS.highlights.delete(name);
  }

  /** Empty ones are taken out of the registry: where nothing is marked, nothing is to be seen of us. */
  #register(name: HighlightName, highlight: Highlight): void {
    if (highlight.size > 0) CSS.highlights.set(name, highlight);
    else if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  }
}
