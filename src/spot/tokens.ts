/**
 * Text → the tokens that some name could be made of. A token is a word (a run of letters and digits) or one ideograph.
 * Words that are in no name are passed over without a trace: on a news page that is nearly all of them, and it is
 * what makes the cost of a page independent of how many names there are.
 */
import { arabicWord } from "./clitics.ts";
import { classOf, expansionOf, foldCodePoint, foldPage, Unit, unitOf } from "./fold.ts";
import { Gap, gapWord, widen } from "./gaps.ts";
import { findWord, HASH_SEED, hashStep, rehash, type Vocabulary } from "./vocabulary.ts";

/** Tokens in the order of the text, as columns. Offsets are UTF-16 code units. */
export interface Tokens {
  starts: number[];
  ends: number[];
  /** Word ids of the vocabulary. */
  words: number[];
  /** Whether the token may continue a name that the token before it belongs to. */
  joined: boolean[];
  /**
   * Whether the token is the one before it read anew, as a word of its own: "d'Islamabad" may go on with a name that is
   * written so, or begin one at "Islamabad".
   */
  again: boolean[];
}

export function tokenize(text: string, vocabulary: Vocabulary): Tokens {
  const tokens: Tokens = { starts: [], ends: [], words: [], joined: [], again: [] };
  const { length } = text;
  let gap: number = Gap.Break;
  /** Whether the token last read is in the vocabulary. */
  let known = false;
  /** Whether the word last read was an initial, or several: a period behind it does not end a name. */
  let abbreviated = false;
  let i = 0;
  while (i < length) {
    let unit = text.charCodeAt(i);
    let packed = foldPage(unit >> 8)[unit & 255]!;
    let kind = packed >> 16;
    let width = 1;
    if (kind === Unit.Surrogate) {
      const codePoint = text.codePointAt(i)!;
      width = codePoint > 0xffff ? 2 : 1;
      packed = foldCodePoint(codePoint);
      kind = classOf(packed);
    }
    const start = i;
    let end = i + width;
    let hash: number = HASH_SEED;
    let count = 0;
    let initials = false;
    if (kind === Unit.Word || kind === Unit.Expanded) {
      const arabic = isArabic(packed);
      for (;;) {
        if (kind === Unit.Word) {
          hash = hashStep(hash, packed & 0xffff);
          count++;
          end = i + width;
        } else if (kind === Unit.Expanded) {
          const folded = expansionOf(packed);
          for (let k = 0; k < folded.length; k++) hash = hashStep(hash, folded.charCodeAt(k));
          count += folded.length;
          end = i + width;
        } else if (kind === Unit.Period && isInitial(text, i, count)) {
          // "U.N." is the word "UN".
          initials = true;
          count = 0;
        } else if (kind !== Unit.Ignored && (kind !== Unit.NonJoiner || arabic)) {
          break;
        }
        i += width;
        if (i >= length) break;
        unit = text.charCodeAt(i);
        packed = foldPage(unit >> 8)[unit & 255]!;
        kind = packed >> 16;
        width = 1;
        if (kind === Unit.Surrogate) {
          const codePoint = text.codePointAt(i)!;
          width = codePoint > 0xffff ? 2 : 1;
          packed = foldCodePoint(codePoint);
          kind = classOf(packed);
        }
      }
    } else if (kind === Unit.Ideograph || kind === Unit.ExpandedIdeograph) {
      if (kind === Unit.Ideograph) hash = hashStep(hash, unitOf(packed));
      else for (const part of expansionOf(packed).split("")) hash = hashStep(hash, part.charCodeAt(0));
      count = 1;
      i = end;
      while (i < length) {
        const mark = foldCodePoint(text.charCodeAt(i));
        if (classOf(mark) !== Unit.Voicing) break;
        hash = hashStep(hash, unitOf(mark));
        end = ++i;
      }
      // Ideographs have no words to be apart from: a name may begin beside anything.
    } else {
      gap = widen(gap, kind);
      i += width;
      continue;
    }

    const prefix = known ? gapWord(gap, abbreviated) : "";
    let continues = -1;
    if (prefix !== "") {
      continues = findWord(vocabulary, rehash(prefix, text, start, end), text, start, end, prefix);
      if (continues !== -1) push(tokens, start, end, continues, true, false);
    }
    let from = start;
    let word = findWord(vocabulary, hash, text, start, end, "");
    let joined = known && (gap <= Gap.DashSpace || (gap === Gap.Period && abbreviated));
    if (word === -1) {
      const stripped = arabicWord(vocabulary, text, start, end);
      if (stripped) {
        word = stripped.word;
        from = stripped.start;
        joined = false;
      }
    }
    if (word !== -1) push(tokens, from, end, word, joined, continues !== -1);
    known = word !== -1 || continues !== -1;
    abbreviated = initials || count === 1;
    gap = Gap.None;
  }
  return tokens;
}

