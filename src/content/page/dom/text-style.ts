/**
 * How the letters of a text are drawn, and whether a highlight leaves them as they are. Browsers paint what is highlighted
 * anew, and by `color`: what a page draws in another way is lost or changes. `test/e2e/letters.spec.ts` has the ways.
 */
import { boxOf, styleOf } from "./dom.ts";
import { isFaint } from "./opacity.ts";

/** Which of the faults below this browser has. */
export const GECKO = CSS.supports("-moz-appearance", "none");

export interface TextStyle {
  /** A highlight leaves them as they are, and its line shows. */
  plain: boolean;
  /** The page draws a line under them. */
  underlined: boolean;
  /** The colours of the lines that the page draws along what is inside. */
  lines: readonly string[];
  /** Above this they are drawn otherwise, by `::first-line` or `::first-letter`; CSS px of the viewport. */
  firstLine: number;
  firstLetter: number;
}

export const PLAIN_TEXT: TextStyle = {
  plain: true,
  underlined: false,
  lines: [],
  firstLine: Number.NEGATIVE_INFINITY,
  firstLetter: Number.NEGATIVE_INFINITY,
};

/** Whether something of the letters directly in an element with this style can be seen, if nothing hides it. */
export const isDrawn = (style: CSSStyleDeclaration): boolean =>
  !isFaint(style.webkitTextFillColor) ||
  style.webkitTextStrokeWidth !== "0px" ||
  style.textShadow !== "none" ||
  style.backgroundClip === "text";

/** The letters directly in an element; `outer`: those of the element around it. */
export function textStyleOf(element: Element, style: CSSStyleDeclaration, outer: TextStyle): TextStyle {
  const { color, display, textDecorationLine: line } = style;
  // Lines go on into what is inside, but not into boxes that are out of the flow or stand in it like a letter.
  const apart = /^inline-/.test(display) || style.cssFloat !== "none" || /^(?:abs|fix)/.test(style.position);
  let { lines, underlined } = apart ? PLAIN_TEXT : outer;
  if (line !== "none") {
    lines = [...lines, style.textDecorationColor];
    underlined ||= line.includes("underline");
  }
  const plain =
    !isFaint(color) &&
    // Both paint it by `color`, which may be the colour of the background; Firefox leaves out the stroke.
    style.webkitTextFillColor === color &&
    style.webkitTextStrokeWidth === "0px" &&
    // Chromium gives the page's own lines and emphasis marks the colour of the letters.
    (GECKO ||
      (lines.every((colour) => colour === color) &&
        (style.textEmphasisStyle === "none" || style.textEmphasisColor === color)));
  let { firstLine, firstLetter } = outer;
  // Firefox paints them in the colour of their block where they are highlighted.
  if (GECKO && !/^(?:inline|contents)$/.test(display)) {
    const isOther = (pseudo: string) => styleOf(element, pseudo).webkitTextFillColor !== color;
    const end = () => boxOf(element).top + parseFloat(style.paddingTop) + parseFloat(style.fontSize);
    if (isOther("::first-line")) firstLine = end();
    if (isOther("::first-letter")) firstLetter = end();
  }
  return { plain, underlined, lines, firstLine, firstLetter };
}
