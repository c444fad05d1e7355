/**
 * What a page can tell of itself, asked in the page's own world, where a hostile page may have replaced everything.
 * So the probe runs before the page's scripts, takes what it needs while it is still the browser's own, and uses
 * nothing else afterwards: no array or string method, no `for…of`, no spread.
 */
import { withHelper } from "../driver/shared.ts";

/** The property of `window` under which the probe answers. Pages are compared with and without us: it is in both. */
export const PROBE = "__probe";

export interface PageState {
  /** `loading`, `interactive` or `complete`. */
  ready: string;
  /** The document as markup, and the content of each open shadow root below it. */
  markup: string;
  /** Own properties of `window`, `document` and the root element. */
  globals: string[];
  /** Style sheets of the document, and those adopted by it. */
  sheets: number;
  adopted: number;
  /** Highlights of the page's own: `name: number of ranges`. */
  highlights: string[];
  /** Listeners added through the page's own `addEventListener`: `type: how often`. */
  listeners: string[];
  /** Events of the window that tell of trouble: `error`, `unhandledrejection`, `securitypolicyviolation`. */
  troubles: string[];
  /** Mutation records since the document was parsed. */
  mutations: number;
}

export interface Pulse {
  /** ms since the document was parsed. */
  elapsed: number;
  /** The longest time for which a timer of the page could not run, ms. */
  worst: number;
  /** The page says by `data-busy` on its root element that it is not what it means to be yet. */
  busy: boolean;
}

export interface Probe {
  state(): PageState;
  pulse(): Pulse;
  /** The texts painted by us in document order, shadow trees at their hosts. */
  marks(): string[];
  /** Scrolls to the first mark; its middle in CSS px of the viewport. `null` when there is none that has a box. */
  spot(): { x: number; y: number } | null;
  /** Whether our card is in the document, and whether it is shown. */
  card(): "none" | "hidden" | "open";
}

/** To be evaluated in every new document. */
export const INSTALL_PROBE = `(${withHelper(installProbe)})(${JSON.stringify(PROBE)})`;

