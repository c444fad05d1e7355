/** One open card: its host, what is rendered in it, and where it stands. */
import { render } from "preact";
import type { PageMention, Point } from "../page/types.ts";
import { type Box, lineBoxes, meet, nearest } from "./boxes.ts";
import { Card, type CardProps } from "./Card.tsx";
import css from "./card.css";
import { MARGIN } from "./delays.ts";
import { activeElement, directionAround, focus } from "./dom.ts";
import { showHost } from "./host.ts";
import { place } from "./placement.ts";

export interface CardView {
  readonly mention: PageMention;
  readonly host: HTMLElement;
  /** Where the card is, and the line it stands at; CSS px of the viewport. */
  readonly card: Box;
  readonly line: Box;
  update(props: Pick<CardProps, "theme" | "pinned">): void;
  /** Places the card anew. `false` where nothing of the mention is in view any more; the card then stays put. */
  follow(pieces: readonly Box[]): boolean;
  close(): void;
}

export interface CardViewOptions {
  document: Document;
  mention: PageMention;
  pieces: readonly Box[];
  /** The pointer, or null where the card was not opened by one. */
  point: Point | null;
  props: Omit<CardProps, "mention">;
  onTampered(): void;
}

/** em; the same as in card.css. */
const HEIGHT_LIMIT = 34;

/** px. In a card lower than this head and foot would leave the body no room. */
const SHORT = 260;

let sheet: CSSStyleSheet | undefined;

/** `null` where the mention has no box in view, or the page keeps the host from showing. */
export function openView(options: CardViewOptions): CardView | null {
  const { document, mention } = options;
  const window = document.defaultView;
  const firstLine = window && lineInView(options.pieces, options.point, seen(window));
  if (!firstLine) return null;

  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  const host = showHost(document, mention.node, sheet, options.onTampered);
  if (!host) return null;

  let props: CardProps = { ...options.props, mention: mention.mention };
  render(<Card {...props} />, host.root);
  const surface = host.root.querySelector<HTMLElement>(".sl-card");
  const scroller = host.root.querySelector<HTMLElement>(".sl-scroll");
  if (!surface || !scroller) {
    host.remove();
    return null;
  }

  const direction = directionAround(mention.node);
  let line = firstLine;
  let card: Box = { x: 0, y: 0, width: 0, height: 0 };
  let wanted = { width: 0, height: 0 };
  let closed = false;
  const tallest = HEIGHT_LIMIT * Number.parseFloat(window.getComputedStyle(surface).fontSize);
  let turn = 0;

  const measure = () => {
    surface.style.setProperty("--sl-max-width", `${seen(window).width - 2 * MARGIN}px`);
    surface.style.setProperty("--sl-floor", `${card.height}px`);
    // As tall as it would be without the limit of its last place. (Lifting that limit to measure would scroll the body
    // back to its beginning.)
    const hidden =
      scroller.scrollHeight - scroller.clientHeight + surface.scrollHeight - surface.clientHeight;
    wanted = { width: surface.offsetWidth, height: Math.min(surface.offsetHeight + hidden, tallest) };
  };

  const settle = async () => {
    const mine = ++turn;
    const placed = await place({ reference: line, card: wanted, viewport: seen(window), direction });
    // Only the newest answer counts; placing is asynchronous, if only by a microtask.
    if (closed || mine !== turn) return;
    surface.style.setProperty("--sl-max-width", `${placed.maxWidth}px`);
    surface.style.setProperty("--sl-max-height", `${placed.maxHeight}px`);
    surface.toggleAttribute("data-short", placed.maxHeight < SHORT);
    surface.style.visibility = "visible";
    host.moveTo(placed.x, placed.y);
    const { offsetWidth: width, offsetHeight: height } = surface;
    card = { x: placed.x, y: placed.y, width, height };
  };

  surface.style.visibility = "hidden";
  measure();
  void settle();

  // Whatever the reader opens or folds changes the card's size.
  const contents = new MutationObserver(() => {
    measure();
    void settle();
  });
  contents.observe(surface, { childList: true, subtree: true });

  // The focus goes back to where it was if it is in the card when that closes.
  let focusBefore: Element | null = null;
  host.root.addEventListener("focusin", (event) => {
    const from = (event as FocusEvent).relatedTarget;
    if (from instanceof Element && !host.root.contains(from)) focusBefore = from;
  });

  return {
    mention,
    host: host.element,
    get card() {
      return card;
    },
    get line() {
      return line;
    },
    update(changed) {
      props = { ...props, ...changed };
      render(<Card {...props} />, host.root);
    },
    follow(pieces) {
      const next = lineInView(pieces, { x: line.x, y: line.y }, seen(window));
      if (!next) return false;
      line = next;
      measure();
      void settle();
      return true;
    },
    close() {
      closed = true;
      contents.disconnect();
      const hadFocus = activeElement(document) === host.element;
      render(null, host.root);
      host.remove();
      if (hadFocus && focusBefore) focus(focusBefore);
    },
  };
}

/** What of the page is in sight: the layout viewport, or the part of it that a pinch has zoomed to. */
function seen(window: Window): Box {
  const view = window.visualViewport;
  if (!view) return { x: 0, y: 0, width: window.innerWidth, height: window.innerHeight };
  return { x: view.offsetLeft, y: view.offsetTop, width: view.width, height: view.height };
}

function lineInView(pieces: readonly Box[], point: Point | null, viewport: Box): Box | undefined {
  return nearest(
    lineBoxes(pieces).filter((line) => meet(line, viewport)),
    point,
  );
}
