/**
 * Tokens → candidate names and cues. The longest name wins, leftmost first, decoys taking part: a decoy that wins
 * leaves nothing, and where names only stand side by side ("Pakistan-Taliban talks") each of them is one, the shortest that
 * begins there. Cues are found wherever they stand, except inside a longer name.
 */
import { type Chunk, noChunk, standsFree } from "../letters/edges.ts";
import { classOf, foldCodePoint, Unit } from "../letters/fold.ts";
import { meetsCase } from "../letters/letter-case.ts";
import { type Form, FormKind, firstStep, formOf, type Lexicon, step } from "../names/lexicon.ts";
import { signsBefore, signsBehind } from "../names/name-words.ts";
import { withBroken } from "./broken-words.ts";
import type { Hit } from "./hit.ts";
import { addRival, bestRival, compareForms, type Rivals } from "./rivals.ts";
import { AGAIN, JOINED, Tokens, tokenize } from "./tokens.ts";

/** All that deciding needs to know of a flow's text. */
export interface Scan {
  text: string;
  /** Aliases, in the order of the text, none overlapping another or a decoy. */
  candidates: Hit[];
  cues: Hit[];
  decoys: Hit[];
}

/** What a lexicon's words in a text are walked by. Reused from flow to flow: a page has thousands. */
interface Walk {
  lexicon: Lexicon;
  tokens: Tokens;
  /** The token that is looked at next. */
  next: number;
  /** The node that its word leads to from the root. */
  node: number;
}
const walks: Walk[] = [];

/**
 * Names and cues of all `lexicons` in `text`, those of one pack as if they were one: its parts, or the bundled pack's and the reader's own
 * names. Lexicons of one pack stand together, and packs in their order.
 */
export const scan = (lexicons: readonly Lexicon[], text: string): Scan =>
  withBroken(scanText(lexicons, text), (joined) => scanText(lexicons, joined));

function scanText(lexicons: readonly Lexicon[], text: string): Scan {
  const result: Scan = { text, candidates: [], cues: [], decoys: [] };
  lexicons.forEach((lexicon, i) => {
    walks[i] ??= { lexicon, tokens: new Tokens(), next: 0, node: -1 };
    const walk = walks[i];
    tokenize(text, lexicon.vocabulary, walk.tokens);
    walk.lexicon = lexicon;
    walk.next = 0;
    findBeginning(walk);
  });
  const chunk = noChunk();
  const longest: Rivals = [];
  const shortest: Rivals = [];
  let nameEnd = 0;
  /** Up to where names stand side by side. */
  let apartEnd = 0;
  for (let start = nextStart(lexicons.length); start !== -1; start = nextStart(lexicons.length)) {
    longest.length = 0;
    shortest.length = 0;
    /** Where the words end that are names side by side. */
    let sideBySide = 0;
    const cues: Hit[] = [];
    for (let i = 0; i < lexicons.length; i++) {
      const walk = walks[i]!;
      if (startOf(walk) !== start) continue;
      matchFrom(walk, text, nameEnd, chunk);
      cues.push(...found.cues);
      if (found.name) addRival(longest, found.name, found.wordsEnd, 1);
      if (found.shortest) addRival(shortest, found.shortest, found.leastEnd, -1);
      sideBySide = Math.max(sideBySide, found.sideBySide);
      walk.next++;
      findBeginning(walk);
    }
    const best = bestRival(longest, 1);
    if (start >= nameEnd && sideBySide > 0 && sideBySide >= (best?.wordsEnd ?? 0))
      apartEnd = Math.max(apartEnd, sideBySide);
    const name = (start < apartEnd ? bestRival(shortest, -1) : best)?.hit ?? null;
    const taken = name !== null && start >= nameEnd;
    if (name && taken) {
      nameEnd = name.end;
      (name.form.kind === FormKind.Decoy ? result.decoys : result.candidates).push(name);
    }
    for (const cue of cues) if (cue.end > nameEnd || (taken && cue.end === nameEnd)) result.cues.push(cue);
  }
  return result;
}

/** Goes on to a word that some form begins with. */
function findBeginning(walk: Walk): void {
  const { lexicon, tokens } = walk;
  for (; walk.next < tokens.count; walk.next++) {
    walk.node = firstStep(lexicon, tokens.words[walk.next]!);
    if (walk.node !== -1) return;
  }
}

/** Where the next such word of a walk starts; −1 at its end. */
const startOf = ({ tokens, next }: Walk): number => (next < tokens.count ? tokens.starts[next]! : -1);

/** Where the next of all walks starts. */
function nextStart(count: number): number {
  let least = -1;
  for (let i = 0; i < count; i++) {
    const start = startOf(walks[i]!);
    if (start !== -1 && (least === -1 || start < least)) least = start;
  }
  return least;
}

/** What `matchFrom` found. One object, reused: it is asked for every word that begins some form. */
const found = {
  name: null as Hit | null,
  shortest: null as Hit | null,
  wordsEnd: 0,
  leastEnd: 0,
  /** Where the words end of the longest that is names side by side; 0 for none. */
  sideBySide: 0,
  cues: [] as Hit[],
};

/** The longest name, the shortest, and all cues that begin with the next token of `walk`; into `found`. `before`: where the name before ends. */
function matchFrom(walk: Walk, text: string, before: number, chunk: Chunk): void {
  const { lexicon, tokens, next: first } = walk;
  let { node } = walk;
  found.name = null;
  found.shortest = null;
  found.wordsEnd = 0;
  found.sideBySide = 0;
  if (found.cues.length > 0) found.cues = [];
  const start = tokens.starts[first]!;
  for (let token = first; ; ) {
    takeForms(lexicon, node, start, tokens.ends[token]!, text, before, chunk);
    token++;
    while (token < tokens.count && tokens.flags[token]! & AGAIN) token++;
    if (token >= tokens.count || !(tokens.flags[token]! & JOINED)) return;
    node = step(lexicon, node, tokens.words[token]!);
    if (node === -1) return;
  }
}

/** The forms of one node, for the words from `start` to `wordsEnd`. */
function takeForms(
  lexicon: Lexicon,
  node: number,
  start: number,
  wordsEnd: number,
  text: string,
  before: number,
  chunk: Chunk,
): void {
  const count = lexicon.formsAt.length(node);
  if (count === 0) return;
  const end = withMarks(text, wordsEnd);
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
    else if (form.kind === FormKind.Apart) found.sideBySide = wordsEnd;
    else if (!name || (nameStart - from || to - nameEnd || compareForms(name, form)) > 0) {
      name = form;
      nameStart = from;
      nameEnd = to;
    }
  }
  if (name && standsFree(text, start, end, chunk)) {
    found.name = { start: nameStart, end: nameEnd, form: name };
    found.wordsEnd = wordsEnd;
    if (!found.shortest) {
      found.shortest = found.name;
      found.leastEnd = wordsEnd;
    }
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
