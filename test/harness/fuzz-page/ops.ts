/**
 * One mutation each, as pages make them. What an operation applies to is picked by number among the nodes that are
 * there, so a sequence stays playable when operations are taken out of it. Runs in the page.
 */
import { ATTRIBUTES, MARKUP, NAMES, TAGS, TEXTS } from "./pieces.ts";

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

const nth = <T>(list: readonly T[], pick: number): T => list[pick % list.length]!;
const text = (pick: number): string => {
  // More often than not a name, or much of one.
  const one = pick % 2 === 0 ? nth(TEXTS, pick >> 1) : nth(TEXTS.slice(0, NAMES), pick >> 1);
  return pick % 3 === 0 ? one + nth(TEXTS, Math.floor(pick / 61)) : one;
};
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
      if (!["BR", "WBR", "HR", "IFRAME", "TEMPLATE"].includes(element.tagName))
        scene.containers.push(element);
      if (element.shadowRoot) {
        scene.containers.push(element.shadowRoot);
        walk(element.shadowRoot);
      }
      walk(element);
    }
  };
  walk(page.body);
  scene.words = scene.texts.filter(({ length }) => length > 2);
  if (scene.words.length === 0) scene.words = scene.texts;
  return scene;
}

const before = (parent: Node, pick: number): Node | null =>
  parent.childNodes[pick % (parent.childNodes.length + 1)] ?? null;

const HOSTS = ["div", "p", "section", "span", "article", "blockquote", "h2", "x-card"];

function fillRoot(host: Element, pick: number): void {
  const slots = (pick % 2 === 0 ? "<slot></slot>" : "") + (pick % 3 === 0 ? "<slot name=s></slot>" : "");
  host.attachShadow({ mode: "open" }).innerHTML = fill(pick) + slots;
}

