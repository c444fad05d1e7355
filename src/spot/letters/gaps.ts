/**
 * What may stand between two words of one name. "al Qaeda", "al-Qaeda" and "al-\nQaeda" are one name; "Pakistan –
 * Taliban", "Pakistan. Taliban" and "Pakistan (Taliban" are two. A comma, an apostrophe, a dash between spaces or any
 * other sign joins only where the name itself is written with it ("Wolfson College, Cambridge", "Qa'ida", "R&AW").
 */
import { ASCII, ASCII_CLASS, classOf, foldCodePoint, Unit } from "./fold.ts";

export const Gap = {
  /** Two tokens touch: ideographs, or an ideograph beside a word. */
  None: 0,
  Space: 1,
  Dash: 2,
  /** A dash and then space: a line broken after a hyphen. */
  DashSpace: 3,
  Apostrophe: 4,
  Comma: 5,
  /** Joins freely after a single letter: "U.N. Security Council". */
  Period: 6,
  Break: 7,
  /** "Islamic State – Khorasan Province". */
  SpacedDash: 8,
} as const;

/** Begins the mark of a word that follows other signs inside a name; `signsIn` has the rest: "R&AW" is "r", "\0&aw". */
export const SIGNS = "\0";

/**
 * What marks a word that follows such a gap inside a name; these words are vocabulary of their own. Empty for gaps that
 * join freely. A period behind an initial joins freely, behind an abbreviation ("Univ. of …") as written.
 */
export function gapWord(gap: number, afterInitial: boolean): string {
  if (gap === Gap.Apostrophe) return "'";
  if (gap === Gap.Comma) return ",";
  if (gap === Gap.SpacedDash) return "-";
  if (gap === Gap.Break) return SIGNS;
  return gap === Gap.Period && !afterInitial ? "." : "";
}

const GAPS = 9;
const CLASSES = 16;
const table = new Uint8Array(GAPS * CLASSES).fill(Gap.Break);

const rule = (gap: number, unit: number, next: number) => {
  table[gap * CLASSES + unit] = next;
};

for (let gap = 0; gap < GAPS; gap++) rule(gap, Unit.Ignored, gap);
rule(Gap.None, Unit.Space, Gap.Space);
rule(Gap.Space, Unit.Space, Gap.Space);
rule(Gap.None, Unit.Dash, Gap.Dash);
rule(Gap.Dash, Unit.Space, Gap.DashSpace);
rule(Gap.DashSpace, Unit.Space, Gap.DashSpace);
rule(Gap.Space, Unit.Dash, Gap.SpacedDash);
rule(Gap.SpacedDash, Unit.Space, Gap.SpacedDash);
rule(Gap.None, Unit.Apostrophe, Gap.Apostrophe);
// "girls' schools", and the closing quotation mark of “the ‘Pakistani’ Taliban”.
rule(Gap.Apostrophe, Unit.Space, Gap.Space);
rule(Gap.None, Unit.Comma, Gap.Comma);
rule(Gap.Comma, Unit.Space, Gap.Comma);
rule(Gap.None, Unit.Period, Gap.Period);
rule(Gap.Period, Unit.Space, Gap.Period);

// A zero width non-joiner parts words where it is not inside one, as a space does.
for (let gap = 0; gap < GAPS; gap++) rule(gap, Unit.NonJoiner, widen(gap, Unit.Space));

/** The gap after one more unit of class `unitClass` was read between two words. */
export function widen(gap: number, unitClass: number): number {
  return table[gap * CLASSES + unitClass]!;
}

/** The longest gap with signs in it inside a name, UTF-16 code units: " (", " & ", "++/". */
export const LONGEST_GAP = 12;

/**
 * The signs in `text[from, to)`, which parts two words and is no gap that joins freely, behind `SIGNS`: a dash is any
 * dash, a full-width bracket a bracket, and spaces do not count ("R&AW", "R & AW"). `SIGNS` alone, which marks no word,
 * where there is more than a name can have.
 */
export function signsIn(text: string, from: number, to: number): string {
  let signs = SIGNS;
  for (let i = from; i < to && to - from <= LONGEST_GAP; ) {
    const codePoint = text.codePointAt(i)!;
    i += codePoint > 0xffff ? 2 : 1;
    signs += signOf(codePoint);
  }
  return signs;
}

/** One sign in its plain form; "" for spaces and for what folding takes away. */
export function signOf(codePoint: number): string {
  const kind = codePoint < ASCII ? ASCII_CLASS[codePoint]! : classOf(foldCodePoint(codePoint));
  if (kind === Unit.Space || kind === Unit.Ignored || kind === Unit.NonJoiner) return "";
  if (kind === Unit.Dash) return "-";
  if (kind === Unit.Apostrophe) return "'";
  if (kind === Unit.Comma) return ",";
  if (kind === Unit.Period) return ".";
  const char = String.fromCodePoint(codePoint);
  const plain = codePoint < ASCII ? char : char.normalize("NFKC");
  return plain.length === 1 ? plain : char;
}
