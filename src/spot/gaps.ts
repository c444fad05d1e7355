/**
 * What may stand between two words of one name. "al Qaeda", "al-Qaeda" and "al-\nQaeda" are one name; "Pakistan –
 * Taliban", "Pakistan. Taliban" and "Pakistan (Taliban" are two. A comma, an apostrophe or a dash between spaces joins
 * only where the name itself is written with one ("Wolfson College, Cambridge", "Qa'ida").
 */
import { Unit } from "./fold.ts";

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

/**
 * What marks a word that follows such a gap inside a name; these words are vocabulary of their own. Empty for gaps that
 * join freely or never. A period behind an initial joins freely, behind an abbreviation ("Univ. of …") as written.
 */
export function gapWord(gap: number, afterInitial: boolean): string {
  if (gap === Gap.Apostrophe) return "'";
  if (gap === Gap.Comma) return ",";
  if (gap === Gap.SpacedDash) return "-";
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
