/** What is painted where, and what of that lies under a point. Which mentions are to be marked, mark-choice.ts decides. */
import type { EntityId } from "../../../pack/types.ts";
import { elementAround, isHere } from "../dom/dom.ts";
import { GECKO } from "../dom/text-style.ts";
import { Visibility } from "../dom/visibility.ts";
import { linesOf } from "../read/ranges.ts";
import type { PageReader } from "../read/reader.ts";
import type { PageMention, Point } from "../types.ts";
import { HitTest } from "./hit-test.ts";
import { MarkChoice, type MarkSettings } from "./mark-choice.ts";
import { type HighlightName, HighlightPainter } from "./painter.ts";
import { bringIntoSight } from "./reveal.ts";
import { Spotlight } from "./spotlight.ts";

/** So far beyond the viewport is painted as well, as a part of its height and at most, CSS px. */
const MARGIN = 0.5;
const MOST_MARGIN = 500;
/** So many mentions are looked at between two pauses. */
const STEP = 32;
/** So many places of text that was not seen are watched. */
const WATCHED = 64;
/** Chromium paints all that is highlighted as if it were selected, whatever the rules say. */
const FORCED = GECKO ? "not all" : "(forced-colors: active)";

export class Marks {
  readonly choice: MarkChoice;
  readonly #reader: PageReader;
  readonly #painter = new HighlightPainter();
  readonly #hits = new HitTest();
  readonly #spotlight: Spotlight;
  /** `null`: nothing is marked here. */
  readonly #settings: () => MarkSettings | null;
  readonly #watch: (unseen: ReadonlySet<Element>) => void;
  /** What is marked near the viewport: painted, and under the pointer. */
  #painted = new Map<AbstractRange, PageMention>();
  /** What is being painted. */
  #next = this.#painted;
  #entities: ReadonlySet<EntityId> = new Set();

  /**
   * @param watch told with each paint which elements hold names that cannot be seen: when they can, paint again
   */
  constructor(
    reader: PageReader,
    settings: () => MarkSettings | null,
    watch: (unseen: ReadonlySet<Element>) => void,
    signal: AbortSignal,
  ) {
    this.#reader = reader;
    this.#settings = settings;
    this.choice = new MarkChoice(reader, settings);
    this.#watch = watch;
    this.#spotlight = new Spotlight((mention) => new Visibility().parts(mention), signal);
  }

  /** Paints what is to be painted now: decides in steps what that is, and then paints it at once. */
  *paint(): Generator<void, void> {
    const settings = this.#settings();
    const painted = new Map<AbstractRange, PageMention>();
    this.#next = painted;
    const names = new Map<AbstractRange, HighlightName>();
    const entities = new Set<EntityId>();
    const unseen = new Set<Element>();
    const margin = Math.min(MARGIN * innerHeight, MOST_MARGIN);
    let count = 0;
    for (const { mention, seen, visibility } of settings ? this.choice.candidates(settings, margin) : []) {
      if (seen) {
        entities.add(mention.mention.entity);
        if (visibility.parts(mention, margin).length > 0) {
          const name =
            `${settings!.highlight(mention.mention)}${visibility.isUnderlined(mention) ? "-low" : ""}` as const;
          for (const range of mention.ranges) {
            painted.set(range, mention);
            names.set(range, name);
          }
        }
      } else if (seen === false && unseen.size < WATCHED) {
        // None where the page has taken the text out since it was read.
        const around = elementAround(mention.node);
        if (around) unseen.add(around);
      }
      if (++count % STEP === 0) yield;
      // The settings have changed meanwhile, and all was painted by them.
      if (this.#next !== painted) return;
    }
    // What was dropped between two steps is not in `painted` any more.
    for (const range of names.keys()) if (!painted.has(range)) names.delete(range);
    this.#painted = painted;
    this.#entities = entities;
    this.#painter.paint(matchMedia(FORCED).matches ? new Map() : names);
    this.#spotlight.place();
    this.#watch(unseen);
  }

  /** As `paint`, at once. */
  refresh(): void {
    for (const _ of this.paint());
  }

  /** Puts the paint back where the page has removed it. */
  assert(): void {
    this.#painter.assert();
  }

  /** Entities with a mark. */
  entities(): ReadonlySet<EntityId> {
    return this.#entities;
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
  isPending({ ranges, node }: PageMention): boolean {
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
    return mention.ranges.flatMap(linesOf);
  }

  /** The mention whose card is open. */
  setActive(mention: PageMention | null): void {
    this.#spotlight.keep(mention);
  }

  /** Scrolls to a mention and shows where it is for a moment. Returns false when it cannot be brought into sight. */
  reveal(mention: PageMention): boolean {
    if (!bringIntoSight(mention)) return false;
    this.#spotlight.show(mention);
    return true;
  }

  clear(): void {
    this.#spotlight.hide();
    this.#painted.clear();
    this.#next = new Map();
    this.#painter.clear();
  }
}
