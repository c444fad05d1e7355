/** One open card: its host, what is rendered in it, and where it stands. */
import { render } from "preact";
import {
  activeElement,
  computedStyle,
  createElement,
  directionAround,
  focus,
  languageAround,
  standAt,
} from "../../page/dom/card-dom.ts";
import type { PageMention, Point } from "../../page/types.ts";
import { LEAST_HEIGHT, SAY_AFTER } from "../delays.ts";
import { hear, isOfCard } from "../event-guard.ts";
import { showHost } from "../host.ts";
import { type Box, lineBoxes, nearest, overlap } from "../place/boxes.ts";
import { layOutCard } from "../place/layout.ts";
import { forwardPresses } from "./button-presses.ts";
import { Card, type CardProps } from "./Card.tsx";
import css from "./card.css";

export interface CardView {
  readonly mention: PageMention;
  readonly host: HTMLElement;
  /** Where the card is, and the line it stands at; CSS px of the viewport. */
  readonly card: Box;
  readonly line: Box;
  update(props: Partial<Pick<CardProps, "theme" | "pinned" | "count">>): void;
  /** Has a screen reader say something, and after that something in the pack's language. */
  say(words: string, ofPack?: string): void;
  /** Takes the focus. When the card closes it goes back to where it was. */
  enter(): void;
  /**
   * Goes with the mention where that has moved, or, with `anew`, in any case. `false` where nothing of it is in view any
   * more; the card then stays put.
   */
  follow(pieces: readonly Box[], anew: boolean): boolean;
  /** Gives way to something of the page beside the line. `false` where there is no room for both. */
  avoid(box: Box): boolean;
  /** Looks whether the page has hidden the card by means that tell nobody. */
  check(): void;
  close(): void;
}

export interface CardViewOptions {
  document: Document;
  mention: PageMention;
  pieces: readonly Box[];
  /** The pointer, or null where the card was not opened by one. */
  point: Point | null;
  /** Opened by a finger: in a narrow window it is a sheet. */
  touch: boolean;
  props: Omit<CardProps, "mention" | "lang" | "say" | "sayOfPack" | "onSay">;
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
export function prepareView(
  document: Document,
  { mention }: PageMention,
  props: CardViewOptions["props"],
): void {
  sheetOfCards();
  const away = createElement(document, "div");
  render(<Card {...props} mention={mention} onSay={props.onClose} />, away);
  render(null, away);
}

/** `null` where the mention has no box in view, or the page keeps the host from showing. */
export function openView(options: CardViewOptions): CardView | null {
  const { document, mention } = options;
  const window = document.defaultView;
  const firstLine = window && lineInView(options.pieces, options.point, seen(window));
  if (!firstLine) return null;

  const host = showHost(document, mention.node, sheetOfCards(), options.onTampered);
  if (!host) return null;

  let speaking: ReturnType<typeof setTimeout> | undefined;
  const say = (words: string, ofPack = "") => {
    clearTimeout(speaking);
    speaking = setTimeout(update, SAY_AFTER, { say: words, sayOfPack: ofPack });
  };
  let props: CardProps = {
    ...options.props,
    mention: mention.mention,
    lang: languageAround(mention.node),
    onSay: say,
  };
  const update = (changed: Partial<CardProps>) => {
    props = { ...props, ...changed };
    render(<Card {...props} />, host.layer);
  };
  update({});
  const surface = host.root.querySelector<HTMLElement>(".sl-card");
  const scroller = host.root.querySelector<HTMLElement>(".sl-scroll");
  if (!surface || !scroller) {
    host.remove();
    return null;
  }

  const direction = directionAround(mention.node);
  let line = firstLine;
  let avoid: Box | undefined;
  let card: Box = { x: 0, y: 0, width: 0, height: 0 };

  const settle = () => {
    host.unzoom();
    surface.style.setProperty("--sl-floor", `${card.height}px`);
    const { x, y } = layOutCard(surface, {
      line,
      viewport: seen(window),
      direction,
      avoid,
      touch: options.touch,
    });
    host.moveTo(x, y);
    card = { x, y, width: surface.offsetWidth, height: surface.offsetHeight };
  };
  settle();

  // Whatever the reader opens or folds changes the card's size.
  const contents = new MutationObserver(settle);
  contents.observe(surface, { childList: true, subtree: true });

  // `overscroll-behavior` keeps the page from scrolling only where a scroller is under the pointer, and in Firefox only
  // for wheels that its compositor handles.
  const keepWheel = (event: WheelEvent) => {
    const box = surface.hasAttribute("data-short") ? surface : scroller;
    const left = event.deltaY < 0 ? box.scrollTop : box.scrollHeight - box.clientHeight - box.scrollTop;
    const scrolls = event.deltaY !== 0 && left >= 1 && event.composedPath().includes(box);
    if (!scrolls && !event.ctrlKey) event.preventDefault();
  };
  host.root.addEventListener("wheel", (event) => keepWheel(event as WheelEvent), { passive: false });

  // The focus goes back to where it was if it is in the card when that closes.
  let focusBefore: Element | null = null;
  const life = new AbortController();
  hear(
    "focusin",
    (event) => {
      if (isOfCard(event) && event.relatedTarget instanceof Element) focusBefore = event.relatedTarget;
    },
    life.signal,
  );
  forwardPresses(host.root, life.signal);

  return {
    mention,
    host: host.element,
    get card() {
      return card;
    },
    get line() {
      return line;
    },
    update,
    say,
    enter() {
      host.root.querySelector<HTMLElement>(".sl-name")?.focus({ preventScroll: true });
    },
    check: host.check,
    avoid(box) {
      if (avoid && same(avoid, box)) return true;
      avoid = box;
      settle();
      return card.height >= LEAST_HEIGHT && !overlap(card, box);
    },
    follow(pieces, anew) {
      const next = lineInView(pieces, { x: line.x, y: line.y }, seen(window));
      if (!next) return false;
      if (!anew && same(line, next)) return true;
      line = next;
      settle();
      return true;
    },
    close() {
      clearTimeout(speaking);
      life.abort();
      contents.disconnect();
      const hadFocus = activeElement(document) === host.element;
      endAnimations(surface);
      render(null, host.layer);
      host.remove();
      if (!hadFocus) return;
      if (focusBefore) focus(focusBefore);
      else standAt(document, mention.node, mention.ranges[0]?.startOffset ?? 0);
    },
  };
}

/**
 * Firefox never lets go of an element that is taken out of its document while it is animated, nor of what hangs on it:
 * 200 kB for each card that is closed as it appears. It does once the animation has ended, by style and not by `cancel()`.
 */
function endAnimations(surface: HTMLElement): void {
  surface.setAttribute("data-over", "");
  // Asking has the style take effect.
  void computedStyle(surface).opacity;
}

const same = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** What of the page is in sight: the layout viewport, or the part of it that a pinch has zoomed to. */
function seen(window: Window): Box {
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
