/**
 * The stage: frames side by side in one page. In one the sequence is played; in the other, when it is over, the same
 * document is put together during parsing, so that the extension meets it for the first time. Runs in the page.
 */
import type { Case } from "./cases.ts";
import { apply, type Op, PAUSES, pathOf } from "./ops.ts";

interface Pair {
  case: Case;
  living: HTMLIFrameElement;
  fresh: HTMLIFrameElement | null;
  log: string[];
}

export interface Look {
  living: string[];
  fresh: string[];
}

let pairs: Pair[] = [];

const stage = {
  /** Opens a page for each case, side by side; those that are early go on at once. */
  async open(cases: readonly Case[]): Promise<void> {
    document.body.replaceChildren();
    pairs = await Promise.all(cases.map(begin));
  },
  /** Plays what follows in the others. */
  async play(): Promise<void> {
    await Promise.all(pairs.map((pair) => (pair.case.early ? null : playAll(pair, pair.case.steps))));
  },
  async last(): Promise<void> {
    await Promise.all(pairs.map((pair) => playAll(pair, pair.case.last)));
  },
  /** Puts a fresh copy of each document beside it. */
  async copy(): Promise<void> {
    await Promise.all(
      pairs.map(async (pair, index) => {
        pair.fresh = await open(`fresh-${index}`, (page) => copyInto(page, pair.living.contentDocument!));
      }),
    );
  },
  look: (): Look[] =>
    pairs.map(({ living, fresh }) => ({ living: painted(living), fresh: fresh ? painted(fresh) : [] })),
  log: (): string[][] => pairs.map(({ log }) => log),
};
Object.assign(globalThis, { stage });
export type Stage = typeof stage;

async function begin(each: Case, index: number): Promise<Pair> {
  const log: string[] = [];
  const living = await open(`living-${index}`, (page) => {
    for (const op of each.initial) log.push(apply(op, page));
  });
  const pair = { case: each, living, fresh: null, log };
  if (each.early) await playAll(pair, each.steps);
  return pair;
}

async function playAll({ living, log, case: { early, last } }: Pair, ops: readonly Op[]): Promise<void> {
  log.push(ops === last || !early ? "-- read" : "-- parsed");
  for (const op of ops) {
    if (op.kind === "pause") log.push(await pause(op));
    else log.push(apply(op, living.contentDocument!));
  }
}

/** Opens a frame whose document `build` makes while it is being parsed. */
function open(name: string, build: (page: Document) => void): Promise<HTMLIFrameElement> {
  return new Promise((opened) => {
    const frame = document.createElement("iframe");
    Object.assign(globalThis, { [`build-${name}`]: build });
    frame.addEventListener("load", () => opened(frame), { once: true });
    frame.src = `frame.html?${name}`;
    document.body.append(frame);
  });
}

async function pause({ picks: [a] }: Op): Promise<string> {
  const kind = PAUSES[a % PAUSES.length]!;
  await new Promise<void>((over) => {
    if (kind === "microtask") queueMicrotask(over);
    else if (kind === "frame") requestAnimationFrame(() => over());
    else if (kind === "idle") requestIdleCallback(() => over(), { timeout: 100 });
    else setTimeout(over, kind === "task" ? 0 : Number.parseInt(kind, 10));
  });
  return `-- ${kind}`;
}

/** Makes `page`, which is being parsed, the same as `from`, node for node: adjacent, empty and lone text nodes stay apart. */
function copyInto(page: Document, from: Document): void {
  const copyOf = (node: Node): Node => {
    const copy = page.importNode(node, false);
    const { shadowRoot } = node as Element;
    if (shadowRoot) fill((copy as Element).attachShadow({ mode: "open" }), shadowRoot);
    return fill(copy, node);
  };
  const fill = (copy: Node, node: Node): Node => {
    for (const child of node.childNodes) copy.appendChild(copyOf(child));
    return copy;
  };
  page.documentElement.replaceWith(copyOf(from.documentElement));
}

/** What is painted in a frame and in the frames in it, one line a range. */
function painted(frame: HTMLIFrameElement): string[] {
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) return [];
  const lines: string[] = [];
  for (const [style, ranges] of view.CSS.highlights) {
    if (!style.startsWith("sidelight-")) continue;
    for (const { startContainer, startOffset, endContainer, endOffset } of ranges) {
      const words = (startContainer as Text).data?.slice(startOffset, endOffset);
      const end = endContainer === startContainer ? "" : ` to ${pathOf(endContainer)}`;
      lines.push(
        `${pathOf(startContainer)}${end} [${startOffset}, ${endOffset}) ${style} ${JSON.stringify(words)}`,
      );
    }
  }
  const inner = [...view.document.querySelectorAll("iframe")].flatMap((each, index) =>
    painted(each).map((line) => `frame ${index}: ${line}`),
  );
  return [...lines, ...inner].sort();
}
