/** A name as the vocabulary holds it: the words that the tokenizer would make of it. */
import { classOf, expansionOf, foldCodePoint, isArabic, Unit, unitOf } from "./fold.ts";
import { Gap, gapWord, widen } from "./gaps.ts";

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
      if (kind === Unit.Ignored || (kind === Unit.NonJoiner && !isArabic(word.charCodeAt(0)))) continue;
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
