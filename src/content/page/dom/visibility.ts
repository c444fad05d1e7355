/**
 * What a reader sees of the page's text. One `Visibility` is one look: what it has found out of an element holds for all the
 * text in it, so styles and boxes are asked once and together, and nothing is written meanwhile. It is asked of text with
 * names in it alone.
 */

import { linesOf } from "../read/ranges.ts";
import type { PageMention } from "../types.ts";
import { type Clip, canBeSeen, leavesNothing, partInSight } from "./clipping.ts";
import {
  bodyOf,
  boxOf,
  clientHeight,
  clientWidth,
  documentElementOf,
  elementAround,
  flatParent,
  scrollHeight,
  scrollingElement,
  scrollLeft,
  scrollTop,
  scrollWidth,
  styleOf,
} from "./dom.ts";
import type { Edges } from "./edges.ts";
import { FAINT, frameOpacity, opacityOf } from "./opacity.ts";
import { isRendered } from "./rendered.ts";
import { isDrawn, PLAIN_TEXT, type TextStyle, textStyleOf } from "./text-style.ts";

/** Lines lower than this cannot be read, CSS px. */
const TINY = 4;
/** Text is taken to flow out of its element by less than this, CSS px. */
const OVERFLOW = 1_000;
const EVERYWHERE: Edges = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
/** A name that begins so far into its flow has nothing of its first letter, UTF-16 code units: quotes stand before it. */
const FIRST = 4;

/** What an element means for the text in it. */
interface Around {
  element: Element;
  style: CSSStyleDeclaration;
  /** Of the element that it is laid out in. */
  outer: Around | null;
  /** It has a box that positioned boxes can be placed by. */
  isBox: boolean;
  /** Its own opacity times that of all around it. */
  opacity: number;
  /** The innermost box that clips what is in its flow. */
  flow: Clip;
  /** Asked of few. */
  text?: TextStyle;
}

export class Visibility {
  readonly #rendered = new Map<Element, boolean>();
  readonly #around = new Map<Element, Around>();
  readonly #lines = new Map<AbstractRange, readonly Edges[]>();
  readonly #boxes = new Map<Element, Edges>();
  readonly #root = documentElementOf(document);
  /** How much the pages around this frame let through of it, 0 to 1. */
  readonly #frame = frameOpacity();
  /** The body, where its `overflow` is the viewport's. */
  #spread: Element | null = null;
  /** The viewport, for what is fixed and for all else. */
  #window: Clip | null = null;
  #page: Clip | null = null;

