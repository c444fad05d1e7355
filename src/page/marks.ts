/**
 * Which mentions are painted, how, and what lies under a point: the reader's mentions seen through the settings.
 */
import type { EntityId } from "../pack/types.ts";
import type { Mention } from "../spot/types.ts";
import { elementAround, isHere, scrollTo } from "./dom.ts";
import { HitTest } from "./hit.ts";
import type { HighlightName } from "./painter.ts";
import { Painter } from "./painter.ts";
import { liveRange } from "./ranges.ts";
import type { PageReader } from "./reader.ts";
import { isRendered } from "./rendered.ts";
import type { PageMention, Point } from "./types.ts";

export interface MarkView {
  /** Whether the mention is one that is marked and listed. */
  shows(mention: Mention): boolean;
  /** Mark only the first mention of each entity in each section. */
  firstOnly: boolean;
  highlight: HighlightName;
}

/** How long a mention that was jumped to stays lit, ms: long enough to find it after the page has scrolled. */
const FLASH = 2_000;
/** So many mentions are looked at between two pauses. */
const STEP = 64;

export class Marks {
  readonly #reader: PageReader;
  readonly #painter = new Painter();
  readonly #hits = new HitTest();
  /** `null`: nothing is marked here. */
  readonly #view: () => MarkView | null;
  #painted = new Map<AbstractRange, PageMention>();
  /** What is being painted. */
  #next = this.#painted;
  #highlight: HighlightName | null = null;
  #flashTimer = 0;
  /** The mention that the open card speaks of. */
  #active: PageMention | null = null;

  constructor(reader: PageReader, view: () => MarkView | null) {
    this.#reader = reader;
    this.#view = view;
  }

  /** Paints what is to be painted now, in steps. */
  *paint(): Generator<void, void> {
    const view = this.#view();
    const painted = new Map<AbstractRange, PageMention>();
    this.#next = painted;
    let count = 0;
    for (const mention of view ? this.#toMark(view) : []) {
      if (mention) for (const range of mention.ranges) painted.set(range, mention);
      if (++count % STEP === 0) yield;
      // The settings have changed meanwhile, and all was painted by them.
      if (this.#next !== painted) return;
    }
    if (this.#highlight && this.#highlight !== view?.highlight) this.#painter.paintNow(this.#highlight, []);
    this.#highlight = view?.highlight ?? null;
    this.#painted = painted;
    if (view) yield* this.#painter.paint(view.highlight, painted.keys());
    // Its text may have been read anew.
    if (this.#active) this.setActive(this.#active);
  }

  /** As `paint`, at once. */
  refresh(): void {
    for (const _ of this.paint());
  }

  /** Puts the paint back where the page has removed it. */
  assert(): void {
    this.#painter.assert();
  }

  /** Mentions that the settings let through and that are rendered, in document order, whether painted or not. */
  listed(): PageMention[] {
    const view = this.#view();
    const known = new Map<Element, boolean>();
    const listed: PageMention[] = [];
    for (const [mention] of view ? this.#reader.mentions() : [])
      if (view!.shows(mention.mention) && isRendered(mention.node, known)) listed.push(mention);
    return listed;
  }

  /** Mentions that are painted, in document order. */
  marked(): PageMention[] {
    return [...new Set(this.#painted.values())];
  }

  /** Entities with a mark. */
  entities(): ReadonlySet<EntityId> {
    return new Set([...this.#painted.values()].map(({ mention }) => mention.entity));
  }

  /** Whether a mention is still there, and the settings let it through. */
  isKnown(id: string): boolean {
    const mention = this.#reader.mention(id);
    return mention !== undefined && this.#view()?.shows(mention.mention) === true;
  }

  /** Takes ranges off the paint at once. */
  drop(ranges: readonly StaticRange[]): void {
    for (const range of ranges) {
      this.#painted.delete(range);
      this.#next.delete(range);
    }
    this.#painter.drop(ranges);
  }

  /**
   * Whether a mention's text has been changed and not been read again yet. It has no boxes then and no mark, and nothing
   * can be said of it: soon it is in its place again, or `isKnown` says that it is gone.
   */
  isAwaited({ ranges, node }: PageMention): boolean {
    return ranges.length === 0 || !isHere(node);
  }

  /** The painted mention that is seen under a point of the viewport, or null. */
  hit(point: Point): PageMention | null {
    if (this.#painted.size === 0) return null;
    this.#painter.assert();
    return this.#hits.at(point, this.#painted, this.#reader.shadowRoots());
  }

  /** The mention's boxes in the viewport, one per line it runs over, CSS px. */
  boxes(mention: PageMention): DOMRect[] {
    return mention.ranges.flatMap((range) => {
      const live = liveRange(range);
      return live ? [...live.getClientRects()].filter(({ width, height }) => width > 0 && height > 0) : [];
    });
  }

  /** Shows which mention the open card speaks of. */
  setActive(mention: PageMention | null): void {
    this.#active = mention;
    this.#painter.paintNow("sidelight-active", mention?.ranges ?? []);
  }

  /** Scrolls to a mention and lights it for a moment. Returns false when it is not rendered. */
  reveal(mention: PageMention): boolean {
    if (this.boxes(mention).length === 0) return false;
    scrollTo(elementAround(mention.node)!);
    // In an element higher than the viewport the mention may still be out of sight.
    const box = this.boxes(mention)[0];
    if (box && (box.top < 0 || box.bottom > innerHeight)) scrollBy({ top: box.top - innerHeight / 2 });
    this.#painter.paintNow("sidelight-flash", mention.ranges);
    clearTimeout(this.#flashTimer);
    this.#flashTimer = window.setTimeout(() => this.#painter.paintNow("sidelight-flash", []), FLASH);
    return true;
  }

  clear(): void {
    clearTimeout(this.#flashTimer);
    this.#painted.clear();
    this.#next = new Map();
    this.#painter.clear();
  }

  /** `null` for a mention that is not marked. */
  *#toMark(view: MarkView): Generator<PageMention | null> {
    const seen = new Set<string>();
    const known = new Map<Element, boolean>();
    for (const [mention, section] of this.#reader.mentions()) {
      const { entity } = mention.mention;
      const key = `${section} ${entity}`;
      const marked =
        view.shows(mention.mention) && !(view.firstOnly && seen.has(key)) && isRendered(mention.node, known);
      if (marked) seen.add(key);
      yield marked ? mention : null;
    }
  }
}
