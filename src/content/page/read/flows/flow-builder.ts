/** Texts of one block → its flows. */

import { localName, textOf } from "../../dom/dom.ts";
import type { Block, Flow, Joint } from "../../types.ts";
import { Edge, edgeBetween, LONGEST_INITIAL } from "./boundaries.ts";

/**
 * A flow longer than this is cut, so that one endless text cannot hold a slice up: where a line or a sentence ends, if one
 * does near by. UTF-16 code units; spotting and deciding so many takes a fraction of a millisecond in prose, and two or
 * three where there is nothing but names.
 */
const LONGEST_FLOW = 16_000;
/** How far before its longest a flow may be cut for that, UTF-16 code units. */
const CUT_REACH = 1_000;

const LETTER = /^[\p{L}\p{N}\p{M}]/u;
/** Whether a letter, a digit or a mark begins at `at`, or ends before the end of its pair there. */
const isLetterAt = (text: string, at: number): boolean => LETTER.test(text.slice(at, at + 2));
const endsInLetter = (text: string): boolean =>
  isLetterAt(text, text.length - (LOW_SURROGATE.test(text.charAt(text.length - 1)) ? 2 : 1));
const LOW_SURROGATE = /[\udc00-\udfff]/;

/** Puts the texts of one block together, in the order of the document. */
export class FlowBuilder {
  readonly #block: Block;
  readonly #blocks: readonly Block[];
  readonly #out: Flow[];
  #parts: string[] = [];
  #nodes: Text[] = [];
  #starts: number[] = [];
  #length = 0;
  #joints: Joint[] = [];
  #breaks: number[] = [];
  /** Inline elements whose edge was crossed since the last text, and the loose ones among them and gaps. */
  #crossed: Element[] = [];
  #loose: Element[] = [];
  /** Something stood behind the last text that parts words. */
  #parted = false;
  /** Nothing but space has come since the last line break. */
  #lineEnded = false;
  /** A line break has come since the last text. */
  #broken = false;

  /**
   * @param blocks that have been met in the block so far
   * @param out flows that have ended are put here
   */
  constructor(block: Block, blocks: readonly Block[], out: Flow[]) {
    this.#block = block;
    this.#blocks = blocks;
    this.#out = out;
  }

  /** The edge of an element that text flows through; `loose`: unless its style says otherwise. */
  cross(element: Element, loose: boolean): void {
    if (this.#length === 0) return;
    this.#crossed.push(element);
    if (loose) this.#loose.push(element);
  }

  /** An element that has no text for this flow, and that the flow goes on behind: unless its style says otherwise. */
  gap(element: Element): void {
    if (this.#length === 0) return;
    this.#parted = true;
    if (localName(element) !== "br") {
      // What is around a picture may part the text as well, and has none of its own.
      this.#loose.push(...this.#crossed, element);
      return;
    }
    // An empty line, as an end of a paragraph.
    if (this.#lineEnded) this.end();
    else this.#lineEnded = this.#broken = true;
  }

  add(node: Text): void {
    const data = textOf(node);
    if (data === "") return;
    if (this.#length > 0) this.#part(data);
    if (this.#length + data.length > LONGEST_FLOW && !this.#isInWord(data)) this.end();
    if (data.length > LONGEST_FLOW) {
      this.#addLong(node, data);
      return;
    }
    if (this.#length > 0) this.#join();
    if (this.#lineEnded) this.#lineEnded = isBlank(data);
    this.#starts.push(this.#length);
    this.#nodes.push(node);
    this.#parts.push(data);
    this.#length += data.length;
  }

  end(): void {
    this.#crossed = [];
    this.#loose = [];
    this.#parted = this.#lineEnded = this.#broken = false;
    if (this.#length === 0) return;
    const text = this.#parts.length === 1 ? this.#parts[0]! : this.#parts.join("");
    if (!isBlank(text)) this.#put(text, this.#nodes, this.#starts);
    this.#parts = [];
    this.#nodes = [];
    this.#starts = [];
    this.#joints = [];
    this.#breaks = [];
    this.#length = 0;
  }

  /**
   * `<span>Kabul</span><span>Taliban</span>`: letters that touch across elements are one word only where no box comes
   * between. Otherwise style is asked once something is found.
   */
  #part(data: string): void {
    if (this.#parted || this.#crossed.length === 0) return;
    if (!endsInLetter(this.#parts.at(-1)!) || !isLetterAt(data, 0)) return;
    const edge = edgeBetween(this.#crossed, this.#length <= LONGEST_INITIAL);
    if (edge === Edge.Hard) this.end();
    else this.#parted = edge === Edge.Soft;
  }

  /** Whether a flow that is long enough would be cut within a word, which would have false ends; some are endless. */
  #isInWord(data: string): boolean {
    return (
      this.#length > 0 &&
      this.#length < LONGEST_FLOW + CUT_REACH &&
      endsInLetter(this.#parts.at(-1)!) &&
      isLetterAt(data, 0)
    );
  }

  /** What came between the last text and the one that is added now. */
  #join(): void {
    const before = this.#nodes.length;
    for (const element of this.#loose) this.#joints.push({ before, element });
    if (this.#broken) this.#breaks.push(before);
    if (this.#parted) {
      this.#parts.push("\n");
      this.#length++;
    }
    if (this.#crossed.length > 0) this.#crossed = [];
    if (this.#loose.length > 0) this.#loose = [];
    this.#parted = this.#broken = false;
  }

  #put(text: string, nodes: Text[], starts: number[]): void {
    this.#out.push({
      block: this.#block,
      text,
      nodes,
      starts,
      joints: this.#joints,
      breaks: this.#breaks,
      leads: this.#blocks.length === 0,
      visit: null,
    });
  }

  /**
   * One text node in several flows: `starts` is negative where the node's text began in an earlier one. A word longer than
   * a flow is left out: no name is, and cut it would have false ends.
   */
  #addLong(node: Text, data: string): void {
    for (let from = 0; from < data.length; ) {
      const to = cutBefore(data, from, from + LONGEST_FLOW);
      if (to > from) this.#put(data.slice(from, to), [node], [-from]);
      from = to > from ? to : cutBehind(data, from + LONGEST_FLOW);
    }
  }
}

/** Whether there is nothing but line breaks and indentation: half of a page's text nodes. */
function isBlank(text: string): boolean {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) <= SPACE) at++;
  return at === text.length;
}
const SPACE = 0x20;

/** Where a text is best cut: before the last unit of these. */
const ENDS = ["\n", ". ", "۔ ", "。", " "];

/** The last place after `from` and not after `most` where `data` may be cut, outside of words; `from` for none. */
function cutBefore(data: string, from: number, most: number): number {
  if (most >= data.length) return data.length;
  const least = Math.max(from + 1, most - CUT_REACH);
  const near = data.slice(least, most);
  for (const end of ENDS) {
    const at = near.lastIndexOf(end);
    if (at >= 0) return least + at + end.length - 1;
  }
  let at = most;
  while (at > from && isInsideWord(data, at)) at--;
  return at;
}

/** The first place from `least` on where `data` may be cut. */
function cutBehind(data: string, least: number): number {
  let at = least;
  while (at < data.length && isInsideWord(data, at)) at++;
  return at;
}

const WORD_UNIT = /[\p{L}\p{N}\p{M}\ud800-\udfff]/u;
const isInsideWord = (data: string, at: number): boolean =>
  WORD_UNIT.test(data.charAt(at - 1)) && WORD_UNIT.test(data.charAt(at));
