/**
 * As much of a document as the page's rooms ask of one, for tests in Node: a tree with parents and order, attributes, and
 * getters that can be taken from the prototypes, which is how `dom.ts` asks. Nothing is parsed, laid out or observed; what
 * a test needs of styles it says itself. To be imported first, by itself: what it is for takes
 * its getters as it is loaded.
 */

class FakeNode extends EventTarget {
  /** Its `nodeType`. In a field, for `dom.ts` takes the getter from this class alone, as browsers have it. */
  readonly kind: number = 0;
  children: FakeNode[] = [];
  parent: FakeNode | null = null;
  static readonly DOCUMENT_POSITION_DISCONNECTED = 1;
  static readonly DOCUMENT_POSITION_PRECEDING = 2;
  static readonly DOCUMENT_POSITION_FOLLOWING = 4;

  get nodeType(): number {
    return this.kind;
  }
  get firstChild(): FakeNode | null {
    return this.children[0] ?? null;
  }
  get nextSibling(): FakeNode | null {
    const siblings = this.parent?.children ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }
  get parentNode(): FakeNode | null {
    return this.parent;
  }
  get ownerDocument(): FakeNode | null {
    return this.nodeType === 9 ? null : document_;
  }
  get isConnected(): boolean {
    return pathTo(this, true)[0] === document_;
  }
  getRootNode(): FakeNode {
    return pathTo(this, false)[0]!;
  }
  /** As the standard has it, but for its extra bits. */
  compareDocumentPosition(other: FakeNode): number {
    const [mine, its] = [pathTo(this, false), pathTo(other, false)];
    if (mine[0] !== its[0]) return FakeNode.DOCUMENT_POSITION_DISCONNECTED;
    let depth = 0;
    while (depth < mine.length && mine[depth] === its[depth]) depth++;
    const [a, b] = [mine[depth], its[depth]];
    if (!a || !b) return a ? FakeNode.DOCUMENT_POSITION_PRECEDING : FakeNode.DOCUMENT_POSITION_FOLLOWING;
    const { children } = mine[depth - 1]!;
    return children.indexOf(a) < children.indexOf(b)
      ? FakeNode.DOCUMENT_POSITION_FOLLOWING
      : FakeNode.DOCUMENT_POSITION_PRECEDING;
  }

  // What a page does
  append(...nodes: Array<FakeNode | string>): void {
    for (const each of nodes) {
      const node = typeof each === "string" ? new FakeText(each) : each;
      node.remove();
      node.parent = this;
      this.children.push(node);
    }
  }
  remove(): void {
    this.parent?.children.splice(this.parent.children.indexOf(this), 1);
    this.parent = null;
  }
}

/** A node's ancestors from the root down, and the node; `through`: out of shadow trees. */
function pathTo(node: FakeNode, through: boolean): FakeNode[] {
  const path = [node];
  for (let at: FakeNode | null = node; at; ) {
    at = at.parent ?? (through && at instanceof FakeShadowRoot ? at.host : null);
    if (at) path.unshift(at);
  }
  return path;
}

class FakeCharacterData extends FakeNode {
  value: string;
  constructor(value: string) {
    super();
    this.value = value;
  }
  get data(): string {
    return this.value;
  }
}

class FakeText extends FakeCharacterData {
  override readonly kind = 3;
  get assignedSlot(): null {
    return null;
  }
}

interface FakeStyle {
  display: string;
  contentVisibility: string;
}

class FakeElement extends FakeNode {
  readonly name: string;
  readonly attributes = new Map<string, string>();
  style: FakeStyle;
  root: FakeShadowRoot | null = null;
  constructor(name: string, display = "inline") {
    super();
    this.name = name;
    this.style = { display, contentVisibility: "visible" };
  }
  override readonly kind = 1;
  get localName(): string {
    return this.name;
  }
  get namespaceURI(): string {
    return "http://www.w3.org/1999/xhtml";
  }
  get shadowRoot(): FakeShadowRoot | null {
    return this.root;
  }
  get assignedSlot(): null {
    return null;
  }
  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }
  hasAttributes(): boolean {
    return this.attributes.size > 0;
  }
  /** Whether neither it nor anything around it is `display: none`. */
  checkVisibility(): boolean {
    return pathTo(this, true).every(
      (node) => !(node instanceof FakeElement) || node.style.display !== "none",
    );
  }
}

