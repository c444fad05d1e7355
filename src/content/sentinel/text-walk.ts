/**
 * All text of the document, for the sieve: more than the reader reads (it does not ask what is rendered, or typed into),
 * never less. Text goes by pieces of some thousand units, so that it can be sieved in slices.
 *
 * Letters on either side of a tag may be one word or two (`<b>Tali</b>ban`, `<li>Kabul</li><li>Taliban`). Where the tag
 * is a block's they are two; else both ways are sieved. Most tags have a space or a comma beside them, and are no
 * question: they stand between two words, and the sieve does not ask what else does.
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
import { APART, BLOCK, HIDDEN, UNREAD } from "./tags.ts";

/** Text is sieved when there are so many units of it. */
const PIECE = 16_000;
/** Of which so many are sieved again with what follows: longer than any name. */
const OVERLAP = 400;

const XML = /^(?!http:\/\/www\.w3\.org\/(?:1999\/xhtml|2000\/svg|1998\/Math\/MathML)$)/;

const Join = {
  /** Nothing but what is not there for a reader: one word. */
  One: 0,
  /** The edge of an element: one word or two, as its style has it. */
  Edge: 1,
  /** The edge of a block, or a picture: two words. */
  Parted: 2,
} as const;
type Join = (typeof Join)[keyof typeof Join];

/** A letter or digit, a dash or period, which words may go on behind, or anything beyond ASCII. */
const PART_OF_WORD = /[^\0-,/:-@[-^`{-\x7f]/;

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
  /** Where letters touch at the beginning of `#texts[i]`, whether they are two words, or may be one. */
  #joins: Join[] = [];
  #length = 0;
  /** Of all texts that were met, UTF-16 code units. */
  characters = 0;
  /** Since the last text. */
  #join: Join = Join.Parted;
  /** The last that is seen of the text is a dash: what comes may be the second half of a word that a line's end has broken. */
  #dashed = false;

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
    const isUnread = UNREAD.has(name);
    // In a vocabulary of their own they are what their name says only by chance.
    if ((isUnread || HIDDEN.has(name)) && !XML.test(namespaceOf(element) ?? "")) {
      if (isUnread) this.#join = Join.Parted;
      return false;
    }
    if (APART.has(name)) {
      this.#join = Join.Parted;
      this.#apart.push(element);
      return false;
    }
    this.#cross(name);
    return true;
  }

  /** Ends an element, or begins the next tree. Returns false when all has been read. */
  #leave(): boolean {
    const parent = this.#parents.pop();
    if (parent) {
      this.#cross(localName(parent as Element));
      this.#node = nextSibling(parent);
      return true;
    }
    const tree = this.#apart.pop();
    if (!tree) return false;
    this.#join = Join.Parted;
    this.#node = firstChild(tree);
    return true;
  }

  #cross(name: string): void {
    this.#join = Math.max(this.#join, BLOCK.has(name) ? Join.Parted : Join.Edge) as Join;
  }

  #add(text: string): void {
    if (text === "") return;
    const mayGoOn =
      this.#dashed ||
      (PART_OF_WORD.test(text.charAt(0)) && PART_OF_WORD.test(this.#texts.at(-1)?.slice(-1) ?? ""));
    this.#joins.push(this.#join === Join.Edge && !mayGoOn ? Join.Parted : this.#join);
    this.#texts.push(text);
    this.#length += text.length + 1;
    this.characters += text.length;
    this.#join = Join.One;
    const seen = text.trimEnd();
    if (seen !== "") this.#dashed = seen.endsWith("-");
  }

  /** Returns whether the sieve has let the text through; if not, its last `keep` units are kept. */
  #sieve(sieve: (text: string) => boolean, keep: number): boolean {
    const apart = this.#textWith(Join.Edge);
    const through = sieve(apart) || (this.#joins.includes(Join.Edge) && sieve(this.#textWith(Join.Parted)));
    this.#texts = [];
    this.#joins = [];
    this.#length = 0;
    if (keep > 0 && !through) {
      this.#texts.push(apart.slice(-keep));
      this.#joins.push(Join.One);
      this.#length = keep;
    }
    return through;
  }

  /** All texts, in words that end where two join as loosely as `parted` or more. */
  #textWith(parted: Join): string {
    let text = "";
    for (let i = 0; i < this.#texts.length; i++)
      text += (i > 0 && this.#joins[i]! >= parted ? "\n" : "") + this.#texts[i];
    return text;
  }
}
