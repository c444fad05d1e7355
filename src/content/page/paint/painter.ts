/**
 * Paints ranges by the CSS Custom Highlight API: the page's nodes are not touched. The registry is shared with the
 * page, which can clear it at any time without our hearing of it, so our entries are put back now and then.
 */

const STYLES = ["dotted", "line", "wavy", "double", "tint"] as const;
/**
 * Names of the highlights in `assets/highlight.css`, one for each style of marks. The names with `low` draw the line lower:
 * where the page has drawn a line under the text itself.
 */
export type MarkName = `sidelight-${(typeof STYLES)[number]}`;
export type HighlightName = MarkName | `${MarkName}-low`;
const HIGHLIGHTS = STYLES.flatMap((style) => [`sidelight-${style}`, `sidelight-${style}-low`] as const);

/**
 * A page that takes our entries out again and again is left alone for twice as long each time, up to the last, ms: a
 * fight over the registry would make both repaint without end. One whose entries are found in their places that long after
 * they were put back is trusted as at first.
 */
const FIRST_PEACE = 250;
const LAST_PEACE = 60_000;

export class HighlightPainter {
  readonly #highlights = new Map<HighlightName, Highlight>();
  /**
   * What is painted, and under which name. Kept beside the highlights, because Firefox shows them to content scripts
   * through wrappers that can be added to and taken from, but neither iterated nor walked.
   */
  #painted: Map<AbstractRange, HighlightName> = new Map();
  #peace = FIRST_PEACE;
  #restoredAt = Number.NEGATIVE_INFINITY;

  /**
   * Paints exactly this; only what differs from before is touched. All at once: what is near the viewport is not much, and
   * nothing that was decided earlier can come in between.
   */
  paint(wanted: ReadonlyMap<AbstractRange, HighlightName>): void {
    for (const [range, name] of this.#painted)
      if (wanted.get(range) !== name) this.#highlights.get(name)!.delete(range);
    this.#painted = new Map(wanted);
    const fresh = new Set<Highlight>();
    for (const [range, name] of wanted) {
      let highlight = this.#highlights.get(name);
      if (!highlight) {
        highlight = new Highlight();
        this.#highlights.set(name, highlight);
      }
      if (highlight.size === 0) fresh.add(highlight);
      // Asked of the highlight itself: the page may have taken ranges out of it.
      if (!highlight.has(range)) highlight.add(range);
    }
    for (const [name, highlight] of this.#highlights)
      if (fresh.has(highlight) || highlight.size === 0) this.#register(name, highlight);
    this.assert();
  }

  /** Takes ranges away at once: after a text edit a static range paints the wrong letters. */
  drop(ranges: Iterable<StaticRange>): void {
    for (const range of ranges) {
      const name = this.#painted.get(range);
      if (name === undefined) continue;
      this.#painted.delete(range);
      this.#highlights.get(name)!.delete(range);
    }
  }

  /** Puts our entries back where the page has removed or replaced them. */
  assert(): void {
    const missing = [...this.#highlights].filter(
      ([name, highlight]) => highlight.size > 0 && CSS.highlights.get(name) !== highlight,
    );
    const now = performance.now();
    const since = now - this.#restoredAt;
    if (missing.length === 0) {
      if (since >= LAST_PEACE) this.#restoredAt = Number.NEGATIVE_INFINITY;
      return;
    }
    if (since < this.#peace) return;
    this.#peace = Number.isFinite(since) ? Math.min(this.#peace * 2, LAST_PEACE) : FIRST_PEACE;
    this.#restoredAt = now;
    for (const [name, highlight] of missing) this.#register(name, highlight);
  }

  clear(): void {
    for (const [name, highlight] of this.#highlights) {
      highlight.clear();
      this.#register(name, highlight);
    }
    this.#highlights.clear();
    this.#painted = new Map();
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
