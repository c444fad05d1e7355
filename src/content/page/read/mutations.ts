/** Mutation records → what they mean for the reader. Runs in the page's own time, so it looks at little. */

import { CDATA, ELEMENT, nodeType, parentNode, TEXT } from "../dom/dom.ts";
import { isOwn } from "../dom/elements.ts";
import type { Block } from "../types.ts";
import { isAnyLevelNoted, isLevelNoted, noteEditableChange } from "./flows/noted-elements.ts";
import { blockAround } from "./flows/readable.ts";

/** What is observed, of the document and of each open shadow root, as long as there is nothing that style could change. */
export const TEXT_OBSERVED: MutationObserverInit = { subtree: true, childList: true, characterData: true };
/** And where there is. Pages change classes and styles by the thousand, and each change is a record. */
export const STYLE_OBSERVED: MutationObserverInit = {
  ...TEXT_OBSERVED,
  attributes: true,
  attributeFilter: ["contenteditable", "role", "class", "style", "hidden", "open", "slot"],
};

/** Attributes that decide whether text is typed into an element, by themselves or as an editor's mark. */
const SIDES = new Set(["contenteditable", "role", "class"]);

/** Elements between a node and its block are looked at up to this many: pages nest deep to do harm. */
const NEAR = 50;

export interface ChangeHandler {
  /** To be read again; `deep`: with all that is in it. */
  onChanged(node: Node, deep: boolean): void;
  /** The text of a node that lies directly in `block`, or in inline elements of it, has changed. */
  onEdited(node: Text, block: Block): void;
  /** Nodes have come, gone or moved; `removed`: some have gone. */
  onStructure(removed: boolean): void;
  /** Something may be rendered now that was not, or not any more. */
  onRestyled(): void;
  /** The root element was taken out, with all that there was. */
  onReplaced(): void;
}

export function interpretMutations(records: readonly MutationRecord[], sink: ChangeHandler): void {
  /** Consecutive records are mostly of one target. */
  let last: Node | null = null;
  const noteAround = (target: Node): Block | null => {
    if (target === last) return null;
    last = target;
    const block = blockAround(target, NEAR);
    sink.onChanged(block ?? target, false);
    return block;
  };
  for (const record of records) {
    // Each property that is read costs: a page may change thousands of styles a frame.
    const name = record.attributeName;
    if (name !== null) {
      sink.onRestyled();
      if (SIDES.has(name) || isAnyLevelNoted()) {
        last = null;
        attributeChanged(record.target as Element, name, sink);
      }
      continue;
    }
    const { target } = record;
    if (record.type === "characterData") {
      const kind = nodeType(target);
      const block = kind === TEXT || kind === CDATA ? noteAround(target) : null;
      if (block) sink.onEdited(target as Text, block);
    } else {
      const { addedNodes, removedNodes } = record;
      // The card comes and goes; where it has to be inside a paragraph (one that is fullscreen), reading that anew would
      // take the card's own mention away from under it.
      const only = addedNodes.length + removedNodes.length === 1 && (addedNodes[0] ?? removedNodes[0]!);
      if (only && isElement(only) && isOwn(only)) continue;
      noteAround(target);
      sink.onStructure(removedNodes.length > 0);
      for (const node of addedNodes) if (isElement(node)) sink.onChanged(node, true);
      if (target === document) for (const node of removedNodes) if (isElement(node)) sink.onReplaced();
    }
  }
}

const isElement = (node: Node): node is Element => nodeType(node) === ELEMENT;

function around(element: Element): Block | null {
  const parent = parentNode(element);
  return parent && blockAround(parent, NEAR);
}

function attributeChanged(target: Element, name: string, sink: ChangeHandler): void {
  if (SIDES.has(name) && noteEditableChange(target)) {
    // The element itself, and the block whose flows run through it or around it.
    sink.onChanged(target, true);
    const block = around(target);
    if (block) sink.onChanged(block, false);
  }
  const block = isLevelNoted(target) ? around(target) : null;
  if (block) sink.onChanged(block, false);
  // It may begin a section now.
  if (name === "role") sink.onChanged(target, false);
}
