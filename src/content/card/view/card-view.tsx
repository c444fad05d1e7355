/** One open card: its host, what is rendered in it, and where it stands. */
import { render } from "preact";
import type { Sentence } from "../../../pack/texts.ts";
import { activeElement, directionAround, focus, languageAround, standAt } from "../../page/dom/card-dom.ts";
import { createElement, styleOf } from "../../page/dom/dom.ts";
import type { PageMention, Point } from "../../page/types.ts";
import { SAY_AFTER } from "../delays.ts";
import { hear, isOfCard } from "../event-guard.ts";
import { type CardHost, showHost } from "../host.ts";
import { type Box, lineBoxes, nearest, overlap } from "../place/boxes.ts";
import { LEAST_HEIGHT } from "../place/distances.ts";
import { layOutCard } from "../place/layout.ts";
import { forwardPresses } from "./button-presses.ts";
import { Card, type CardProps } from "./Card.tsx";
import css from "./card.css";

/** What is shown in a card, and what its buttons do. */
export type ViewProps = Omit<CardProps, "mention" | "lang" | "say" | "sayOfPack" | "onSay">;

export interface ViewOptions {
  mention: PageMention;
  pieces: readonly Box[];
  /** The pointer, or null where the card was not opened by one. */
  point: Point | null;
  /** Opened by a finger: in a narrow window it is a sheet. */
  touch: boolean;
  props: ViewProps;
  onTampered(): void;
}

let sheet: CSSStyleSheet | undefined;

function sheetOfCards(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}

/**
 * What the first card of a page would have to do on top of what each has to: parsing the sheet, fetching the words,
 * compiling what renders. Done out of the document, of which nothing is changed.
 */
export function prepareView({ mention }: PageMention, props: ViewProps): void {
  sheetOfCards();
  const away = createElement("div");
  render(<Card {...props} mention={mention} onSay={props.onClose} />, away);
  render(null, away);
}

export class CardView {
  readonly mention: PageMention;
  readonly #host: CardHost;
  readonly #touch: boolean;
  readonly #direction: "ltr" | "rtl";
  readonly #surface: HTMLElement;
  readonly #scroller: HTMLElement;
  /** Whatever the reader opens or folds changes the card's size. */
  readonly #contents = new MutationObserver(() => this.#settle());
  readonly #life = new AbortController();
  #props: CardProps;
  #line: Box;
  #card: Box = { x: 0, y: 0, width: 0, height: 0 };
  /** Something of the page's that it does not cover. */
  #avoid: Box | undefined;
  #focusBefore: Element | null = null;
  #speaking: ReturnType<typeof setTimeout> | undefined;

  /**
   * `null` where the mention has no box in view, or the page keeps the host from showing. Throws where the page has broken
   * its document, or the pack does not hold the entity; nothing is left of the card then.
   */
  static open(options: ViewOptions): CardView | null {
    const line = lineInView(options.pieces, options.point, seen());
    const host = line && showHost(options.mention.node, sheetOfCards(), options.onTampered);
    if (!host) return null;
    try {
      return new CardView(options, host, line);
    } catch (error) {
      host.remove();
      throw error;
    }
  }

  // biome-ignore lint/style/useConsistentMemberAccessibility: a constructor has no `#`, and only `open` may call it
  private constructor({ mention, touch, props }: ViewOptions, host: CardHost, line: Box) {
    this.mention = mention;
    this.#host = host;
    this.#touch = touch;
    this.#direction = directionAround(mention.node);
    this.#line = line;
    this.#props = {
      ...props,
      mention: mention.mention,
      lang: languageAround(mention.node),
      onSay: (words) => this.say(words),
    };
    this.update({});
    const { root } = host;
    this.#surface = root.querySelector<HTMLElement>(".sl-card")!;
    this.#scroller = root.querySelector<HTMLElement>(".sl-scroll")!;
    this.#settle();
    this.#contents.observe(this.#surface, { childList: true, subtree: true });
    root.addEventListener("wheel", (event) => this.#keepWheel(event as WheelEvent), { passive: false });
    const { signal } = this.#life;
    hear(
      "focusin",
      (event) => {
        if (isOfCard(event) && event.relatedTarget instanceof Element)
          this.#focusBefore = event.relatedTarget;
      },
      signal,
    );
    forwardPresses(root, signal);
  }

  get host(): HTMLElement {
    return this.#host.element;
  }

