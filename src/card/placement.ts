/**
 * Where the card stands: next to the line of its mention, never over it, in view. Pure arithmetic on boxes; a library
 * of placements would weigh more than the rest of the card's logic.
 */
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
export function place({ reference, card, viewport, direction }: PlacementInput): Placed {
  const limit = {
    width: Math.max(0, viewport.width - 2 * MARGIN),
    height: Math.max(0, viewport.height - 2 * MARGIN),
  };
  const right = reference.x + reference.width;
  const bottom = reference.y + reference.height;
  const room = {
    top: reference.y - viewport.y - GAP - MARGIN,
    right: viewport.x + viewport.width - right - GAP - MARGIN,
    bottom: viewport.y + viewport.height - bottom - GAP - MARGIN,
    left: reference.x - viewport.x - GAP - MARGIN,
  };
  const side = chooseSide(room, Math.min(card.width, limit.width), Math.min(card.height, limit.height));
  const beside = side === "left" || side === "right";
  const maxWidth = beside ? clamp(room[side], 0, limit.width) : limit.width;
  const maxHeight = beside ? limit.height : clamp(room[side], 0, limit.height);
  const width = Math.min(card.width, maxWidth);
  const height = Math.min(card.height, maxHeight);

  const inWidth = (x: number) => clamp(x, viewport.x + MARGIN, viewport.x + MARGIN + limit.width - width);
  const inHeight = (y: number) => clamp(y, viewport.y + MARGIN, viewport.y + MARGIN + limit.height - height);
  const start = inWidth(direction === "rtl" ? right - width : reference.x);
  const x = { top: start, bottom: start, left: reference.x - GAP - width, right: right + GAP }[side];
  const level = inHeight(reference.y);
  const y = { left: level, right: level, top: reference.y - GAP - height, bottom: bottom + GAP }[side];
  return { x, y, side, maxWidth, maxHeight };
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/**
 * Below the line, or above it where the card fits there only; where it fits neither, the roomier of the two. Where
 * neither has room worth the name, beside the line, on the wider side.
 */
function chooseSide(room: Record<Placed["side"], number>, width: number, height: number): Placed["side"] {
  if (Math.max(room.top, room.bottom) < Math.min(height, LEAST_HEIGHT)) {
    const wider = room.right >= room.left ? "right" : "left";
    if (room[wider] >= width) return wider;
  }
  return room.bottom >= height || room.bottom >= room.top ? "bottom" : "top";
}
