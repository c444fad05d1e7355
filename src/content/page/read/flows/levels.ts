/** How an element stands in the text around it, by its style. */
import { styleOf } from "../../dom/dom.ts";

export const Level = {
  /** Letters inside follow on those outside. */
  Inline: 0,
  /** A box on the line. */
  Box: 1,
  /** A block, beside or below the text around. */
  Block: 2,
  /** Out of the line: floats, positioned boxes. */
  Out: 3,
  Unseen: 4,
} as const;
export type Level = (typeof Level)[keyof typeof Level];

export function levelOf(element: Element): Level {
  const { display, float, position } = styleOf(element);
  if (display === "none") return Level.Unseen;
  if (float !== "none" || position === "absolute" || position === "fixed") return Level.Out;
  if (/^(?:inline|contents|ruby|$)(?!-)/.test(display)) return Level.Inline;
  return /^(?:-webkit-)?inline-/.test(display) ? Level.Box : Level.Block;
}
