/** The document and the open shadow roots in it, watched for what changes. */
import { isHere } from "../dom/dom.ts";
import { STYLE_OBSERVED, TEXT_OBSERVED } from "./mutations.ts";

export class ObservedRoots {
  readonly #observer: MutationObserver;
  readonly #shadowRoots = new Set<ShadowRoot>();
  #observesStyle = false;

  constructor(onRecords: (records: readonly MutationRecord[]) => void, signal: AbortSignal) {
    this.#observer = new MutationObserver(onRecords);
    signal.addEventListener("abort", () => this.#observer.disconnect());
  }

  start(): void {
    this.#observe(document);
  }

  has(root: ShadowRoot): boolean {
    return this.#shadowRoots.has(root);
  }

  add(root: ShadowRoot): void {
    this.#shadowRoots.add(root);
    this.#observe(root);
  }

  /** From now on attributes tell of what has changed, too; those that can change what is rendered or read. */
  observeStyle(): void {
    if (this.#observesStyle) return;
    this.#observesStyle = true;
    for (const root of [document, ...this.#shadowRoots]) this.#observe(root);
  }

  /** Lets go of shadow roots that have left the document. */
  forgetGone(): void {
    for (const root of this.#shadowRoots) if (!isHere(root)) this.#shadowRoots.delete(root);
  }

  shadowRoots(): ShadowRoot[] {
    return [...this.#shadowRoots];
  }

  #observe(root: Node): void {
    this.#observer.observe(root, this.#observesStyle ? STYLE_OBSERVED : TEXT_OBSERVED);
  }
}
