/** The marks of a page, read as any script of the page could: from the registry of highlights. */
import type { Page } from "puppeteer-core";
import { inPage, until } from "./shared.ts";

export interface Mark {
  /** Mark style: `dotted` of `sidelight-dotted`. */
  style: string;
  text: string;
}

/** What is painted in the top frame, in document order, pieces of one mention apart. */
export function marksOf(page: Page): Promise<Mark[]> {
  return inPage(page, () => {
    const found: Array<{ style: string; range: Range }> = [];
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith("sidelight-")) continue;
      for (const {
        startContainer,
        startOffset,
        endContainer,
        endOffset,
      } of highlight as unknown as Set<AbstractRange>) {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        found.push({ style: name.slice("sidelight-".length), range });
      }
    }
    found.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    return found.map(({ style, range }) => ({ style, text: range.toString() }));
  });
}

/** Waits until something is painted. */
export function marked(page: Page): Promise<Mark[]> {
  return until("marks on the page", async () => {
    const marks = await marksOf(page);
    return marks.length > 0 ? marks : null;
  });
}

export interface Spot {
  x: number;
  y: number;
  text: string;
}

/**
 * The middle of the first mark that a pointer can reach (in the viewport, nothing over it), after scrolling to it.
 * With `text`, of the first one that reads so.
 */
export function reachableMark(page: Page, text?: string): Promise<Spot | null> {
  return inPage(
    page,
    (wanted: string | null) => {
      const ranges: Range[] = [];
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith("sidelight-")) continue;
        for (const {
          startContainer,
          startOffset,
          endContainer,
          endOffset,
        } of highlight as unknown as Set<AbstractRange>) {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          if (wanted === null || range.toString() === wanted) ranges.push(range);
        }
      }
      ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      for (const range of ranges) {
        const element = range.startContainer.parentElement;
        if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        const reach = () => {
          const rect = range.getClientRects()[0];
          if (!rect || rect.width === 0) return null;
          const x = rect.left + rect.width / 2;
          const y = rect.top + rect.height / 2;
          return document.elementFromPoint(x, y) === element ? { x, y, text: range.toString() } : null;
        };
        const spot = reach();
        if (spot) return spot;
        element.scrollIntoView({ block: "center", behavior: "instant" });
        const scrolled = reach();
        if (scrolled) return scrolled;
      }
      return null;
    },
    text ?? null,
  );
}

/** Moves the real pointer there, the last stretch at a reader's pace: a pointer in flight opens nothing. */
export async function hover(page: Page, { x, y }: Spot): Promise<void> {
  for (const distance of [8, 3, 2, 1, 0]) await page.mouse.move(x - distance, y);
}

export async function leave(page: Page): Promise<void> {
  await page.mouse.move(4, 4);
}