/** What is laid out has measures; nothing is here. */
for (const name of ["clientLeft", "clientTop", "clientWidth", "clientHeight"])
  withGetter(FakeElement, name, 0);
for (const name of ["scrollLeft", "scrollTop", "scrollWidth", "scrollHeight"])
  withGetter(FakeElement, name, 0);

function withGetter(of: { prototype: object }, name: string, value: unknown): void {
  Object.defineProperty(of.prototype, name, { get: () => value, configurable: true });
}

class FakeShadowRoot extends FakeNode {
  readonly owner: FakeElement;
  constructor(owner: FakeElement) {
    super();
    this.owner = owner;
    owner.root = this;
  }
  override readonly kind = 11;
  get host(): FakeElement {
    return this.owner;
  }
}

class FakeDocument extends FakeNode {
  isHidden = false;
  override readonly kind = 9;
  get hidden(): boolean {
    return this.isHidden;
  }
  get contentType(): string {
    return "text/html";
  }
  get readyState(): string {
    return "complete";
  }
  get designMode(): string {
    return "off";
  }
}
for (const name of ["documentElement", "body", "scrollingElement"]) withGetter(FakeDocument, name, null);

class FakeSlot extends FakeElement {
  assignedNodes(): FakeNode[] {
    return [];
  }
}

class FakeStaticRange {
  readonly startContainer!: FakeNode;
  readonly startOffset!: number;
  readonly endContainer!: FakeNode;
  readonly endOffset!: number;
  constructor(ends: Pick<FakeStaticRange, "startContainer" | "startOffset" | "endContainer" | "endOffset">) {
    Object.assign(this, ends);
  }
}

class FakeHighlight extends Set<FakeStaticRange> {
  priority = 0;
}

const document_ = new FakeDocument();

Object.assign(globalThis, {
  Node: FakeNode,
  CharacterData: FakeCharacterData,
  Text: FakeText,
  Element: FakeElement,
  ShadowRoot: FakeShadowRoot,
  Document: FakeDocument,
  HTMLSlotElement: FakeSlot,
  HTMLLinkElement: class extends FakeElement {},
  StaticRange: FakeStaticRange,
  Highlight: FakeHighlight,
  CSS: { highlights: new Map<string, FakeHighlight>() },
  document: document_,
  matchMedia: () => ({ matches: false }),
  getComputedStyle: ({ style }: FakeElement) => style,
});

/** The document that there is, emptied; hidden or not. */
export function emptyDocument(hidden = false): Document & { append: FakeNode["append"] } {
  for (const child of [...document_.children]) child.remove();
  document_.isHidden = hidden;
  CSS.highlights.clear();
  return document_ as never;
}

type Content = Node | string;

/** An element with these children; `display` is what its computed style says. */
export function element(name: string, content: readonly Content[] = [], display?: string): Element {
  const made = new FakeElement(name, display);
  made.append(...(content as unknown as Array<FakeNode | string>));
  return made as never;
}

export const text = (data: string): Text => new FakeText(data) as never;

/** A shadow root on an element. */
export function shadow(host: Element, content: readonly Content[]): ShadowRoot {
  const root = new FakeShadowRoot(host as never);
  root.append(...(content as unknown as Array<FakeNode | string>));
  return root as never;
}

/** What a range covers, `Wilson |Center` by pieces. */
export const wordsOf = (ranges: readonly AbstractRange[]): string =>
  ranges
    .map(({ startContainer, startOffset, endOffset }) =>
      (startContainer as Text).data.slice(startOffset, endOffset),
    )
    .join("|");
