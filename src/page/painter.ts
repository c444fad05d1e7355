/**
 * Paints ranges by the CSS Custom Highlight API: the page's nodes are not touched. The registry is shared with the
 * page, which can clear it at any time without our hearing of it, so our entries are put back on every pass.
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

export class Painter {
  readonly #highlights = new Map<HighlightName, Highlight>();
  /**
   * What each highlight holds. Kept beside them, because Firefox shows them to content scripts through wrappers
   * that can be added to and taken from, but neither iterated nor walked.
   */
  readonly #painted = new Map<Highlight, Set<AbstractRange>>();

  /** Paints exactly `ranges` under `name`; only what differs from before is touched. */
  paint(name: HighlightName, ranges: Iterable<StaticRange>): void {
    const wanted = new Set<AbstractRange>(ranges);
    let highlight = this.#highlights.get(name);
    if (!highlight) {
      if (wanted.size === 0) return;
      highlight = new Highlight();
      highlight.priority = PRIORITY[name] ?? 0;
      this.#highlights.set(name, highlight);
    }
    for (const range of this.#painted.get(highlight) ?? []) if (!wanted.has(range)) highlight.delete(range);
    // Asked of the highlight itself: the page may have taken ranges out of it.
    for (const range of wanted) if (!highlight.has(range)) highlight.add(range);
    this.#painted.set(highlight, wanted);
    this.assert();
  }

  /** Takes ranges away at once: after a text edit a static range paints the wrong letters. */
  drop(ranges: Iterable<StaticRange>): void {
    for (const range of ranges)
      for (const [highlight, painted] of this.#painted) if (painted.delete(range)) highlight.delete(range);
  }

  /** Puts our entries back where the page has removed or replaced them. */
  assert(): void {
    for (const [name, highlight] of this.#highlights) {
      if (highlight.size === 0) {
        if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
      } else if (CSS.highlights.get(name) !== highlight) {
        CSS.highlights.set(name, highlight);
      }
    }
  }

  /** The ranges of ours painted under a point of the viewport (CSS px), topmost highlight first. */
  at(x: number, y: number, roots: ShadowRoot[]): AbstractRange[] {
    const ours = new Set<Highlight>(this.#highlights.values());
    return CSS.highlights
      .highlightsFromPoint(x, y, { shadowRoots: roots })
      .flatMap(({ highlight, ranges }) => (ours.has(highlight) ? ranges : []));
  }

  clear(): void {
    for (const highlight of this.#highlights.values()) highlight.clear();
    this.assert();
    this.#highlights.clear();
    this.#painted.clear();
  }

  /** Removes what a copy of the extension that is no more has left painted. */
  static removeLeftovers(): void {
    for (const name of HIGHLIGHTS) CSS.highlights.delete(name);
  }
}
