/** The marks of a page, read as any script of the page could: from the registry of highlights. */
import type { Frame, Page } from "puppeteer-core";
import { MARK_STYLES } from "../../../src/settings/types.ts";
import { inPage, until } from "./shared.ts";

export interface Mark {
  /** Mark style: `dotted` of `sidelight-dotted`. */
  style: string;
  text: string;
}

/** A mark, and the middle of it in CSS px of the viewport. */
export interface Spot extends Mark {
  x: number;
  y: number;
}

/** What is painted in a frame (of a page: in its top frame), in document order, pieces of one mention apart. */
export async function marksOf(frame: Page | Frame): Promise<Mark[]> {
  const spots = await spotsOf(frame);
  return spots.map(({ style, text }) => ({ style, text }));
}

/** The same with the middle of each, in view or not, seen or not. */
export function spotsOf(frame: Page | Frame): Promise<Spot[]> {
  return survey(frame, { text: null, reach: false });
}

export async function textsOf(frame: Page | Frame): Promise<string[]> {
  return (await marksOf(frame)).map(({ text }) => text);
}

/** Waits until something is painted. */
export function marked(frame: Page | Frame): Promise<Mark[]> {
  return until("marks on the page", async () => {
    const marks = await marksOf(frame);
    return marks.length > 0 ? marks : null;
  });
}

/** Puts a name into a page and waits for its mark: whoever is at work reads text that comes, and marks what is in sight. */
export async function readsOn(frame: Page | Frame): Promise<void> {
  await inPage(frame, () => {
    for (const earlier of document.querySelectorAll("#late")) earlier.removeAttribute("id");
    const late = document.createElement("p");
    late.id = "late";
    late.textContent = "Late in the evening a word about al-Qaeda came in.";
    document.body.append(document.createElement("h2"), late);
    late.scrollIntoView({ block: "nearest", behavior: "instant" });
  });
  await until("a mark in the late paragraph", () =>
    inPage(frame, () => {
      const late = document.getElementById("late")!;
      return [...CSS.highlights.values()].some((highlight) =>
        [...highlight].some(({ startContainer }) => late.contains(startContainer)),
      );
    }),
  );
  await inPage(frame, () => scrollTo({ top: 0, behavior: "instant" }));
}

/**
 * The first mark that a pointer can reach (in the viewport, nothing over it), after scrolling to it where it must be.
 * With `text`, the first one that reads so.
 */
export async function reachableMark(page: Page, text?: string): Promise<Spot | null> {
  const spot = (await survey(page, { text: text ?? null, reach: true }))[0];
  if (spot) return spot;
  // Only what is near the viewport is painted: there must be looked for the words, and the marks will follow.
  if (text !== undefined) await inPage(page, scrollToText, text);
  return null;
}

/** Moves the real pointer there, the last stretch at a reader's pace: a pointer in flight opens nothing. */
export async function hover(page: Page, { x, y }: Spot): Promise<void> {
  for (const distance of [8, 3, 2, 1, 0]) await page.mouse.move(x - distance, y);
}

/** How long the page may take to draw, ms; a hostile one may never say that it has. */
const DRAWING = 500;

/**
 * Moves the pointer to an empty corner, lets it come to rest there, and lets the page draw: Firefox makes one of the moves
 * between two frames, so on a busy machine a page may not hear that the pointer was away.
 */
export async function leave(page: Page): Promise<void> {
  for (const distance of [8, 3, 2, 1, 0]) await page.mouse.move(4 + distance, 4);
  const drawn = inPage(
    page,
    () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done))),
  );
  await Promise.race([drawn.catch(() => undefined), new Promise((done) => setTimeout(done, DRAWING))]);
}

/** Scrolls to the first element with this text, where it is not in sight. */
function scrollToText(text: string): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement!;
    if (!walker.currentNode.textContent!.includes(text) || !element.checkVisibility()) continue;
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) element.scrollIntoView({ block: "center", behavior: "instant" });
    return;
  }
}

interface Wanted {
  text: string | null;
  /** Only the first that a pointer can reach, scrolling where it must. */
  reach: boolean;
}

function survey(frame: Page | Frame, wanted: Wanted): Promise<Spot[]> {
  return inPage(
    frame,
    (styles: readonly string[], { text, reach }: Wanted) => {
      const painted = styles.flatMap((style) => {
        // Each style has two names, the other for text that the page underlines itself.
        const highlights = ["", "-low"].map((end) => CSS.highlights.get(`sidelight-${style}${end}`));
        const ranges = highlights.flatMap((each) => [...((each ?? []) as unknown as Set<AbstractRange>)]);
        return ranges.map(({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          return { style, range };
        });
      });
      const connected = painted.filter(({ range }) => range.startContainer.isConnected);
      /** Where it is in the document itself: its outermost shadow host, if it lies in one. */
      const placeOf = (node: Node): Node => {
        const root = node.getRootNode();
        return root instanceof ShadowRoot ? placeOf(root.host) : node;
      };
      connected.sort((a, b) => {
        const [nodeA, nodeB] = [placeOf(a.range.startContainer), placeOf(b.range.startContainer)];
        if (nodeA === nodeB) return a.range.startOffset - b.range.startOffset;
        return nodeA.compareDocumentPosition(nodeB) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
      });
      // Ranges that were left behind in removed nodes paint nothing, but are still held: not to be overlooked.
      const leftBehind = painted.filter(({ range }) => !range.startContainer.isConnected);
      const spots: Spot[] = [];
      for (const { style, range } of [...connected, ...leftBehind]) {
        const words = range.toString();
        if (text !== null && words !== text) continue;
        const element = range.startContainer.parentElement;
        const middle = () => {
          const { left = 0, top = 0, width = 0, height = 0 } = range.getClientRects()[0] ?? {};
          return { style, text: words, x: left + width / 2, y: top + height / 2, width };
        };
        const spot = middle();
        if (!reach) {
          spots.push(spot);
          continue;
        }
        if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        const reachable = ({ x, y, width }: { x: number; y: number; width: number }) =>
          width > 0 && (element.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y) === element;
        if (reachable(spot)) return [spot];
        element.scrollIntoView({ block: "center", behavior: "instant" });
        const scrolled = middle();
        if (reachable(scrolled)) return [scrolled];
      }
      return spots;
    },
    MARK_STYLES,
    wanted,
  );
}
