/**
 * Where the card stands: next to the line of its mention, never over it, in view. The arithmetic is Floating UI's; this
 * file gives it a platform of plain boxes, so that nothing here reads or writes a document.
 */
import { computePosition, flip, offset, type Placement, type Platform, shift, size } from "@floating-ui/core";
import type { Box } from "./boxes.ts";
import { GAP, LEAST_HEIGHT, MARGIN } from "./delays.ts";

export interface PlacementInput {
  /** The line box of the mention. */
  reference: Box;
  /** The card's own size, as large as it wants to be. */
  card: { width: number; height: number };
  /** What can be seen. */
  viewport: Box;
  /** Of the text around the mention: the card lines up with the side where reading begins. */
  direction: "ltr" | "rtl";
}

export interface Placed {
  x: number;
  y: number;
  side: "top" | "right" | "bottom" | "left";
  /** The most that the card may measure there. */
  maxWidth: number;
  maxHeight: number;
}

/** All in CSS px of the viewport. */
export async function place({ reference, card, viewport, direction }: PlacementInput): Promise<Placed> {
  const limit = { width: viewport.width - 2 * MARGIN, height: viewport.height - 2 * MARGIN };
  const floating = { width: Math.min(card.width, limit.width), height: Math.min(card.height, limit.height) };
  const room = { width: limit.width, height: limit.height };

  const platform: Platform = {
    getElementRects: () => ({ reference, floating: { x: 0, y: 0, ...floating } }),
    getDimensions: () => floating,
    getClippingRect: () => viewport,
    isRTL: () => direction === "rtl",
  };

  const result = await computePosition(reference, floating, {
    platform,
    strategy: "fixed",
    placement: preferredSide(reference, floating, viewport),
    middleware: [
      offset(GAP),
      flip({ padding: MARGIN, crossAxis: false }),
      shift({ padding: MARGIN }),
      size({
        padding: MARGIN,
        apply({ availableWidth, availableHeight }) {
          room.width = Math.max(0, Math.min(availableWidth, limit.width));
          room.height = Math.max(0, Math.min(availableHeight, limit.height));
          floating.width = Math.min(floating.width, room.width);
          floating.height = Math.min(floating.height, room.height);
        },
      }),
    ],
  });

  return {
    x: result.x,
    y: result.y,
    side: result.placement.split("-")[0] as Placed["side"],
    maxWidth: room.width,
    maxHeight: room.height,
  };
}

/** Below the line; where neither below nor above has room worth the name, beside it, on the wider side. */
function preferredSide(reference: Box, card: { width: number; height: number }, viewport: Box): Placement {
  const above = reference.y - viewport.y;
  const below = viewport.y + viewport.height - reference.y - reference.height;
  const wanted = Math.min(card.height, LEAST_HEIGHT) + GAP + MARGIN;
  if (Math.max(above, below) >= wanted) return "bottom-start";
  const left = reference.x - viewport.x;
  const right = viewport.x + viewport.width - reference.x - reference.width;
  if (Math.max(left, right) < card.width + GAP + MARGIN) return "bottom-start";
  return right >= left ? "right-start" : "left-start";
}
