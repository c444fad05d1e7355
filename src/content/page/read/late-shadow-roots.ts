/**
 * Elements that may yet get an open shadow root. Nothing tells that one was attached (no mutation, no event, and a
 * content script has no registry of custom elements), so they are asked again: whenever the page is read, and by a timer
 * that waits twice as long each time and gives up.
 */
import { firstChild, isConnected, isHidden, shadowRootOf } from "../dom/nodes.ts";

/** Elements kept at most: asking them all takes a tenth of a millisecond. */
const MOST = 2_000;
/** From the first wait to the last, ms. */
const FIRST_WAIT = 250;
const LAST_WAIT = 64_000;

/** The built-in elements that can have a shadow root and are now and then made without content, to get one. */
const EMPTY_HOSTS = new Set([
  "article",
  "aside",
  "body",
  "div",
  "footer",
  "header",
  "main",
  "nav",
  "section",
]);

export class LateShadowRoots {
  readonly #hosts = new Set<Element>();
  readonly #found: (host: Element) => void;
  readonly #signal: AbortSignal;
  #timer = 0;
  #wait = 0;

  /** `found` is told of each element that has got a root. */
  constructor(found: (host: Element) => void, signal: AbortSignal) {
    this.#found = found;
    this.#signal = signal;
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** An element of this local name was read. */
  met(element: Element, name: string): void {
    if (!name.includes("-") && !(EMPTY_HOSTS.has(name) && !firstChild(element))) return;
    if (this.#hosts.size >= MOST || this.#hosts.has(element) || shadowRootOf(element)) return;
    this.#hosts.add(element);
    this.#wait = FIRST_WAIT;
    if (this.#timer === 0) this.#start();
  }

  ask(): void {
    for (const host of this.#hosts) {
      const has = shadowRootOf(host) !== null;
      if (has || !isConnected(host)) this.#hosts.delete(host);
      if (has) this.#found(host);
    }
  }

  #start(): void {
    this.#timer = 0;
    if (this.#signal.aborted || this.#hosts.size === 0 || this.#wait > LAST_WAIT) return;
    this.#timer = window.setTimeout(() => {
      this.#wait *= 2;
      if (!isHidden(document)) this.ask();
      this.#start();
    }, this.#wait);
  }
}
