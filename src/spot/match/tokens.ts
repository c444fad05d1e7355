/**
 * Text → the tokens that some name could be made of. A token is a word (a run of letters and digits) or one ideograph.
 * Words that are in no name are passed over without a trace: on a news page that is nearly all of them, and it is
 * what makes the cost of a page independent of how many names there are.
 *
 * Words in ASCII letters, most of most pages, are hashed in a loop of their own; whatever else a word may hold (accents,
 * soft hyphens, surrogate pairs) sends it through the general one, which gives the same hash for the same word.
 */

import {
  ASCII,
  ASCII_CLASS,
  ASCII_FOLD,
  classOf,
  expansionOf,
  foldPage,
  Unit,
  unitOf,
} from "../letters/fold.ts";
import { Gap, gapWord, SIGNS, signsIn, widen } from "../letters/gaps.ts";
import { isSurrogate, nextBeginning } from "../names/beginnings.ts";
import { hashAll, isInitial, read, readOn, readWord } from "../names/read-word.ts";
import {
  findAscii,
  findWord,
  HASH_SEED,
  hashStep,
  mayHold,
  rehash,
  type Vocabulary,
} from "../names/vocabulary.ts";
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

/** Kana and the ideographs of the basic plane: each a word of its own, read without the general loop. */
const EAST_FIRST = 0x3041;
const EAST_LAST = 0x9fff;

/** Fills `tokens` with the tokens of `text`; what it held before is gone. */
export function tokenize(text: string, vocabulary: Vocabulary, tokens: Tokens): void {
  tokens.count = 0;
  const { length } = text;
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
    const start = i;
    let hash: number;
    let end: number;
    let ascii = unit < ASCII;
    if (ascii) {
      let folded = ASCII_FOLD[unit]!;
      if (folded === 0) {
        gap = widen(gap, ASCII_CLASS[unit]!);
        i++;
        continue;
      }
      hash = HASH_SEED;
      let next = unit;
      do {
        hash = hashStep(hash, folded);
        i++;
        if (i === length) break;
        next = text.charCodeAt(i);
        if (next >= ASCII) break;
        folded = ASCII_FOLD[next]!;
      } while (folded !== 0);
      end = i;
      if (i < length && continuesOddly(text, i, next, i - start)) {
        ascii = false;
      } else {
        if (!known && !mayHold(vocabulary, hash)) continue;
        read.single = i - start === 1;
      }
    } else {
      hash = 0;
      end = start;
    }
    const east = !ascii && unit >= EAST_FIRST && unit <= EAST_LAST ? hashIdeograph(text, start, unit) : 0;
    if (east !== 0) {
      hash = east;
      i = end = start + 1;
      if (!known && !mayHold(vocabulary, hash)) continue;
      read.single = false;
    } else if (!ascii) {
      const kind = i === start ? readWord(text, start) : readOn(text, start, i, hash);
      i = read.next;
      if (kind !== Unit.Word) {
        if (known) gap = widen(gap, kind);
        continue;
      }
      hash = read.hash;
      end = read.end;
      if (!known && !mayHold(vocabulary, hash) && !mayHaveProclitic(unit)) continue;
    }

    // A name written with an apostrophe, a comma … here goes on with a word of its own kind.
    let prefix = known ? gapWord(gap, abbreviated) : "";
    let continues = -1;
    if (prefix !== "" && vocabulary.marks.includes(prefix)) {
      if (prefix === SIGNS) prefix = signsIn(text, tokens.ends[tokens.count - 1]!, start);
      continues = findWord(vocabulary, rehash(prefix, text, start, end), text, start, end, prefix);
      if (continues !== -1) tokens.push(start, end, continues, JOINED | NEIGHBOUR);
    }
    const again = continues === -1 ? 0 : AGAIN;
    const neighbour = known ? NEIGHBOUR : 0;
    let word = -1;
    if (mayHold(vocabulary, hash)) {
      word = ascii
        ? findAscii(vocabulary, hash, text, start, end)
        : findWord(vocabulary, hash, text, start, end, "");
    }
    if (word !== -1) {
      const joined = known && (gap <= Gap.DashSpace || (gap === Gap.Period && abbreviated));
      tokens.push(start, end, word, again | neighbour | (joined ? JOINED : 0));
    }
    if (!ascii) {
      const stripped = arabicWord(vocabulary, text, start, end);
      if (stripped) {
        tokens.push(stripped.start, end, stripped.word, neighbour | (word === -1 ? again : AGAIN));
        if (word === -1) word = stripped.word;
      }
    }
    known = word !== -1 || continues !== -1;
    abbreviated = read.single;
    gap = Gap.None;
  }
}

/** The hash of the ideograph at `at`; 0 where the general loop has to look: no ideograph, or a voicing mark behind it. */
function hashIdeograph(text: string, at: number, unit: number): number {
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  if (next === 0x3099 || next === 0x309a) return 0;
  const packed = foldPage(unit >> 8)[unit & 255]!;
  const kind = packed >> 16;
  if (kind === Unit.Ideograph) return hashStep(HASH_SEED, packed & 0xffff);
  return kind === Unit.ExpandedIdeograph ? hashExpansion(packed) : 0;
}

/** Hashes of what ideographs expand to, by the index that their packed fold holds: there are a few hundred. */
const expansionHashes: number[] = [];

function hashExpansion(packed: number): number {
  const index = unitOf(packed);
  const known = expansionHashes[index];
  if (known !== undefined) return known;
  const hash = hashAll(HASH_SEED, expansionOf(packed));
  expansionHashes[index] = hash;
  return hash;
}

/** Whether a word of `count` ASCII letters goes on with what only the general loop reads: `next`, which stands at `at`. */
function continuesOddly(text: string, at: number, next: number, count: number): boolean {
  if (next < ASCII) return ASCII_CLASS[next] === Unit.Period && isInitial(text, at, count);
  const kind = classOf(foldPage(next >> 8)[next & 255]!);
  return (
    kind === Unit.Word ||
    kind === Unit.Ignored ||
    kind === Unit.Expanded ||
    kind === Unit.NonJoiner ||
    kind === Unit.Surrogate
  );
}