  /** Where the card is; CSS px of the viewport. */
  get card(): Box {
    return this.#card;
  }

  /** The line that it stands at; CSS px of the viewport. */
  get line(): Box {
    return this.#line;
  }

  update(changed: Partial<CardProps>): void {
    this.#props = { ...this.#props, ...changed };
    render(<Card {...this.#props} />, this.#host.layer);
  }

  /** Has a screen reader say something, and after that something in the pack's language. */
  say(words: string, ofPack?: Sentence): void {
    clearTimeout(this.#speaking);
    // What was asked for may be answered when the card has gone.
    if (this.#life.signal.aborted) return;
    this.#speaking = setTimeout(() => this.update({ say: words, sayOfPack: ofPack }), SAY_AFTER);
  }

  /** Takes the focus. When the card closes it goes back to where it was. */
  enter(): void {
    this.#host.root.querySelector<HTMLElement>(".sl-name")?.focus({ preventScroll: true });
  }

  /** Looks whether the page has hidden the card by means that tell nobody. */
  check(): void {
    this.#host.check();
  }

  /** Gives way to something of the page beside the line. `false` where there is no room for both. */
  avoid(box: Box): boolean {
    if (this.#avoid && same(this.#avoid, box)) return true;
    this.#avoid = box;
    this.#settle();
    return this.#card.height >= LEAST_HEIGHT && !overlap(this.#card, box);
  }

  /**
   * Goes with the mention where that has moved, or, with `anew`, in any case. `false` where nothing of it is in view any
   * more; the card then stays put.
   */
  follow(pieces: readonly Box[], anew: boolean): boolean {
    const next = lineInView(pieces, { x: this.#line.x, y: this.#line.y }, seen());
    if (!next) return false;
    if (!anew && same(this.#line, next)) return true;
    this.#line = next;
    this.#settle();
    return true;
  }

  close(): void {
    clearTimeout(this.#speaking);
    this.#life.abort(null);
    this.#contents.disconnect();
    const hadFocus = activeElement() === this.#host.element;
    endAnimations(this.#surface);
    render(null, this.#host.layer);
    this.#host.remove();
    if (!hadFocus) return;
    // The focus goes back to where it was.
    if (this.#focusBefore) focus(this.#focusBefore);
    else standAt(this.mention.node, this.mention.ranges[0]?.startOffset ?? 0);
  }

  /** Puts the card, as large as it is now, where it belongs. */
  #settle(): void {
    const surface = this.#surface;
    this.#host.unzoom();
    surface.style.setProperty("--sl-floor", `${this.#card.height}px`);
    const { x, y } = layOutCard(surface, {
      line: this.#line,
      viewport: seen(),
      direction: this.#direction,
      avoid: this.#avoid,
      touch: this.#touch,
    });
    this.#host.moveTo(x, y);
    this.#card = { x, y, width: surface.offsetWidth, height: surface.offsetHeight };
  }

  /**
   * `overscroll-behavior` keeps the page from scrolling only where a scroller is under the pointer, and in Firefox only for
   * wheels that its compositor handles.
   */
  #keepWheel(event: WheelEvent): void {
    const box = this.#surface.hasAttribute("data-short") ? this.#surface : this.#scroller;
    const left = event.deltaY < 0 ? box.scrollTop : box.scrollHeight - box.clientHeight - box.scrollTop;
    const scrolls = event.deltaY !== 0 && left >= 1 && event.composedPath().includes(box);
    if (!scrolls && !event.ctrlKey) event.preventDefault();
  }
}

/**
 * Firefox never lets go of an element that is taken out of its document while it is animated, nor of what hangs on it:
 * 200 kB for each card that is closed as it appears. It does once the animation has ended, by style and not by `cancel()`.
 */
function endAnimations(surface: HTMLElement): void {
  surface.setAttribute("data-over", "");
  // Asking has the style take effect.
  void styleOf(surface).opacity;
}

const same = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** What of the page is in sight: the layout viewport, or the part of it that a pinch has zoomed to. */
function seen(): Box {
  const view = window.visualViewport;
  if (!view) return { x: 0, y: 0, width: window.innerWidth, height: window.innerHeight };
  return { x: view.offsetLeft, y: view.offsetTop, width: view.width, height: view.height };
}

function lineInView(pieces: readonly Box[], point: Point | null, viewport: Box): Box | undefined {
  return nearest(
    lineBoxes(pieces).filter((line) => overlap(line, viewport)),
    point,
  );
}
