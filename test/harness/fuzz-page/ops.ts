/**
 * One mutation each, as pages make them. What an operation applies to is picked by number among the nodes that are
 * there, so a sequence stays playable when operations are taken out of it. Runs in the page.
 */
import { ATTRIBUTES, MARKUP, TAGS, TEXTS } from "./pieces.ts";

export interface Op {
  kind: (typeof OP_KINDS)[number];
  picks: readonly [number, number, number, number];
}

type Container = Element | ShadowRoot;

interface Scene {
  page: Document;
  /** Elements and shadow roots that take children, the body first. */
  containers: Container[];
  /** Elements below the body. */
  elements: Element[];
  texts: Text[];
  /** Those of them with words in them, if there are any. */
  words: Text[];
}

/** How long a pause may be. */
export const PAUSES = ["task", "frame", "idle", "20 ms", "60 ms", "microtask"] as const;

/** There is nothing to do it to. */
class Nothing extends Error {}

function nth<T>(list: readonly T[], pick: number): T {
  if (list.length === 0) throw new Nothing();
  return list[pick % list.length]!;
}
const text = (pick: number): string =>
  nth(TEXTS, pick) + (pick % 3 === 0 ? nth(TEXTS, Math.floor(pick / 61)) : "");
const fill = (pick: number): string => {
  let at = pick;
  return nth(MARKUP, pick).replace(/%/g, () => {
    at = (at * 31 + 17) % 1_000_003;
    return text(at).replaceAll("\ud83d", "");
  });
};

function look(page: Document): Scene {
  const scene: Scene = { page, containers: [page.body], elements: [], texts: [], words: [] };
  const walk = (parent: Container) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) scene.texts.push(node as Text);
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      scene.elements.push(element);
      if (!/^(?:BR|WBR|HR|IFRAME|TEMPLATE)$/.test(element.tagName)) scene.containers.push(element);
      if (element.shadowRoot) {
        scene.containers.push(element.shadowRoot);
        walk(element.shadowRoot);
      }
      walk(element);
    }
  };
  walk(page.body);
  const words = scene.texts.filter(({ length }) => length > 2);
  scene.words = words.length > 0 ? words : scene.texts;
  return scene;
}

/** Puts a node among the children of `parent`, at one of the places that there are; answers where it is now. */
function put(node: Node, parent: Node, pick: number): string {
  parent.insertBefore(node, parent.childNodes[pick % (parent.childNodes.length + 1)] ?? null);
  return pathOf(node);
}

function make(page: Document, tag: string, ...content: Array<Node | string>): Element {
  const made = page.createElement(tag);
  made.append(...content);
  return made;
}

const HOSTS = "div p section span article blockquote h2 x-card".split(" ");

function fillRoot(host: Element, pick: number): string {
  const slots = (pick % 2 === 0 ? "<slot></slot>" : "") + (pick % 3 === 0 ? "<slot name=s></slot>" : "");
  host.attachShadow({ mode: "open" }).innerHTML = fill(pick) + slots;
  return `shadow root ${quote(host.shadowRoot!.innerHTML)}`;
}

