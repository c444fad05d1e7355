/**
 * Tokens → candidate names and cues. The longest name wins, leftmost first, decoys taking part: a decoy that wins
 * leaves nothing. Cues are found wherever they stand, except inside a longer name.
 */
import { type Chunk, noChunk, standsFree } from "../letters/edges.ts";
import { classOf, foldCodePoint, Unit } from "../letters/fold.ts";
import { meetsCase } from "../letters/letter-case.ts";
import { type Form, FormKind, firstStep, formOf, type Lexicon, step } from "../names/lexicon.ts";
import { signsBefore, signsBehind } from "../names/name-words.ts";
import { AGAIN, JOINED, Tokens, tokenize } from "./tokens.ts";

/** A form found in a flow, nothing decided. Offsets are UTF-16 code units of the flow. */
export interface Hit {
  start: number;
  end: number;
  form: Form;
}

/** All that deciding needs to know of a flow's text. */
export interface Scan {
  text: string;
  /** Aliases, in the order of the text, none overlapping another or a decoy. */
  candidates: Hit[];
  cues: Hit[];
  decoys: Hit[];
}

/** Reused from flow to flow: a page has thousands. */
const tokens = new Tokens();

export function scan(lexicon: Lexicon, text: string): Scan {
  const result: Scan = { text, candidates: [], cues: [], decoys: [] };
  tokenize(text, lexicon.vocabulary, tokens);
  const chunk = noChunk();
  /** First token that the last name found leaves free. */
  let free = 0;
  let nameEnd = 0;
  for (let first = 0; first < tokens.count; first++) {
    const node = firstStep(lexicon, tokens.words[first]!);
    if (node === -1) continue;
    matchFrom(lexicon, node, first, text, nameEnd, chunk);
    const { name, cues } = found;
    const taken = name !== null && first >= free;
    if (taken) {
      free = found.last + 1;
      while (free < tokens.count && tokens.flags[free]! & AGAIN) free++;
      nameEnd = name.end;
      (name.form.kind === FormKind.Decoy ? result.decoys : result.candidates).push(name);
    }
    if (cues.length === 0) continue;
    for (const cue of cues) if (cue.end > nameEnd || (taken && cue.end === nameEnd)) result.cues.push(cue);
  }
  return result;
}

/** What `matchFrom` found. One object, reused: it is asked for every word that begins some form. */
const found: { name: Hit | null; last: number; cues: Hit[] } = { name: null, last: 0, cues: [] };

/**
 * The longest name and all cues that begin with token `first`, which leads to `node`; into `found`. `before`: where the
 * name before ends.
 */
function matchFrom(
  lexicon: Lexicon,
  node: number,
  first: number,
  text: string,
  before: number,
  chunk: Chunk,
): void {
  found.name = null;
  if (found.cues.length > 0) found.cues = [];
  const start = tokens.starts[first]!;
  for (let token = first; ; ) {
    takeForms(lexicon, node, start, token, text, before, chunk);
    token++;
    while (token < tokens.count && tokens.flags[token]! & AGAIN) token++;
    if (token >= tokens.count || !(tokens.flags[token]! & JOINED)) return;
    node = step(lexicon, node, tokens.words[token]!);
    if (node === -1) return;
  }
}

/** The forms of one node, for the text from `start` to the end of token `last`. */
function takeForms(
  lexicon: Lexicon,
  node: number,
  start: number,
  last: number,
  text: string,
  before: number,
  chunk: Chunk,
): void {
  const count = lexicon.formsAt.length(node);
  if (count === 0) return;
  const end = withMarks(text, tokens.ends[last]!);
  const firstForm = lexicon.formsAt.start(node);
  let name: Form | null = null;
  /** Where `name` stands, with the signs around it that it is written with. */
  let nameStart = start;
  let nameEnd = end;
  for (let id = firstForm; id < firstForm + count; id++) {
    const form = formOf(lexicon, id);
    const from = form.before === "" ? start : signsBefore(text, start, form.before);
    const to = form.after === "" ? end : signsBehind(text, end, form.after);
    // Signs that are not there, or belong to the name before.
    if (to === -1 || (from !== start && from < before)) continue;
    if (!meetsCase(form.case, form.text, text, from, to)) continue;
    if (form.kind === FormKind.Cue) found.cues.push({ start: from, end: to, form });
    else if (!name || (nameStart - from || to - nameEnd || compareForms(name, form)) > 0) {
      name = form;
      nameStart = from;
      nameEnd = to;
    }
  }
  if (name && standsFree(text, start, end, chunk)) {
    found.name = { start: nameStart, end: nameEnd, form: name };
    found.last = last;
  }
}

/** The end of the letter that ends at `end`: marks on it belong to it, and to what a reader sees as the name. */
function withMarks(text: string, end: number): number {
  let at = end;
  while (at < text.length && text.charCodeAt(at) >= FIRST_MARK && isFoldedMark(text, at)) at++;
  return at;
}

/** Combining marks, and tatweel, that folding takes away. Others are letters to it (Indic vowel signs). */
const isFoldedMark = (text: string, at: number): boolean =>
  classOf(foldCodePoint(text.charCodeAt(at))) === Unit.Ignored && MARK.test(text.charAt(at));
const MARK = /[\p{M}\u0640]/u;
const FIRST_MARK = 0x300;

const CASE_ORDER = { exact: 0, capital: 1, fold: 2 };

/** Which of two forms with the same words is taken, whatever the order of the pack: the stricter, the surer. */
function compareForms(a: Form, b: Form): number {
  return (
    CASE_ORDER[a.case] - CASE_ORDER[b.case] ||
    Number(b.sure) - Number(a.sure) ||
    a.kind - b.kind ||
    (a.text < b.text ? -1 : a.text > b.text ? 1 : 0) ||
    (a.entities.join() < b.entities.join() ? -1 : 1)
  );
}
