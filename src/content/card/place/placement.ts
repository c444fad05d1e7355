/**
 * Where the card stands: next to the line of its mention, never over it, in view. Pure arithmetic on boxes in CSS px of
 * the viewport; it answers at once, so that a card is never painted in a place that it leaves again.
 */

import type { Box } from "./boxes.ts";
import { GAP, LEAST_HEIGHT, LEAST_WIDTH, LOW_WINDOW, MARGIN, TIGHT } from "./distances.ts";

export interface PlacementInput {
  /** The line box of the mention. */
  reference: Box;
  /** The card's own size, as large as it wants to be. */
  card: { width: number; height: number };
  /** What can be seen. */
  viewport: Box;
  /** Of the text around the mention: the card lines up with the side where reading begins. */
  direction: "ltr" | "rtl";
  /** Something of the page that the card must not cover. */
  avoid?: Box | undefined;
  /** A sheet along the edge of the window, for fingers: as wide as that, at its bottom, or its top where that keeps clear of the line. */
  sheet?: boolean;
}

export interface CardPlacement {
  x: number;
  y: number;
  side: "top" | "right" | "bottom" | "left";
  /** The most that the card may measure there. */
  maxWidth: number;
  maxHeight: number;
}

export function placeCard({
  reference,
  card,
  viewport,
  direction,
  avoid,
  sheet = false,
}: PlacementInput): CardPlacement {
  const { gap, margin } = sheet ? { ...spacing(viewport), margin: 0 } : spacing(viewport);
  // What is left of the window once the margins are off.
  const left = viewport.x + margin;
  const top = viewport.y + margin;
  const right = viewport.x + viewport.width - margin;
  const bottom = viewport.y + viewport.height - margin;
  const width = Math.max(0, right - left);
  const height = Math.max(0, bottom - top);
  const within = (room: number, limit: number) => Math.min(Math.max(0, room), limit);
  const room = {
    top: within(reference.y - gap - top, height),
    bottom: within(bottom - reference.y - reference.height - gap, height),
    left: within(reference.x - gap - left, width),
    right: within(right - reference.x - reference.width - gap, width),
  };

  if (avoid) keepClear(room, reference, avoid, gap);
  const side = sheet ? roomier(room) : chooseSide(room, card);
  if (side === "left" || side === "right") {
    const x = side === "right" ? right - room.right : left + room.left - Math.min(card.width, room.left);
    const y = clamp(reference.y, top, bottom - Math.min(card.height, height));
    return { x, y, side, maxWidth: room[side], maxHeight: height };
  }
  const tall = Math.min(card.height, room[side]);
  if (sheet) {
    return { x: left, y: side === "top" ? top : bottom - tall, side, maxWidth: width, maxHeight: room[side] };
  }
  const wide = Math.min(card.width, width);
  const begins = direction === "rtl" ? reference.x + reference.width - wide : reference.x;
  return {
    x: clamp(begins, left, right - wide),
    y: side === "top" ? top + room.top - tall : bottom - room.bottom,
    side,
    maxWidth: width,
    maxHeight: room[side],
  };
}

/** In a window as low as one at 400 % zoom there is no room to give away. */
export const spacing = ({ height }: Box): { gap: number; margin: number } =>
  height < LOW_WINDOW ? { gap: TIGHT, margin: 0 } : { gap: GAP, margin: MARGIN };

type Room = Record<CardPlacement["side"], number>;

/** Takes from the room on each side of the line what lies beyond a box that stands there. */
function keepClear(room: Room, line: Box, avoid: Box, gap: number): void {
  const lineEnd = { x: line.x + line.width, y: line.y + line.height };
  const end = { x: avoid.x + avoid.width, y: avoid.y + avoid.height };
  const less = (side: CardPlacement["side"], left: number) => {
    room[side] = Math.max(0, Math.min(room[side], left - 2 * gap));
  };
  if (end.y > lineEnd.y) less("bottom", avoid.y - lineEnd.y);
  if (avoid.y < line.y) less("top", line.y - end.y);
  if (end.x > lineEnd.x) less("right", avoid.x - lineEnd.x);
  if (avoid.x < line.x) less("left", line.x - end.x);
}

/**
 * Below the line, or else above, where the card has all its height; or else on the roomier of the two, if that is room
 * worth the name; or else beside the line, where the card can have the whole height of the window.
 */
function chooseSide(room: Room, card: { width: number; height: number }): CardPlacement["side"] {
  if (room.bottom >= card.height) return "bottom";
  if (room.top >= card.height) return "top";
  const best = roomier(room);
  if (room[best] >= LEAST_HEIGHT) return best;
  const beside = room.right >= room.left ? "right" : "left";
  return room[beside] >= Math.min(card.width, LEAST_WIDTH) ? beside : best;
}

const roomier = (room: Room): "top" | "bottom" => (room.bottom >= room.top ? "bottom" : "top");

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));
