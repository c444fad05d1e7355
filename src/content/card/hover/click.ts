/** Whether a click, or a tap, asks for a card. Pure. */
import type { Point } from "../../page/types.ts";

/** px. A press that moved further than this was a drag (a selection), not a click. */
const CLICK_SLOP = 5;

/** Where a pointer went down, CSS px of the viewport. */
export interface Press {
  at: Point;
  touch: boolean;
}

export type Click = Pick<
  MouseEvent,
  "button" | "detail" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "clientX" | "clientY"
>;

/** A single click of the main button, without modifiers, where it went down. A finger need not be told to click. */
export function asksForCard({ at, touch }: Press, click: Click, openBy: "hover" | "click" | "keys"): boolean {
  if (openBy === "keys" || (openBy === "hover" && !touch)) return false;
  if (click.button !== 0 || click.detail > 1) return false;
  if (click.altKey || click.ctrlKey || click.metaKey || click.shiftKey) return false;
  return Math.hypot(click.clientX - at.x, click.clientY - at.y) <= CLICK_SLOP;
}