  isRendered({ node }: PageMention): boolean {
    return isRendered(node, this.#rendered);
  }

  /** Whether a reader can read a mention, at once or after some scrolling. */
  canRead(mention: PageMention): boolean {
    const { ranges } = mention;
    return (
      this.isRendered(mention) &&
      ranges.every((range) => {
        const { opacity, style } = this.#aroundOf(range);
        return opacity >= FAINT && isDrawn(style);
      }) &&
      ranges.some((range) => {
        const { flow } = this.#aroundOf(range);
        return this.#linesOf(range).some((line) => isReadable(line) && canBeSeen(line, flow, false));
      })
    );
  }

  /** Whether a mark can be seen on a mention, and leaves its letters as they are. */
  canMark(mention: PageMention): boolean {
    const { ranges } = mention;
    const atStart = mention.mention.start < FIRST;
    return (
      this.canRead(mention) &&
      ranges.some((range) => {
        const { flow } = this.#aroundOf(range);
        return this.#linesOf(range).some((line) => canBeSeen(line, flow, true));
      }) &&
      ranges.every((range) => {
        const { plain, firstLine, firstLetter } = this.#textStyle(this.#aroundOf(range));
        const otherwise = atStart ? Math.max(firstLine, firstLetter) : firstLine;
        return plain && this.#linesOf(range).every(({ top }) => top >= otherwise);
      })
    );
  }

  /** The parts of a mention's lines that are in sight now, or (with `margin`, CSS px) soon may be. */
  parts(mention: PageMention, margin = 0): Edges[] {
    if (!this.isRendered(mention)) return [];
    return mention.ranges.flatMap((range) => {
      const { flow } = this.#aroundOf(range);
      return this.#linesOf(range).flatMap((line) => partInSight(line, flow, margin) ?? []);
    });
  }

  /** The first line of a mention that can be seen, and the boxes that clip it, from the inside out. */
  wayTo(mention: PageMention): { line: Edges; boxes: Clip[] } | null {
    if (!this.canRead(mention)) return null;
    for (const range of mention.ranges) {
      const { flow } = this.#aroundOf(range);
      const line = this.#linesOf(range).find((each) => canBeSeen(each, flow, false));
      if (!line) continue;
      const boxes: Clip[] = [];
      for (let each: Clip | null = flow; each; each = each.outer) boxes.push(each);
      return { line, boxes };
    }
    return null;
  }

  /**
   * Whether a mention may lie near the viewport, `margin` around it, CSS px. Cheap, for no style is asked: what is near may
   * be clipped away. Of text in an element that is far away the lines are not asked: of a long article that is nearly all.
   */
  mayBeNear({ ranges }: PageMention, margin: number): boolean {
    return ranges.some((range) => {
      const element = elementAround(range.startContainer);
      if (element && !isNear(this.#boxOf(element), margin + OVERFLOW)) return false;
      return this.#linesOf(range).some((line) => isNear(line, margin));
    });
  }

  /** Whether the page itself draws a line under a mention. */
  isUnderlined({ ranges }: PageMention): boolean {
    return ranges.some((range) => this.#textStyle(this.#aroundOf(range)).underlined);
  }

  /** Where there is no box (`display: contents`), or text flows out of one without a size, everywhere. */
  #boxOf(element: Element): Edges {
    let box = this.#boxes.get(element);
    if (!box) {
      const { left, top, right, bottom } = boxOf(element);
      box = right > left && bottom > top ? { left, top, right, bottom } : EVERYWHERE;
      this.#boxes.set(element, box);
    }
    return box;
  }

  #linesOf(range: AbstractRange): readonly Edges[] {
    let lines = this.#lines.get(range);
    if (!lines) {
      // Copied: in Firefox each look at a box of the browser's own costs a content script.
      lines = linesOf(range).map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
      this.#lines.set(range, lines);
    }
    return lines;
  }

  #aroundOf({ startContainer }: AbstractRange): Around {
    const path: Element[] = [];
    let around: Around | undefined;
    // A node that has just been taken out has no lines either.
    for (let at = flatParent(startContainer) ?? this.#root; at && !around; at = flatParent(at)) {
      around = this.#around.get(at);
      if (!around) path.push(at);
    }
    // Not by recursion: pages nest deep to do harm.
    for (const element of path.reverse()) {
      around = this.#inside(element, around ?? null);
      this.#around.set(element, around);
    }
    return around!;
  }

  #viewport(): Clip {
    if (this.#page) return this.#page;
    const root = this.#root!;
    const body = bodyOf(document);
    let style = styleOf(root);
    if (body && style.overflowX === "visible" && style.overflowY === "visible") {
      this.#spread = body;
      style = styleOf(body);
    }
    const box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    this.#window = { box, area: box, scrollsX: false, scrollsY: false, element: null, outer: null };
    this.#page = scroller(scrollingElement(document) ?? root, box, style, null, /visible|auto|scroll/);
    return this.#page;
  }

  #inside(element: Element, outer: Around | null): Around {
    const page = this.#viewport();
    const style = styleOf(element);
    const { display, position } = style;
    let flow = outer?.flow ?? page;
    let opacity = outer ? outer.opacity : this.#frame;
    // Of `contents` there is no box.
    if (display !== "contents") {
      const isFixed = position === "fixed";
      if (isFixed || position === "absolute") {
        let at = outer;
        while (at && !(at.isBox && holds(at.style, isFixed))) at = at.outer;
        flow = at?.flow ?? (isFixed ? this.#window! : page);
        // The older `clip` counts for what is positioned, and is used to hide it.
        if (style.clip !== "auto") opacity = 0;
      }
      opacity *= leavesNothing(style.clipPath) ? 0 : opacityOf(style);
    }
    const isBox = display !== "inline" && display !== "contents";
    if (isBox && style.overflowX !== "visible" && element !== this.#root && element !== this.#spread)
      flow = scroller(element, boxOf(element), style, flow);
    return { element, style, outer, isBox: isBox || position !== "static", opacity, flow };
  }

  #textStyle(around: Around): TextStyle {
    const path: Around[] = [];
    let at: Around | null = around;
    for (; at && !at.text; at = at.outer) path.push(at);
    let text = at?.text ?? PLAIN_TEXT;
    for (const each of path.reverse()) {
      text = textStyleOf(each.element, each.style, text);
      each.text = text;
    }
    return text;
  }
}

/** Whether a box is what positioned boxes inside it, or fixed ones, are placed by and clipped with. */
const holds = (style: CSSStyleDeclaration, isFixed: boolean): boolean =>
  (!isFixed && style.position !== "static") ||
  HOLDING.some((property) => !/^(?:none|)$/.test(style[property]));
const HOLDING = [
  "transform",
  "translate",
  "scale",
  "rotate",
  "filter",
  "perspective",
  "backdropFilter",
] as const;

const isNear = ({ left, top, right, bottom }: Edges, margin: number): boolean =>
  bottom > -margin && right > -margin && top < innerHeight + margin && left < innerWidth + margin;

const isReadable = ({ top, bottom }: Edges): boolean => bottom - top >= TINY;

/** The box of an element that clips. What is `hidden` only a script can scroll, and a reader not back again. */
function scroller(
  element: Element,
  box: Edges,
  style: CSSStyleDeclaration,
  outer: Clip | null,
  free = /^(?:auto|scroll)$/,
): Clip {
  const scrollsX = free.test(style.overflowX);
  const scrollsY = free.test(style.overflowY);
  let { left, top, right, bottom } = box;
  if (scrollsX) {
    const width = scrollWidth(element);
    // From right to left the beginning is at the right end.
    const before = style.direction === "rtl" ? width - clientWidth(element) : 0;
    left -= scrollLeft(element) + before;
    right = Math.max(right, left + width);
  }
  if (scrollsY) {
    const height = scrollHeight(element);
    const before = style.flexDirection === "column-reverse" ? height - clientHeight(element) : 0;
    top -= scrollTop(element) + before;
    bottom = Math.max(bottom, top + height);
  }
  const area = { left, top, right, bottom };
  return { box, scrollsX, scrollsY, area, element: scrollsX || scrollsY ? element : null, outer };
}
