/** The hash of a word: what it is looked up by in a vocabulary, before its letters are compared. */
import { classOf, expansionOf, foldCodePoint, foldPage, Unit, unitOf } from "../letters/fold.ts";

/** FNV-1a over folded UTF-16 units; chosen because the tokenizer can carry it along one unit at a time. */
export const HASH_SEED = 0x811c9dc5 | 0;
export const hashStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** `hash` carried on over already folded units. */
export function hashAll(hash: number, folded: string): number {
  let all = hash;
  for (let i = 0; i < folded.length; i++) all = hashStep(all, folded.charCodeAt(i));
  return all;
}

/** The hash of `prefix`, which is folded, + folded `text[start, end)`. */
export function hashWithPrefix(prefix: string, text: string, start: number, end: number): number {
  let hash = hashAll(HASH_SEED, prefix);
  for (let i = start; i < end; ) {
    const unit = text.charCodeAt(i);
    const letter = foldPage(unit >> 8)[unit & 255]!;
    if (classOf(letter) === Unit.Word) {
      hash = hashStep(hash, unitOf(letter));
      i++;
      continue;
    }
    const codePoint = text.codePointAt(i)!;
    i += codePoint > 0xffff ? 2 : 1;
    const packed = foldCodePoint(codePoint);
    const kind = classOf(packed);
    if (kind === Unit.Word || kind === Unit.Ideograph || kind === Unit.Voicing)
      hash = hashStep(hash, unitOf(packed));
    else if (kind === Unit.Expanded || kind === Unit.ExpandedIdeograph)
      hash = hashAll(hash, expansionOf(packed));
  }
  return hash;
}
