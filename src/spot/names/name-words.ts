/** A name as the vocabulary holds it: the words that the tokenizer would make of it. */
import { classOf, expansionOf, foldCodePoint, Unit, unitOf } from "../letters/fold.ts";
import { Gap, gapWord, LONGEST_GAP, SIGNS, signOf, signsIn, widen } from "../letters/gaps.ts";
import { readWord } from "./read-word.ts";

/**
 * The folded words of a name, each behind the sign of the gap before it where that matters; null when there are none, or
 * so many signs between two of them that no text is asked for as many.
 */
export function wordsOf(name: string): string[] | null {
  const words: string[] = [];
  /** Where the word before ends. */
  let end = 0;
  let gap: number = Gap.None;
  let abbreviated = false;
  for (let i = 0; i < name.length; ) {
    const start = i;
    const word = readWord(name, start);
    i = word.next;
    if (word.kind !== Unit.Word) {
      gap = widen(gap, word.kind);
      continue;
    }
    let prefix = words.length > 0 ? gapWord(gap, abbreviated) : "";
    if (prefix === SIGNS) {
      prefix = signsIn(name, end, start);
      if (prefix === SIGNS) return null;
    }
    words.push(prefix + foldWord(name.slice(start, word.end)));
    end = word.end;
    abbreviated = word.initial;
    gap = Gap.None;
  }
  return words.length > 0 ? words : null;
}

/** The letters of one word, folded. */
function foldWord(word: string): string {
  let folded = "";
  for (const char of word) {
    const packed = foldCodePoint(char.codePointAt(0)!);
    const kind = classOf(packed);
    if (kind === Unit.Expanded || kind === Unit.ExpandedIdeograph) folded += expansionOf(packed);
    else if (kind === Unit.Word || kind === Unit.Ideograph || kind === Unit.Voicing) {
      folded += String.fromCharCode(unitOf(packed));
    }
  }
  return folded;
}

const SIGNS_BEFORE = /^[^\p{L}\p{M}\p{N}]+/u;
const SIGNS_AFTER = /[^\p{L}\p{M}\p{N}]+$/u;

/** The signs that a name is written with before its first word and after its last: the ")" of "Lashkar (LeT)". */
export function signsAround(name: string): { before: string; after: string } {
  return { before: signsOf(SIGNS_BEFORE.exec(name)?.[0]), after: signsOf(SIGNS_AFTER.exec(name)?.[0]) };
}

/** Of dashes, apostrophes, commas and periods there a text need not have any: "U.N.S.C." is "UNSC". */
function signsOf(around = ""): string {
  let signs = "";
  for (const char of around) {
    const codePoint = char.codePointAt(0)!;
    if (classOf(foldCodePoint(codePoint)) === Unit.Break) signs += signOf(codePoint);
  }
  return signs;
}

/**
 * Where `signs` begin that stand before `at` in `text`, or end that stand behind it (UTF-16 code units); −1 where others
 * do. Spaces are passed over: French sets one before a "!".
 */
export function signsBefore(text: string, at: number, signs: string): number {
  const least = Math.max(0, at - LONGEST_GAP);
  let wanted = signs.length;
  let from = at;
  while (wanted > 0) {
    if (from <= least) return -1;
    from--;
    if (from > least && text.codePointAt(from - 1)! > 0xffff) from--;
    const sign = signOf(text.codePointAt(from)!);
    wanted -= sign.length;
    if (!signs.startsWith(sign, wanted)) return -1;
  }
  return from;
}

export function signsBehind(text: string, at: number, signs: string): number {
  const most = Math.min(text.length, at + LONGEST_GAP);
  let met = 0;
  let to = at;
  while (met < signs.length) {
    if (to >= most) return -1;
    const codePoint = text.codePointAt(to)!;
    to += codePoint > 0xffff ? 2 : 1;
    const sign = signOf(codePoint);
    if (!signs.startsWith(sign, met)) return -1;
    met += sign.length;
  }
  return to;
}
