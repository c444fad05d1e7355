/** Every distance that decides where the card stands, each with its unit and its reason. */

/** px. Between the line and the card: near enough to belong to it, far enough not to touch its descenders. */
export const GAP = 6;

/** px. Between the card and the edges of the window. */
export const MARGIN = 8;

/** px. Less height than this on both sides of the line, and the card stands beside the line if it fits there. */
export const LEAST_HEIGHT = 140;

/** px. Narrower than this, a card beside its line has more line breaks than lines. */
export const LEAST_WIDTH = 220;

/** px. A window lower than this (a phone on its side is 320, 1024 at 400 % zoom 256) is short of room for any card. */
export const LOW_WINDOW = 340;

/** px. The gap in such a window; there is no margin. */
export const TIGHT = 1;

/** px. In a window narrower than this, what a finger opens is a sheet, and in a low one every card is as wide as it. */
export const SHEET_WIDTH = 600;
