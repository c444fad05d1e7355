/** How much is left of what elements paint, 0 to 1, by styles that fade it. What cuts it off is for `clipping.ts`. */
import { checkVisibility, flatParent } from "./dom.ts";
import { alphaOf } from "./edges.ts";

/** What is less opaque than this is not seen. */
export const FAINT = 0.1;
/** Letters that are blurred by so much cannot be read, CSS px. */
const BLURRED = 4;

/** Of one element, with all that is in it. */
export const opacityOf = (style: CSSStyleDeclaration): number =>
  masksAll(style.maskImage, style.maskSize) ? 0 : Number(style.opacity) * filterOpacity(style.filter);

/** Of a computed filter: `opacity(0.5) blur(2px)`. */
export function filterOpacity(filter: string): number {
  let opacity = 1;
  for (const [, name, amount] of filter.matchAll(/(?:^|\) )(opacity|blur)\(([\d.e-]+)/g)) {
    if (name === "opacity") opacity *= Number(amount);
    else if (Number(amount) >= BLURRED) opacity = 0;
  }
  return opacity;
}

/**
 * Whether a mask, as computed styles give it, lets nothing through: gradients of nothing, or of no size. What a picture lets
 * through is not known; it counts as something.
 */
export function masksAll(image: string, size: string): boolean {
  if (image === "none" || image === "") return false;
  if (/^0(?:px|%)(?:$|[ ,])|^\S+ 0(?:px|%)(?:$|,)/.test(size)) return true;
  const colours = image.match(/\b(?:rgba?|color|oklab|oklch|lab|lch)\([^()]*\)|\btransparent\b/g) ?? [];
  return colours.length > 0 && !/\burl\b/.test(image) && colours.every(isFaint);
}

/** Of a computed colour. */
export const isFaint = (colour: string): boolean => alphaOf(colour) < FAINT;

/** The element that holds a window, where its page is of this origin. */
export function frameElementOf(view: Window): Element | null {
  try {
    return view.frameElement;
  } catch {
    return null;
  }
}

/** Of this frame, by the pages around it: as far as they are of its own origin, no other can be asked. */
export function frameOpacity(): number {
  let opacity = 1;
  for (let view: Window = window; opacity > 0 && view !== view.parent; view = view.parent) {
    const frame = frameElementOf(view);
    if (!frame) break;
    if (!checkVisibility(frame, { visibilityProperty: true })) return 0;
    // By its own window: in Firefox another's knows nothing of it.
    for (let at: Element | null = frame; at; at = flatParent(at))
      opacity *= opacityOf(view.parent.getComputedStyle(at));
  }
  return opacity;
}
