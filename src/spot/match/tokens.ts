/**
 * Text → the tokens that some name could be made of. A token is a word (a run of letters and digits) or one ideograph.
 * Words that are in no name are passed over without a trace: on a news page that is nearly all of them, and it is
 * what makes the cost of a page independent of how many names there are.
 */
import { ASCII, ASCII_CLASS, ASCII_FOLD, isSurrogate, Unit } from "../letters/fold.ts";
import { Gap, gapWord, SIGNS, signsIn, widen } from "../letters/gaps.ts";
import { nextBeginning } from "../names/beginnings.ts";
import { hashIdeograph, readWord } from "../names/read-word.ts";
import { mayHold, type Words } from "../names/vocabulary.ts";
import { hashWithPrefix } from "../names/word-hash.ts";
import { arabicWord, mayHaveProclitic } from "./clitics.ts";

/** The token may continue a name that the token before it belongs to. */
export const JOINED = 1;
/**
 * The token is the one before it read anew, as a word of its own: "d'Islamabad" may go on with a name that is written
 * so, or begin one at "Islamabad"; بالقاعدة may be a word of a name, or "by" and a name.
 */
export const AGAIN = 2;
/** No word stands between the token and the one before it; whatever signs do. */
export const NEIGHBOUR = 4;

/** Tokens in the order of the text, as columns; the first `count` entries hold. Offsets are UTF-16 code units. */
export class Tokens {
  count = 0;
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** Word ids of the vocabulary. */
  words = new Int32Array(256);
  /** `JOINED`, `AGAIN`, `NEIGHBOUR`. */
  flags = new Uint8Array(256);

  push(start: number, end: number, word: number, flags: number): void {
    if (this.count === this.starts.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.words[this.count] = word;
    this.flags[this.count] = flags;
    this.count++;
  }

  #grow(): void {
    const larger = <T extends Int32Array | Uint8Array>(old: T, made: T): T => {
      made.set(old);
      return made;
    };
    const size = this.count * 2;
    this.starts = larger(this.starts, new Int32Array(size));
    this.ends = larger(this.ends, new Int32Array(size));
    this.words = larger(this.words, new Int32Array(size));
    this.flags = larger(this.flags, new Uint8Array(size));
  }
}

/** Fills `tokens` with the tokens of `text`; what it held before is gone. */
export function tokenize(text: string, vocabulary: Words, tokens: Tokens): void {
  tokens.count = 0;
  const { length } = text;
  const { isVague } = vocabulary;
  /** Whether the word last read is in the vocabulary. If not, nothing can continue it, and gaps do not matter. */
  let known = false;
  let gap: number = Gap.Break;
  /** Whether the word last read was an initial, or several: a period behind it does not end a name. */
  let abbreviated = false;
  let i = 0;
  while (i < length) {
    let unit = text.charCodeAt(i);
    if (!known && (unit < ASCII || isSurrogate(unit))) {
      i = nextBeginning(vocabulary.beginnings, text, i);
      if (i === length) return;
      unit = text.charCodeAt(i);
    }
    // A space or sign of ASCII stands behind nearly every word: that costs no call.
    if (unit < ASCII && ASCII_FOLD[unit] === 0) {
      gap = widen(gap, ASCII_CLASS[unit]!);
      i++;
      continue;
    }
    const start = i;
    if (!known) {
      const ideograph = hashIdeograph(text, start, unit);
      if (ideograph !== 0 && !mayHold(vocabulary, ideograph)) {
        i++;
        continue;
      }
    }
    const { kind, hash, end, next, initial, ascii } = readWord(text, start);
    i = next;
    if (kind !== Unit.Word) {
      if (known) gap = widen(gap, kind);
      continue;
    }
    if (!known && !mayHold(vocabulary, hash) && (ascii || !mayHaveProclitic(unit))) continue;

    // A name written with an apostrophe, a comma … here goes on with a word of its own kind.
    let prefix = known ? gapWord(gap, abbreviated) : "";
    let continues = -1;
    if (prefix !== "" && vocabulary.marks.includes(prefix)) {
      if (prefix === SIGNS) prefix = signsIn(text, tokens.ends[tokens.count - 1]!, start);
      const marked = hashWithPrefix(prefix, text, start, end);
      continues = vocabulary.find(marked, text, start, end, prefix, false);
      if (continues !== -1) tokens.push(start, end, continues, JOINED | NEIGHBOUR);
    }
    const again = continues === -1 ? 0 : AGAIN;
    const neighbour = known ? NEIGHBOUR : 0;
    let word = -1;
    if (mayHold(vocabulary, hash)) word = vocabulary.find(hash, text, start, end, "", ascii);
    if (word !== -1) {
      const joined = known && (gap <= Gap.DashSpace || (gap === Gap.Period && abbreviated));
      tokens.push(start, end, word, again | neighbour | (joined ? JOINED : 0));
    }
    if (!ascii && mayHaveProclitic(unit)) {
      arabicWord(vocabulary, text, start, end, (noun, at) => {
        tokens.push(at, end, noun, neighbour | (word === -1 ? again : AGAIN));
        if (word === -1) word = noun;
        return !isVague;
      });
    }
    known = word !== -1 || continues !== -1;
    abbreviated = initial;
    gap = Gap.None;
  }
}
