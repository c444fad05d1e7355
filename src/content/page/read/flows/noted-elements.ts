/**
 * What an element was when the page was read: typed into, or a block, or a box on the line. When its attributes change, or a
 * style sheet comes late, what it is now is compared with that, and its text is read anew only where they differ.
 *
 * Example: `<span class="b">` was read as inline, between "Al" and "-Qaeda". The page sets `class="card"`, which makes it a
 * block: the element was noted, so the mutation has its block read again, and "Al-Qaeda" is found no more.
 *
 * Noted by element, for as long as the page keeps that (decision 13).
 */
import { isEditable } from "../../dom/elements.ts";
import { type Level, levelOf } from "./levels.ts";

const editable = new WeakSet<Element>();
const levels = new WeakMap<Element, Level>();
/** Most pages never have one: then no change of a style or a class has to be looked at. */
let anyLevel = false;
let anyEditable = false;

/** An element that is not read was met: perhaps because it is typed into. */
export function noteSkipped(element: Element): void {
  if (!isEditable(element)) return;
  editable.add(element);
  anyEditable = true;
}

/** Whether something was met that is typed into. */
export const hasEditable = (): boolean => anyEditable;

/** An attribute has changed. Answers whether that has made the element one that is typed into, or readable again. */
export function noteEditableChange(element: Element): boolean {
  const was = editable.delete(element);
  const is = isEditable(element);
  if (is) editable.add(element);
  anyEditable ||= is;
  return was !== is;
}

/** Something is decided by how an element stands in its text. */
export function noteLevel(element: Element): Level {
  const level = levelOf(element);
  levels.set(element, level);
  anyLevel = true;
  return level;
}

export const isAnyLevelNoted = (): boolean => anyLevel;

export const isLevelNoted = (element: Element): boolean => levels.has(element);

/** Whether an element stands otherwise now than when something was decided by it. */
export function hasLevelChanged(element: Element): boolean {
  const was = levels.get(element);
  return was !== undefined && was !== levelOf(element);
}