function installProbe(key: string): void {
  // biome-ignore lint/suspicious/noExplicitAny: natives, taken by name; strictly typed they would need a cast each
  type Any = any;
  const { apply, ownKeys, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
  const { defineProperty, freeze } = Object;
  /** From the prototype or one above it: browsers differ in which of them has it. */
  const getter = (prototype: object, name: string) => {
    let at: object | null = prototype;
    while (at && !getOwnPropertyDescriptor(at, name)) at = getPrototypeOf(at);
    const get = at && getOwnPropertyDescriptor(at, name)?.get;
    if (!get) throw new Error(`this browser has no getter for ${name}`);
    return (of: unknown): Any => apply(get, of, []);
  };
  const method = (prototype: Any, name: string) => {
    const own = prototype[name];
    return (of: unknown, ...args: unknown[]): Any => apply(own, of, args);
  };
  type Taker = (of: object, name: string) => (of: unknown, ...args: unknown[]) => Any;
  /** Several of one prototype at once, by their names. */
  const take = (by: Taker, { prototype }: { prototype: object }, names: string): Any[] =>
    names.split(" ").map((name) => by(prototype, name));
  const page = document;
  const [root, readyState, styleSheets] = take(getter, Document, "documentElement readyState styleSheets");
  const [adopted] = take(getter, Document, "adoptedStyleSheets");
  const [allBelowPage, find, at, makeRange] = take(
    method,
    Document,
    "querySelectorAll querySelector elementFromPoint createRange",
  );
  /** Less than any card measures, CSS px, as are the limits of a window of the drivers below. */
  const CARD_STEP = 40;
  const [isConnected, parentElement] = take(getter, Node, "isConnected parentElement");
  const [rootNode, compare] = take(method, Node, "getRootNode compareDocumentPosition");
  const [outerHTML, shadowRoot] = take(getter, Element, "outerHTML shadowRoot");
  const [hasAttribute, scrollTo] = take(method, Element, "hasAttribute scrollIntoView");
  const [innerHTML, hostOf] = take(getter, ShadowRoot, "innerHTML host");
  const [allBelowRoot] = take(method, DocumentFragment, "querySelectorAll");
  const [sheetCount] = take(getter, StyleSheetList, "length");
  const [dataOf] = take(getter, CharacterData, "data");
  const [slice, startsWith] = take(method, String, "slice startsWith");
  const [startContainer, startOffset] = take(getter, StaticRange, "startContainer startOffset");
  const [endContainer, endOffset] = take(getter, StaticRange, "endContainer endOffset");
  const [setStart, setEnd, rects] = take(method, Range, "setStart setEnd getClientRects");
  const registry = CSS.highlights;
  const [eachHighlight] = take(method, HighlightRegistry, "forEach");
  const [eachRange] = take(method, Highlight, "forEach");
  const [sizeOf] = take(getter, Highlight, "size");
  const { setTimeout } = window;
  const { now: nowOf } = Performance.prototype;
  const clock = performance;
  const now = (): number => apply(nowOf, clock, []);
  const records = MutationObserver;
  const observe = method(MutationObserver.prototype, "observe");
  const { String: text, ShadowRoot: Shadow } = window;
  const isShadow = (node: unknown): boolean => apply(Shadow[Symbol.hasInstance], Shadow, [node]);

  const tally = () => {
    const counts: Record<string, number> = { __proto__: null } as never;
    return {
      add: (name: string) => {
        counts[name] = (counts[name] ?? 0) + 1;
      },
      lines: () => {
        const keys = ownKeys(counts) as string[];
        const lines: string[] = [];
        for (let i = 0; i < keys.length; i++) lines[i] = `${keys[i]}: ${counts[keys[i]!]}`;
        return lines;
      },
    };
  };

  // Listeners and troubles
  const added = tally();
  const troubles = tally();
  const { addEventListener } = EventTarget.prototype;
  const listen = (to: EventTarget, type: string, run: (event: Event) => void) =>
    apply(addEventListener, to, [type, run, true]);
  EventTarget.prototype.addEventListener = function (this: EventTarget, ...args: Any[]) {
    added.add(text(args[0]));
    return apply(addEventListener, this ?? window, args);
  };
  for (const type of ["error", "unhandledrejection", "securitypolicyviolation"])
    listen(window, type, () => troubles.add(type));

  // The pulse
  let started = 0;
  let last = 0;
  let worst = 0;
  let mutations = 0;
  const beat = () => {
    const at = now();
    if (at - last > worst) worst = at - last;
    last = at;
    apply(setTimeout, window, [beat, 10]);
  };
  const observer = new records((seen) => {
    mutations += seen.length;
  });
  const start = () => {
    if (started !== 0) return;
    started = last = now();
    beat();
    observe(observer, page, { subtree: true, childList: true, attributes: true, characterData: true });
  };
  if (readyState(page) === "loading") listen(page, "readystatechange", start);
  else start();

  // Marks
  interface Piece {
    range: unknown;
    node: Node;
    text: string;
  }
  const hostPath = (node: Node): Node[] => {
    const path: Node[] = [node];
    for (let at = rootNode(node); isShadow(at); at = rootNode(hostOf(at))) path[path.length] = hostOf(at);
    return path;
  };
  /** Whether `a` comes before `b`; hosts are compared where the two lie in different trees. */
  const before = (a: Piece, b: Piece): boolean => {
    if (a.node === b.node) return startOffset(a.range) < startOffset(b.range);
    const [x, y] = [hostPath(a.node), hostPath(b.node)];
    for (let i = x.length - 1, j = y.length - 1; i >= 0 && j >= 0; i--, j--)
      if (x[i] !== y[j]) return (compare(x[i], y[j]) & 4) !== 0;
    return x.length < y.length;
  };
  const pieces = (): Piece[] => {
    const found: Piece[] = [];
    eachHighlight(registry, (highlight: unknown, name: string) => {
      if (!startsWith(name, "sidelight-")) return;
      eachRange(highlight, (range: unknown) => {
        const node: Node = startContainer(range);
        const whole = node === endContainer(range);
        const words = whole ? slice(dataOf(node), startOffset(range), endOffset(range)) : "(across nodes)";
        const piece = { range, node, text: isConnected(node) ? words : `(left behind) ${words}` };
        let at = found.length;
        for (; at > 0 && before(piece, found[at - 1]!); at--) found[at] = found[at - 1]!;
        found[at] = piece;
      });
    });
    return found;
  };

  const markup = (): string => {
    const top = root(page);
    let all: string = top ? outerHTML(top) : "";
    const enter = (elements: NodeListOf<Element>) => {
      for (let i = 0; i < elements.length; i++) {
        const inner = shadowRoot(elements[i]);
        if (!inner) continue;
        all += `\n#shadow-root ${innerHTML(inner)}`;
        enter(allBelowRoot(inner, "*"));
      }
    };
    enter(allBelowPage(page, "*"));
    return all;
  };
  const names = (of: object): string[] => {
    const keys = ownKeys(of);
    const strings: string[] = [];
    for (let i = 0; i < keys.length; i++) strings[i] = text(keys[i]);
    return strings;
  };

  const probe: Probe = {
    state: () => {
      const highlights: string[] = [];
      eachHighlight(registry, (highlight: unknown, name: string) => {
        if (!startsWith(name, "sidelight-")) highlights[highlights.length] = `${name}: ${sizeOf(highlight)}`;
      });
      const top = root(page);
      const globals = names(window);
      const more = [names(page), top ? names(top) : []];
      for (let i = 0; i < more.length; i++)
        for (let j = 0; j < more[i]!.length; j++) globals[globals.length] = `${i}.${more[i]![j]}`;
      return {
        ready: readyState(page),
        markup: markup(),
        globals,
        sheets: sheetCount(styleSheets(page)),
        adopted: adopted(page).length,
        highlights,
        listeners: added.lines(),
        troubles: troubles.lines(),
        mutations,
      };
    },
    pulse: () => {
      const top = root(page);
      const busy = top !== null && hasAttribute(top, "data-busy");
      return { elapsed: started === 0 ? 0 : now() - started, worst, busy };
    },
    marks: () => {
      const found = pieces();
      const texts: string[] = [];
      for (let i = 0; i < found.length; i++) texts[i] = found[i]!.text;
      return texts;
    },
    spot: () => {
      const found = pieces();
      for (let i = 0; i < found.length; i++) {
        const { node, range } = found[i]!;
        const around = parentElement(node);
        if (around) scrollTo(around, { block: "center", behavior: "instant" });
        const live = makeRange(page);
        setStart(live, node, startOffset(range));
        setEnd(live, node, endOffset(range));
        const box = rects(live)[0];
        if (box && box.width > 0) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      return null;
    },
    card: () => {
      const host = find(page, "[data-sidelight-card]");
      if (!host) return "none";
      // The host has no size; what is shown is in its closed root.
      for (let x = 0; x < 1280; x += CARD_STEP)
        for (let y = 0; y < 900; y += CARD_STEP) if (at(page, x, y) === host) return "open";
      return "hidden";
    },
  };
  defineProperty(window, key, { value: freeze(probe) });
}
