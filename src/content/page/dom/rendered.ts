/** What is rendered, and how. Asked of few elements, and never while a page is walked: styles may have to be computed. */
import {
  attribute,
  checkVisibility,
  elementAround,
  isFilledSlot,
  isSlotted,
  localName,
  parentNode,
  shadowRootOf,
  styleOf,
} from "./dom.ts";

/**
 * Whether text in `node` is rendered: not in `display: none`, `visibility: hidden`, a closed `<details>`, skipped
 * content or light children that no slot takes. Text in transparent or clipped boxes counts as rendered: pages fade it
 * in. `known` holds answers that are still good.
 */
export function isRendered(node: Node, known: Map<Element, boolean>): boolean {
  /** Elements of `display: contents` on the way up: what holds for the one around them holds for them. Not by recursion: pages nest deep to do harm. */
  const passed: Element[] = [];
  let answer: boolean | undefined;
  for (let at: Node = node; answer === undefined; ) {
    const element = elementAround(at);
    if (!element || !hasPlace(at, element)) answer = false;
    else {
      answer = known.get(element);
      if (answer !== undefined) break;
      passed.push(element);
      if (showsText(element)) answer = true;
      else if (styleOf(element).display === "contents") at = element;
      else answer = false;
    }
  }
  for (const element of passed) known.set(element, answer);
  return answer;
}

/** Whether what stands in an element has a place there: light children have one in a slot, and a filled slot's own have none. */
const hasPlace = (child: Node, element: Element): boolean =>
  !(shadowRootOf(element) && parentNode(child) === element && !isSlotted(child)) && !isFilledSlot(element);

/** Whether an element has a box and shows what is directly in it, to be read and not to be edited. One of `display: contents` has none: its parent does. */
function showsText(element: Element): boolean {
  return (
    checkVisibility(element, { visibilityProperty: true }) &&
    !(localName(element) === "details" && attribute(element, "open") === null) &&
    styleOf(element).contentVisibility !== "hidden" &&
    // No attribute tells of an `editContext`; Chromium makes it, too, a matter of style.
    !styleOf(element).getPropertyValue("-webkit-user-modify").startsWith("read-write")
  );
}
