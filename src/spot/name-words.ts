/** A name as the vocabulary holds it: the words that the tokenizer would make of it. */
import { classOf, expansionOf, foldCodePoint, Unit, unitOf } from "./fold.ts";
import { Gap, gapWord, widen } from "./gaps.ts";
import { read, readWord } from "./read-word.ts";

/**
 * The folded words of a name, each with what marks the gap before it where that matters; null when something stands
 * between them that no text could match ("A/B"), or nothing at all does.
 */
export function wordsOf(name: string): string[] | null {
  const words: string[] = [];
  let gap: number = Gap.None;
  let abbreviated = false;
  for (let i = 0; i < name.length; ) {
    const start = i;
    const kind = readWord(name, start);
    i = read.next;
    if (kind !== Unit.Word) {
      gap = widen(gap, kind);
      continue;
    }
    if (words.length > 0 && gap === Gap.Break) return null;
    const mark = words.length > 0 ? gapWord(gap, abbreviated) : "";
    words.push(mark + foldWord(name.slice(start, read.end)));
    abbreviated = read.single;
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