/** Each returns what it did, for the report; "" where there was nothing to do it to. */
const OPS = {
  /** Handled by the player: time passes. */
  pause: () => "",
  addText: ({ page, containers }: Scene, a: number, b: number, c: number) => {
    const parent = nth(containers, a);
    const data = text(c);
    const next = before(parent, b);
    const line = `insert ${quote(data)} into ${pathOf(parent)} at ${b % (parent.childNodes.length + 1)}`;
    parent.insertBefore(page.createTextNode(data), next);
    return line;
  },
  addElement: ({ page, containers }: Scene, a: number, b: number, c: number, d: number) => {
    const parent = nth(containers, a);
    const made = page.createElement(nth(TAGS, c));
    const data = text(d);
    if (d % 5 !== 0) made.append(data);
    parent.insertBefore(made, before(parent, b));
    return `insert <${made.localName}> of ${quote(data)} at ${pathOf(made)}`;
  },
  remove: ({ elements, texts }: Scene, a: number) => {
    const node = nth<ChildNode | undefined>([...elements, ...texts], a);
    if (!node) return "";
    const line = `remove ${pathOf(node)}`;
    node.remove();
    return line;
  },
  move: ({ elements, texts, containers }: Scene, a: number, b: number, c: number) => {
    const node = nth<ChildNode | undefined>([...elements, ...texts], a);
    const parent = nth(containers, b);
    if (!node || holds(node, parent)) return "";
    const next = before(parent, c);
    if (next === node) return "";
    const line = `move ${pathOf(node)}`;
    parent.insertBefore(node, next);
    return `${line} to ${pathOf(node)}`;
  },
  replace: ({ page, elements }: Scene, a: number, b: number, c: number) => {
    const element = nth<Element | undefined>(elements, a);
    if (!element) return "";
    const made = page.createElement(nth(TAGS, b));
    if (c % 2 === 0) made.append(...element.childNodes);
    else made.append(text(c));
    const line = `replace ${pathOf(element)} by <${made.localName}>`;
    element.replaceWith(made);
    return line;
  },
  setData: ({ words }: Scene, a: number, b: number) => {
    const node = nth<Text | undefined>(words, a);
    if (!node) return "";
    node.data = text(b);
    return `${pathOf(node)}.data = ${quote(node.data)}`;
  },
  editData: ({ words }: Scene, a: number, b: number, c: number, d: number) => {
    const node = nth<Text | undefined>(words, a);
    if (!node) return "";
    const at = b % (node.length + 1);
    if (d % 3 === 0) node.insertData(at, text(c));
    else if (d % 3 === 1) node.deleteData(at, 1 + (c % 6));
    else node.replaceData(at, c % 4, text(c));
    return `${pathOf(node)} edited at ${at}: ${quote(node.data)}`;
  },
  split: ({ words }: Scene, a: number, b: number) => {
    const node = nth<Text | undefined>(words, a);
    if (!node) return "";
    const at = b % (node.length + 1);
    node.splitText(at);
    return `${pathOf(node)}.splitText(${at})`;
  },
  normalize: ({ containers }: Scene, a: number) => {
    const parent = nth(containers, a);
    parent.normalize();
    return `${pathOf(parent)}.normalize()`;
  },
  wrap: ({ page, elements, texts }: Scene, a: number, b: number) => {
    const node = nth<ChildNode | undefined>([...texts, ...texts, ...elements], a);
    if (!node) return "";
    const made = page.createElement(nth(TAGS, b));
    node.replaceWith(made);
    made.append(node);
    return `wrap ${pathOf(node)}`;
  },
  unwrap: ({ elements }: Scene, a: number) => {
    const element = nth<Element | undefined>(elements, a);
    if (!element) return "";
    const line = `unwrap ${pathOf(element)}`;
    element.replaceWith(...element.childNodes);
    return line;
  },
  attribute: ({ page, elements }: Scene, a: number, b: number) => {
    // A root that is not rendered or not read leaves nothing to compare: rarely.
    const element = nth<Element>(
      a % 40 === 0 || elements.length === 0 ? [page.body, page.documentElement] : elements,
      a,
    );
    const [name, value] = nth(ATTRIBUTES, b);
    const off = element.getAttribute(name) === value;
    if (off) element.removeAttribute(name);
    else element.setAttribute(name, value);
    return `${pathOf(element)} ${off ? "without" : "with"} ${name}=${quote(value)}`;
  },
  markup: ({ elements, page }: Scene, a: number, b: number, c: number) => {
    const element = nth([page.body, ...elements], a);
    const markup = fill(b);
    const places = ["beforeend", "afterbegin", "beforebegin", "afterend"] as const;
    const place = element === page.body ? "beforeend" : nth([null, null, ...places], c);
    if (place === null) element.innerHTML = markup;
    else if (element.parentElement) element.insertAdjacentHTML(place, markup);
    return `${pathOf(element)} ${place ?? "innerHTML"} ${quote(markup)}`;
  },
  shadow: ({ page, containers }: Scene, a: number, b: number, c: number, d: number) => {
    const host = page.createElement(nth(HOSTS, c));
    fillRoot(host, b);
    if (d % 2 === 0) host.append(text(d));
    const parent = nth(containers, a);
    parent.insertBefore(host, before(parent, d));
    return `${pathOf(host)} with a shadow root: ${quote(host.shadowRoot!.innerHTML)}`;
  },
  /**
   * To a custom element that has been there for some time. Nothing tells of that by itself: the reader looks whenever the
   * page changes, here by a comment, and otherwise more and more seldom.
   */
  lateShadow: ({ page, elements }: Scene, a: number, b: number) => {
    const hosts = elements.filter(({ localName, shadowRoot }) => localName === "x-card" && !shadowRoot);
    const host = nth<Element | undefined>(hosts, a);
    if (!host) return "";
    fillRoot(host, b);
    page.body.append(page.createComment(""));
    return `${pathOf(host)} gets a shadow root: ${quote(host.shadowRoot!.innerHTML)}`;
  },
  fragment: ({ page, containers }: Scene, a: number, b: number, c: number) => {
    const parent = nth(containers, a);
    const fragment = page.createDocumentFragment();
    for (const pick of [b, c]) {
      const made = page.createElement(nth(TAGS, pick));
      made.append(text(pick));
      fragment.append(made, text(pick + 7));
    }
    parent.insertBefore(fragment, before(parent, c));
    return `a fragment into ${pathOf(parent)}`;
  },
  reverse: ({ containers }: Scene, a: number) => {
    const parent = nth(containers, a);
    parent.append(...[...parent.childNodes].reverse());
    return `${pathOf(parent)} in reverse order`;
  },
  clone: ({ elements, containers }: Scene, a: number, b: number) => {
    const element = nth<Element | undefined>(elements, a);
    const parent = nth(containers, b);
    if (!element) return "";
    parent.append(element.cloneNode(true));
    return `a copy of ${pathOf(element)} into ${pathOf(parent)}`;
  },
  table: ({ page }: Scene, a: number, b: number) => {
    const table = nth<HTMLTableElement | undefined>([...page.querySelectorAll("table")], a);
    if (!table) return "";
    if (b % 3 === 0 && table.rows.length > 0) table.deleteRow(b % table.rows.length);
    else if (b % 3 === 1) table.insertRow(0).insertCell().append(text(b));
    else table.createCaption().textContent = text(b);
    return `${pathOf(table)}: rows or caption`;
  },
  frame: ({ page, containers }: Scene, a: number, b: number) => {
    const frame = page.createElement("iframe");
    frame.srcdoc = `<!doctype html><title>inner</title>${fill(b)}`;
    nth(containers, a).append(frame);
    return `a frame at ${pathOf(frame)}`;
  },
  replaceBody: ({ page }: Scene, a: number, b: number) => {
    const body = page.createElement("body");
    if (a % 2 === 0) body.append(...page.body.childNodes);
    else body.innerHTML = fill(b);
    page.body.replaceWith(body);
    return "another body";
  },
  churn: ({ page, elements }: Scene, a: number, b: number) => {
    const element = nth<Element | undefined>(elements, a);
    if (!element?.parentNode) return "";
    // Out and in again before anybody has looked: nothing has changed, but the records say so.
    const { parentNode, nextSibling } = element;
    element.remove();
    if (b % 2 === 0) page.createElement("div").append(element);
    parentNode.insertBefore(element, nextSibling);
    return `${pathOf(element)} out and in`;
  },
};

export const OP_KINDS = Object.keys(OPS) as Array<keyof typeof OPS>;

export function apply({ kind, picks }: Op, page: Document): string {
  try {
    const run: (scene: Scene, ...picks: number[]) => string = OPS[kind];
    return run(look(page), ...picks);
  } catch (error) {
    // What the DOM refuses (a second body, text in the document) is no mutation.
    return `(${kind}: ${(error as Error).name})`;
  }
}

const quote = (data: string): string => JSON.stringify(data);

function holds(node: Node, other: Node): boolean {
  for (let at: Node | null = other; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null)
    if (at === node) return true;
  return false;
}

/** `body/2/shadow/0`: child indexes from the document's root element down. */
export function pathOf(node: Node): string {
  const path: string[] = [];
  for (let at: Node = node; ; ) {
    const parent: Node | null = at.parentNode;
    if (!parent) {
      const { host } = at as ShadowRoot;
      if (!host) return at.nodeType === 9 ? `/${path.join("/")}` : `removed/${path.join("/")}`;
      path.unshift("shadow");
      at = host;
      continue;
    }
    path.unshift(String([...parent.childNodes].indexOf(at as ChildNode)));
    at = parent;
  }
}
