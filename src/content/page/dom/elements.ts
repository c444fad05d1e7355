/**
 * What an element is to the reader of text, by its tag: read through, a boundary, or not read at all. Tags decide
 * without asking for styles, which would make the browser lay the page out.
 */
import {
  attribute,
  ELEMENT,
  firstChild,
  hasAttributes,
  localName,
  namespaceOf,
  nextSibling,
  nodeType,
  parentNode,
} from "./dom.ts";

export const Role = {
  /** Text flows through it: `<b>Al</b>-Qaeda`. */
  Inline: 0,
  /** Text inside is a flow of its own. */
  Block: 1,
  /** Nothing to read inside, and text does not flow across it. */
  Skipped: 2,
  /** Nothing to read inside, and text flows on as if it were not there. */
  Transparent: 3,
  /** Text flows through it, if its style does not make a block of it: custom elements, buttons, unknown tags. */
  Loose: 4,
  /** Text inside is of its own, and the text around flows on: the mark of a footnote. */
  Aside: 5,
  /** Nothing to read inside, and text flows on behind it, if its style does not make a block of it: pictures. */
  Gap: 6,
} as const;
export type Role = (typeof Role)[keyof typeof Role];

/** Whether what stands in such an element belongs to the block around it. */
export const isThrough = (role: Role): boolean => role === Role.Inline || role === Role.Loose;

/** Set on the card's host (src/content/card/host.ts); whatever carries it is ours and is never read. */
export const OWN_HOST = "data-sidelight-card";

export const isOwnHost = (element: Element): boolean => attribute(element, OWN_HOST) !== null;
/** The attribute of the frame around a name; there is nothing in it to be read. */
export const OWN_SPOT = "data-sidelight-spot";
export const isOwn = (element: Element): boolean =>
  isOwnHost(element) || attribute(element, OWN_SPOT) !== null;

/** The roles of elements by their local names. */
type Roles = Map<string, Role>;
const html: Roles = new Map();
const assign = (roles: Roles, role: Role, tags: string) => {
  for (const tag of tags.split(" ")) roles.set(tag, role);
};

assign(
  html,
  Role.Inline,
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rb ruby s samp small span strike strong time tt u var",
);
assign(
  html,
  Role.Block,
  "address article aside blockquote body caption center colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li listing main menu nav ol p plaintext pre search section slot summary table tbody td tfoot th thead tr ul xmp",
);
// "Taliban<sup>1</sup>": the mark is no part of the word, and does not end the sentence.
assign(html, Role.Aside, "sub sup math svg");
assign(html, Role.Gap, "audio br canvas embed iframe img input meter picture progress select textarea video");
assign(html, Role.Skipped, "applet frame head hr optgroup option");
// Nothing is rendered of these, or (ruby) something beside the text: a name goes on behind them.
assign(
  html,
  Role.Transparent,
  "area base col datalist link meta noembed noframes param rp rt script source style template title track wbr",
);

const HTML = "http://www.w3.org/1999/xhtml";
/** Elements of other vocabularies that a reader sees text of, or none; the others are read through. */
const svg: Roles = new Map();
const math: Roles = new Map();
const FOREIGN: Record<string, Roles> = {
  "http://www.w3.org/2000/svg": svg,
  "http://www.w3.org/1998/Math/MathML": math,
};
assign(svg, Role.Block, "foreignObject");
// Text of a graphic is drawn by its `fill`: a highlight draws no line under it in Chromium, and in Firefox the letters
// change to another colour.
assign(svg, Role.Transparent, "clipPath defs desc marker mask metadata pattern symbol text");
assign(math, Role.Block, "mtext");
// Variables and operators: "I" and "S" side by side are a product.
assign(math, Role.Transparent, "annotation annotation-xml mi mn mo ms");

/** Code editors that are not (always) made of editable elements: Monaco, CodeMirror 5 and 6, Ace. */
const EDITORS = /(?:^|\s)(?:monaco-editor|CodeMirror|cm-editor|ace_editor)(?:\s|$)/;
/** Any other value of `contenteditable` says nothing. */
const EDITABLE = new Set(["", "true", "plaintext-only"]);
const EDITABLE_ROLES = new Set(["textbox", "searchbox", "combobox"]);

export function roleOf(element: Element): Role {
  const name = localName(element);
  const role = html.get(name) ?? roleOfOther(element, name);
  // Of a vocabulary of their own, elements are what their name says only by chance.
  if (role !== Role.Inline && role !== Role.Block && role !== Role.Loose)
    return isKnown(namespaceOf(element)) ? role : Role.Loose;
  // Most elements have none, and each question costs.
  if (!hasAttributes(element)) return role;
  return isOwnHost(element) || isEditable(element) ? Role.Skipped : role;
}

const isKnown = (namespace: string | null): boolean =>
  namespace === HTML || FOREIGN[namespace ?? ""] !== undefined;

/** The role of an element whose name is none of HTML's that are listed. */
function roleOfOther(element: Element, name: string): Role {
  const namespace = namespaceOf(element);
  const foreign = namespace === HTML ? undefined : FOREIGN[namespace ?? ""];
  if (foreign) return foreign.get(name) ?? Role.Inline;
  // What it holds is markup in a text node where scripts run, and rendered where they do not.
  return name === "noscript" && !isMarkupRead(element) ? Role.Transparent : Role.Loose;
}

const scripting = matchMedia("(scripting: none)");

function isMarkupRead(element: Element): boolean {
  if (scripting.matches) return true;
  let node = firstChild(element);
  while (node && nodeType(node) !== ELEMENT) node = nextSibling(node);
  return node !== null;
}

/** Whether the reader can type here. Asked of the element alone: whoever reads a page has been through its ancestors. */
export function isEditable(element: Element): boolean {
  const editable = attribute(element, "contenteditable");
  if (editable !== null && EDITABLE.has(editable.toLowerCase())) return true;
  const role = attribute(element, "role");
  if (role !== null && EDITABLE_ROLES.has(role)) return true;
  const classes = attribute(element, "class");
  return classes !== null && EDITORS.test(classes);
}

const HEADING = /^(?:h[1-6]|article)$/;
const HEADING_ROLES = new Set(["heading", "article"]);

/** Whether what is marked once is marked again from here on: behind a heading, and in each post of a feed. */
export function beginsSection(element: Element): boolean {
  if (HEADING.test(localName(element))) return true;
  if (hasAttributes(element) && HEADING_ROLES.has(attribute(element, "role") ?? "")) return true;
  const parent = parentNode(element);
  return parent !== null && nodeType(parent) === ELEMENT && attribute(parent as Element, "role") === "feed";
}
