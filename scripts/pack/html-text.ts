/** A saved page → Markdown of its article: headings, paragraphs, italics. Nothing of the page runs, and nothing is fetched. */
import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** No text of the article is in them. */
const LEFT_OUT = new Set(
  "script style noscript template svg math iframe object nav header footer aside form button select dialog figure audio video canvas head".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "address article blockquote body br dd details div dl dt fieldset h1 h2 h3 h4 h5 h6 hr html li main ol p pre section table tbody td th thead tr ul".split(
    " ",
  ),
);

export function markdownOfPage(html: string): string {
  const document = parse(html);
  const root = find(document, "article") ?? find(document, "main") ?? find(document, "body") ?? document;
  const blocks: string[] = [];
  let open = "";
  const close = (heading = false) => {
    const words = open.replace(/\s+/g, " ").trim();
    if (words !== "") blocks.push(heading ? `# ${words}` : words);
    open = "";
  };
  const walk = (node: Node) => {
    if ("value" in node) open += node.value.replace(/[*_#`\\]/g, "\\$&");
    if (!("tagName" in node) || LEFT_OUT.has(node.tagName) || isHidden(node)) return;
    const block = BLOCKS.has(node.tagName);
    const italic = /^(?:i|em|cite)$/.test(node.tagName);
    if (block) close();
    if (italic) open += "*";
    for (const child of node.childNodes) walk(child);
    if (italic) open += "*";
    if (block) close(/^h[1-6]$/.test(node.tagName));
  };
  for (const child of root.childNodes) walk(child);
  close();
  return `${blocks.join("\n\n")}\n`;
}

const isHidden = ({ attrs }: Element): boolean =>
  attrs.some(({ name, value }) => name === "hidden" || (name === "aria-hidden" && value === "true"));

/** The first element of that name, in the order of the page. */
function find(node: Parent, name: string): Element | null {
  for (const child of node.childNodes) {
    if (!("tagName" in child)) continue;
    if (child.tagName === name) return child;
    const found = find(child, name);
    if (found) return found;
  }
  return null;
}