/** Each answers what it did, for the report. */
const OPS = {
  /** Handled by the player: time passes. */
  pause: () => "",
  addText: ({ page, containers }: Scene, a: number, b: number, c: number) =>
    `${quote(text(c))} at ${put(page.createTextNode(text(c)), nth(containers, a), b)}`,
  addElement: ({ page, containers }: Scene, a: number, b: number, c: number, d: number) => {
    const made = make(page, nth(TAGS, c), ...(d % 5 === 0 ? [] : [text(d)]));
    return `<${made.localName}> ${quote(text(d))} at ${put(made, nth(containers, a), b)}`;
  },
  remove: ({ elements, texts }: Scene, a: number) => {
    const node = nth([...elements, ...texts], a);
    const line = pathOf(node);
    node.remove();
    return line;
  },
  move: ({ elements, texts, containers }: Scene, a: number, b: number, c: number) => {
    const node = nth([...elements, ...texts], a);
    return `${pathOf(node)} to ${put(node, nth(containers, b), c)}`;
  },
  replace: ({ page, elements }: Scene, a: number, b: number, c: number) => {
    const element = nth(elements, a);
    const made = make(page, nth(TAGS, b), ...(c % 2 === 0 ? element.childNodes : [text(c)]));
    element.replaceWith(made);
    return `${pathOf(made)} is <${made.localName}>`;
  },
  setData: ({ words }: Scene, a: number, b: number) => {
    const node = nth(words, a);
    node.data = text(b);
    return `${pathOf(node)} ${quote(node.data)}`;
  },
  editData: ({ words }: Scene, a: number, b: number, c: number, d: number) => {
    const node = nth(words, a);
    const at = b % (node.length + 1);
    if (d % 3 === 0) node.insertData(at, text(c));
    else if (d % 3 === 1) node.deleteData(at, 1 + (c % 6));
    else node.replaceData(at, c % 4, text(c));
    return `${pathOf(node)} at ${at}: ${quote(node.data)}`;
  },
  split: ({ words }: Scene, a: number, b: number) => {
    const node = nth(words, a);
    node.splitText(b % (node.length + 1));
    return `${pathOf(node)} behind ${quote(node.data)}`;
  },
  normalize: ({ containers }: Scene, a: number) => {
    nth(containers, a).normalize();
    return pathOf(nth(containers, a));
  },
  wrap: ({ page, elements, texts }: Scene, a: number, b: number) => {
    const node = nth<ChildNode>([...texts, ...texts, ...elements], a);
    const made = make(page, nth(TAGS, b));
    node.replaceWith(made);
    made.append(node);
    return `${pathOf(node)} in <${made.localName}>`;
  },
  unwrap: ({ elements }: Scene, a: number) => {
    const element = nth(elements, a);
    const line = pathOf(element);
    element.replaceWith(...element.childNodes);
    return line;
  },
  attribute: ({ page, elements }: Scene, a: number, b: number) => {
    // A root that is not rendered or not read leaves nothing to compare: rarely.
    const roots = a % 40 === 0 || elements.length === 0;
    const element = nth<Element>(roots ? [page.body, page.documentElement] : elements, a);
    const [name = "", value = ""] = nth(ATTRIBUTES, b).split("=");
    const off = element.getAttribute(name) === value;
    if (off) element.removeAttribute(name);
    else element.setAttribute(name, value);
    return `${pathOf(element)} ${off ? "without" : "with"} ${name}=${quote(value)}`;
  },
  markup: ({ elements, page }: Scene, a: number, b: number, c: number) => {
    const element = nth([page.body, ...elements], a);
    const places = ["beforeend", "afterbegin", "beforebegin", "afterend"] as const;
    const place = element === page.body ? "beforeend" : nth([null, null, ...places], c);
    if (place === null) element.innerHTML = fill(b);
    else if (element.parentElement) element.insertAdjacentHTML(place, fill(b));
    return `${pathOf(element)} ${place ?? "innerHTML"} ${quote(fill(b))}`;
  },
  shadow: ({ page, containers }: Scene, a: number, b: number, c: number, d: number) => {
    const host = make(page, nth(HOSTS, c));
    const root = fillRoot(host, b);
    if (d % 2 === 0) host.append(text(d));
    return `${put(host, nth(containers, a), d)} with ${root}`;
  },
  /**
   * To a custom element that has been there for some time. Nothing tells of that by itself: the reader looks whenever the
   * page changes, here by a comment, and otherwise more and more seldom.
   */
  lateShadow: ({ page, elements }: Scene, a: number, b: number) => {
    const host = nth(
      elements.filter(({ localName, shadowRoot }) => localName === "x-card" && !shadowRoot),
      a,
    );
    page.body.append(page.createComment(""));
    return `${pathOf(host)} gets ${fillRoot(host, b)}`;
  },
  fragment: ({ page, containers }: Scene, a: number, b: number, c: number) => {
    const fragment = page.createDocumentFragment();
    for (const pick of [b, c]) fragment.append(make(page, nth(TAGS, pick), text(pick)), text(pick + 7));
    put(fragment, nth(containers, a), c);
    return pathOf(nth(containers, a));
  },
  reverse: ({ containers }: Scene, a: number) => {
    const parent = nth(containers, a);
    parent.append(...[...parent.childNodes].reverse());
    return pathOf(parent);
  },
  clone: ({ elements, containers }: Scene, a: number, b: number) => {
    nth(containers, b).append(nth(elements, a).cloneNode(true));
    return `${pathOf(nth(elements, a))} into ${pathOf(nth(containers, b))}`;
  },
  table: ({ page }: Scene, a: number, b: number) => {
    const table = nth([...page.querySelectorAll("table")], a);
    if (b % 3 === 0 && table.rows.length > 0) table.deleteRow(b % table.rows.length);
    else if (b % 3 === 1) table.insertRow(0).insertCell().append(text(b));
    else table.createCaption().textContent = text(b);
    return pathOf(table);
  },
  frame: ({ page, containers }: Scene, a: number, b: number) => {
    const frame = page.createElement("iframe");
    frame.srcdoc = `<!doctype html><title>inner</title>${fill(b)}`;
    nth(containers, a).append(frame);
    return pathOf(frame);
  },
  replaceBody: ({ page }: Scene, a: number, b: number) => {
    const body = page.createElement("body");
    if (a % 2 === 0) body.append(...page.body.childNodes);
    else body.innerHTML = fill(b);
    page.body.replaceWith(body);
    return quote(body.innerHTML);
  },
  churn: ({ page, elements }: Scene, a: number, b: number) => {
    const element = nth(elements, a);
    // Out and in again before anybody has looked: nothing has changed, but the records say so.
    const { parentNode, nextSibling } = element;
    element.remove();
    if (b % 2 === 0) make(page, "div", element);
    parentNode!.insertBefore(element, nextSibling);
    return pathOf(element);
  },
};

export const OP_KINDS = Object.keys(OPS) as Array<keyof typeof OPS>;

/** What was done; "" where there was nothing to do it to. */
export function apply({ kind, picks }: Op, page: Document): string {
  try {
    const run: (scene: Scene, ...picks: number[]) => string = OPS[kind];
    return `${kind} ${run(look(page), ...picks)}`;
  } catch (error) {
    // What the DOM refuses (a second body, a node in itself) is no mutation.
    return error instanceof Nothing ? "" : `(${kind}: ${(error as Error).name})`;
  }
}

const quote = (data: string): string => JSON.stringify(data);

/** `/1/2/shadow/0`: child indexes from the document's root element down. */
export function pathOf(node: Node): string {
  const { parentNode } = node;
  if (parentNode) return `${pathOf(parentNode)}/${[...parentNode.childNodes].indexOf(node as ChildNode)}`;
  const { host } = node as ShadowRoot;
  return host ? `${pathOf(host)}/shadow` : node.nodeType === 9 ? "" : "removed";
}