function push(
  tokens: Tokens,
  start: number,
  end: number,
  word: number,
  joined: boolean,
  again: boolean,
): void {
  tokens.starts.push(start);
  tokens.ends.push(end);
  tokens.words.push(word);
  tokens.joined.push(joined);
  tokens.again.push(again);
}

/** Whether the period at `at` follows a single letter (`count` units were read) and leads to another single one. */
function isInitial(text: string, at: number, count: number): boolean {
  return (
    count === 1 &&
    classOf(foldCodePoint(text.charCodeAt(at + 1))) === Unit.Word &&
    !isWordUnit(text.charCodeAt(at + 2))
  );
}

const isWordUnit = (unit: number): boolean => {
  if (Number.isNaN(unit)) return false;
  const kind = classOf(foldCodePoint(unit));
  return kind === Unit.Word || kind === Unit.Expanded;
};

/** Letters with periods between them, as initials are written: `U.N.`, `I.S.I.S.` */
const INITIALS = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])\.?/gu;

/**
 * The folded words of a name, as the vocabulary holds them; null when something stands in it that no text could match
 * ("A/B"), or nothing at all does.
 */
export function wordsOf(name: string): string[] | null {
  const words: string[] = [];
  let gap: number = Gap.None;
  let word = "";
  let ideograph = false;
  const finish = () => {
    if (word !== "") words.push(word);
    word = "";
  };
  for (const char of name.trim().replace(INITIALS, (initials) => initials.replaceAll(".", ""))) {
    const packed = foldCodePoint(char.codePointAt(0)!);
    const kind = classOf(packed);
    const letters =
      kind === Unit.Word || kind === Unit.Ideograph || kind === Unit.Voicing
        ? String.fromCharCode(unitOf(packed))
        : kind === Unit.Expanded || kind === Unit.ExpandedIdeograph
          ? expansionOf(packed)
          : null;
    if (letters === null) {
      if (kind === Unit.Ignored || (kind === Unit.NonJoiner && !isArabicLetter(word))) continue;
      finish();
      gap = widen(gap, kind);
      continue;
    }
    const isIdeograph = kind === Unit.Ideograph || kind === Unit.ExpandedIdeograph;
    if (kind !== Unit.Voicing && (isIdeograph || (ideograph && word !== ""))) finish();
    if (word === "" && words.length > 0) {
      if (gap === Gap.Break) return null;
      word = gapWord(gap, words.at(-1)!.length === 1);
    }
    word += letters;
    ideograph = isIdeograph || kind === Unit.Voicing;
    gap = Gap.None;
  }
  finish();
  return words.length > 0 ? words : null;
}

const isArabicUnit = (unit: number): boolean => unit >= 0x0600 && unit <= 0x08ff;
const isArabicLetter = (word: string): boolean => word !== "" && isArabicUnit(word.charCodeAt(0));
const isArabic = (packed: number): boolean =>
  isArabicUnit(classOf(packed) === Unit.Expanded ? expansionOf(packed).charCodeAt(0) : unitOf(packed));
