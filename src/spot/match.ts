/**
 * Tokens → candidate names and cues. The longest name wins, leftmost first, decoys taking part: a decoy that wins
 * leaves nothing. Cues are found wherever they stand, except inside a longer name.
 */
import { standsFree } from "./edges.ts";
import { meetsCase } from "./letter-case.ts";
import { type Form, FormKind, firstStep, formOf, type Lexicon, step } from "./lexicon.ts";
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
  /** First token that the last name found leaves free. */
  let free = 0;
  let nameEnd = -1;
  for (let first = 0; first < tokens.count; first++) {
    const found = longestAt(lexicon, first, text);
    if (first >= free && found.name) {
      free = found.last + 1;
      while (free < tokens.count && tokens.flags[free]! & AGAIN) free++;
      nameEnd = found.name.end;
      (found.name.form.kind === FormKind.Decoy ? result.decoys : result.candidates).push(found.name);
      for (const cue of found.cues) if (cue.end >= nameEnd) result.cues.push(cue);
    } else {
      for (const cue of found.cues) if (cue.end > nameEnd) result.cues.push(cue);
    }
  }
  return result;
}

interface Found {
  name: Hit | null;
  /** Index of the name's last token. */
  last: number;
  cues: Hit[];
}

function longestAt(lexicon: Lexicon, first: number, text: string): Found {
  const found: Found = { name: null, last: first, cues: [] };
  const start = tokens.starts[first]!;
  let node = -1;
  for (let token = first; token < tokens.count; token++) {
    const word = tokens.words[token]!;
    if (token === first) {
      node = firstStep(lexicon, word);
    } else {
      if (tokens.flags[token]! & AGAIN) continue;
      if (!(tokens.flags[token]! & JOINED)) break;
      node = step(lexicon, node, word);
    }
    if (node === -1) break;
    const end = tokens.ends[token]!;
    let name: Form | null = null;
    const firstForm = lexicon.formsAt.start(node);
    for (let id = firstForm + lexicon.formsAt.length(node) - 1; id >= firstForm; id--) {
      const form = formOf(lexicon, id);
      if (!meetsCase(form.case, form.text, text, start, end)) continue;
      if (form.kind === FormKind.Cue) found.cues.push({ start, end, form });
      else if (!name || compareForms(form, name) < 0) name = form;
    }
    if (name && standsFree(text, start, end)) {
      found.name = { start, end, form: name };
      found.last = token;
    }
  }
  return found;
}

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
