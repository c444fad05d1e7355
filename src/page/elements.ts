/**
 * What an element is to the reader of text, by its tag: read through, a boundary, or not read at all. Tags decide
 * without asking for styles, which would make the browser lay the page out.
 */
import { attribute, hasAttributes, localName, namespaceOf } from "./dom.ts";

export const Role = {
  /** Text flows through it: `<b>Al</b>-Qaeda`. */
  Inline: 0,
  /** Text inside is a flow of its own. */
  Block: 1,
  /** Nothing to read inside, and text does not flow across it. */
  Skipped: 2,
  /** Nothing to read inside, and text flows on as if it were not there. */
  Transparent: 3,
} as const;
export type Role = (typeof Role)[keyof typeof Role];

/** Set on the card's host (src/card/host.ts); whatever carries it is ours and is never read. */
export const OWN_HOST = "data-sidelight-card";

export const isOwnHost = (element: Element): boolean => attribute(element, OWN_HOST) !== null;

const roles = new Map<string, Role>();
const assign = (role: Role, tags: string) => {
  for (const tag of tags.split(" ")) roles.set(tag, role);
};

assign(
  Role.Inline,
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rb ruby s samp small span strike strong time tt u var",
);
// A footnote's mark is no part of the word it stands at: "Taliban<sup>1</sup>". Custom elements and unknown tags are
// blocks as well: most are, and a wrong boundary only misses a name, where a wrong join invents one.
assign(
  Role.Skipped,
  "applet area audio base br canvas datalist embed frame frameset head hr iframe img input map math meter object optgroup option picture progress select svg textarea video",
);
// Nothing is rendered of these, or (ruby) something beside the text: a name goes on behind them.
assign(
  Role.Transparent,
  "link meta noembed noframes noscript param rp rt script source style template title track wbr",
);

const VOCABULARIES = new Set([
  "http://www.w3.org/1999/xhtml",
  "http://www.w3.org/2000/svg",
  "http://www.w3.org/1998/Math/MathML",
]);

/** Code editors that are not (always) made of editable elements: Monaco, CodeMirror 5 and 6, Ace. */
const EDITORS = /(?:^|\s)(?:monaco-editor|CodeMirror|cm-editor|ace_editor)(?:\s|$)/;
const EDITABLE_ROLES = new Set(["textbox", "searchbox", "combobox"]);

export function roleOf(element: Element): Role {
  const role = roles.get(localName(element)) ?? Role.Block;
  // Of a vocabulary of their own, elements are what their name says only by chance.
  if (role === Role.Skipped || role === Role.Transparent)
    return VOCABULARIES.has(namespaceOf(element) ?? "") ? role : Role.Block;
  // Most elements have none, and each question costs.
  if (!hasAttributes(element)) return role;
  if (isOwnHost(element)) return Role.Skipped;
  if (!isEditable(element)) return role;
  barred.add(element);
  return Role.Skipped;
}

/** Elements that were found to be typed into: when an attribute changes, what they were is known. */
const barred = new WeakSet<Element>();

/** Whether an attribute has made an element one that is typed into, or made it readable again. */
export function changedSides(element: Element): boolean {
  const was = barred.delete(element);
  const is = isEditable(element);
  if (is) barred.add(element);
  return was !== is;
}

/** Whether the reader can type here. Asked of the element alone: the walk has been through its ancestors. */
function isEditable(element: Element): boolean {
  const editable = attribute(element, "contenteditable");
  if (editable !== null && editable.toLowerCase() !== "false") return true;
  const role = attribute(element, "role");
  if (role !== null && EDITABLE_ROLES.has(role)) return true;
  const classes = attribute(element, "class");
  return classes !== null && EDITORS.test(classes);
}

/** Of an element's local name. */
export const isHeading = (name: string): boolean =>
  name.length === 2 && name.charAt(0) === "h" && name >= "h1" && name <= "h6";
