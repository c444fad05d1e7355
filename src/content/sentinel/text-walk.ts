/**
 * All text of the document, for the sieve: more than the reader reads (it does not ask what is rendered, or typed into),
 * never less. Text goes by pieces of some thousand units, so that it can be sieved in slices.
 *
 * Letters on either side of a tag may be one word or two (`<b>Tali</b>ban`, `<li>Kabul</li><li>Taliban`). Where the tag
 * is a block's they are two; else both ways are sieved.
 */
import {
  CDATA,
  ELEMENT,
  firstChild,
  localName,
  namespaceOf,
  nextSibling,
  nodeType,
  shadowRootOf,
  TEXT,
  textOf,
} from "../page/dom/nodes.ts";
import { APART, BLOCK, UNREAD } from "./tags.ts";

/** Text is sieved when there are so many units of it. */
const PIECE = 16_000;
/** Of which so many are sieved again with what follows: longer than any name. */
const OVERLAP = 400;

const XML = /^(?!http:\/\/www\.w3\.org\/(?:1999\/xhtml|2000\/svg|1998\/Math\/MathML)$)/;

/** What may get an open shadow root later, which nothing tells of. */
export type Met = (element: Element, name: string) => void;

export class TextWalk {
  /** Open shadow roots that were met. */
  readonly roots: ShadowRoot[] = [];
  readonly #met: Met;
  /** Trees of which the text is of its own: it is read after what is around it. */
  readonly #apart: Node[] = [];
  readonly #parents: Node[] = [];
  #node: Node | null;
  #texts: string[] = [];
  /** `#texts[i]` and what is before it may be one word. */
  #touches: boolean[] = [];
  #length = 0;
  /** The edge of a block was crossed since the last text. */
  #parted = true;

  constructor(document: Document, met: Met) {
    this.#met = met;
    this.#node = firstChild(document);
  }

  /**
   * Goes on for `most` nodes, or until there is a piece. Returns whether there is more.
   *
   * @param sieve asked of each piece, in both ways where there are two; where it answers true, nothing more is read
   */
  read(most: number, sieve: (text: string) => boolean): boolean {
    for (let count = 0; count < most; count++) {
      const node = this.#node;
      if (node) this.#node = this.#enter(node);
      else if (!this.#leave()) {
        this.#sieve(sieve, 0);
        return false;
      }
      if (this.#length >= PIECE) return !this.#sieve(sieve, OVERLAP);
    }
    return true;
  }

  /** Returns the node to go on with. */
  #enter(node: Node): Node | null {
    const type = nodeType(node);
    if (type === TEXT || type === CDATA) this.#add(textOf(node as Text));
    else if (type === ELEMENT && this.#goesInto(node as Element)) {
      this.#parents.push(node);
      return firstChild(node);
    }
    return nextSibling(node);
  }

  #goesInto(element: Element): boolean {
    const name = localName(element);
    const shadow = shadowRootOf(element);
    if (shadow) {
      this.roots.push(shadow);
      this.#apart.push(shadow);
    }
    this.#met(element, name);
    if (BLOCK.has(name)) this.#parted = true;
    // In a vocabulary of their own they are what their name says only by chance.
    else if (UNREAD.has(name)) return XML.test(namespaceOf(element) ?? "");
    else if (APART.has(name)) {
      this.#apart.push(element);
      return false;
    }
    return true;
  }

  /** Ends an element, or begins the next tree. Returns false when all has been read. */
  #leave(): boolean {
    const parent = this.#parents.pop();
    if (parent) {
      if (BLOCK.has(localName(parent as Element))) this.#parted = true;
      this.#node = nextSibling(parent);
      return true;
    }
    const tree = this.#apart.pop();
    if (!tree) return false;
    this.#parted = true;
    this.#node = firstChild(tree);
    return true;
  }

  #add(text: string): void {
    if (text === "") return;
    this.#touches.push(!this.#parted && this.#length > 0);
    this.#texts.push(text);
    this.#length += text.length + 1;
    this.#parted = false;
  }

  /** Returns whether the sieve has let the text through; if not, its last `keep` units are kept. */
  #sieve(sieve: (text: string) => boolean, keep: number): boolean {
    const apart = this.#texts.join("\n");
    const through = sieve(apart) || (this.#touches.includes(true) && sieve(this.#joined()));
    this.#texts = [];
    this.#touches = [];
    this.#length = 0;
    if (keep > 0 && !through) this.#keep(apart.slice(-keep));
    return through;
  }

  #keep(text: string): void {
    this.#texts.push(text);
    this.#touches.push(false);
    this.#length = text.length;
  }

  #joined(): string {
    let text = "";
    for (let i = 0; i < this.#texts.length; i++)
      text += (this.#touches[i] || i === 0 ? "" : "\n") + this.#texts[i];
    return text;
  }
}
