/**
 * Shows where a mention is that a reader has jumped to: a frame around it, drawn in an element of our own. A highlight would
 * tell the page, by its name, which mention the reader looks at; this element's shadow root is closed, and its own box does not
 * move. It is there for a moment, or as long as the card that the jump has opened. A card that the pointer has opened needs no
 * frame: the pointer is on the name.
 */

import { append, boxOf, createElement, listen, modalAround, remove } from "../dom/dom.ts";
import type { Edges } from "../dom/edges.ts";
import { OWN_SPOT } from "../dom/elements.ts";
import type { PageMention } from "../types.ts";

/** How long it is shown, ms: long enough to be found after the page has scrolled. */
const MOMENT = 2_000;

/** It shows only as long as the extension's sheet is there, as the card. */
const HOST =
  "all:initial;position:fixed;inset:0;display:var(--sidelight-card,none);pointer-events:none;z-index:2147483647";
/** Amber with a dark rim: it stands out on light pages and on dark ones. */
const FRAME = "position:absolute;border-radius:3px;outline:2px solid #eeb443;box-shadow:0 0 0 3px #0008";
/** Between the letters and the frame, CSS px. */
const ROOM = 2;

export class Spotlight {
  readonly #parts: (mention: PageMention) => Edges[];
  #mention: PageMention | null = null;
  #host: HTMLElement | null = null;
  #root: ShadowRoot | null = null;
  #timer = 0;

  /** @param parts the parts of a mention that are in sight now, CSS px of the viewport */
  constructor(parts: (mention: PageMention) => Edges[], signal: AbortSignal) {
    this.#parts = parts;
    const options = { capture: true, passive: true, signal };
    for (const type of ["scroll", "resize", "load"]) listen(window, type, () => this.place(), options);
    signal.addEventListener("abort", () => this.hide());
  }

  show(mention: PageMention): void {
    this.hide();
    this.#mention = mention;
    this.#host = createElement("div");
    this.#host.setAttribute(OWN_SPOT, "");
    this.#host.style.cssText = `${HOST.replaceAll(";", "!important;")}!important`;
    this.#root = this.#host.attachShadow({ mode: "closed" });
    append(modalAround(mention.node), this.#host);
    this.place();
    this.#timer = window.setTimeout(() => this.hide(), MOMENT);
  }

  /** The card of this mention is open, or none: a frame around the mention stays for so long. */
  keep(mention: PageMention | null): void {
    clearTimeout(this.#timer);
    if (mention !== this.#mention) this.hide();
  }

  /** Puts the frame where the mention is now. */
  place(): void {
    const root = this.#root;
    if (!root) return;
    const parts = this.#parts(this.#mention!);
    // What is fixed is placed by the window, unless the page's root has a transform or a filter.
    const { left: x, top: y } = boxOf(this.#host!);
    root.replaceChildren(
      ...parts.map(({ left, top, right, bottom }) => {
        const frame = createElement("div");
        frame.className = "sl-spot";
        frame.style.cssText = `${FRAME};left:${left - x - ROOM}px;top:${top - y - ROOM}px;width:${right - left + 2 * ROOM}px;height:${bottom - top + 2 * ROOM}px`;
        return frame;
      }),
    );
  }

  hide(): void {
    clearTimeout(this.#timer);
    if (this.#host) remove(this.#host);
    this.#mention = this.#host = this.#root = null;
  }
}
