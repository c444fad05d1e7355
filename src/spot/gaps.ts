/**
 * What may stand between two words of one name. "al Qaeda", "al-Qaeda" and "al-\nQaeda" are one name; "Pakistan –
 * Taliban", "Pakistan. Taliban" and "Pakistan (Taliban" are two. A comma or an apostrophe joins only where the name
 * itself is written with one ("Wolfson College, Cambridge", "Qa'ida").
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
  /** Joins after a single letter only: "U.N. Security Council". */
  Period: 6,
  Break: 7,
} as const;

/** Marks a word that follows an apostrophe or a comma inside a name; such words are vocabulary of their own. */
export const APOSTROPHE_WORD = "'";
export const COMMA_WORD = ",";

const GAPS = 8;
const CLASSES = 16;
const table = new Uint8Array(GAPS * CLASSES).fill(Gap.Break);

const rule = (gap: number, unit: number, next: number) => {
  table[gap * CLASSES + unit] = next;
};

for (let gap = 0; gap < GAPS; gap++) rule(gap, Unit.Ignored, gap);
rule(Gap.None, Unit.Space, Gap.Space);
rule(Gap.None, Unit.NonJoiner, Gap.Space);
rule(Gap.Space, Unit.Space, Gap.Space);
rule(Gap.Space, Unit.NonJoiner, Gap.Space);
rule(Gap.None, Unit.Dash, Gap.Dash);
rule(Gap.Dash, Unit.Space, Gap.DashSpace);
rule(Gap.DashSpace, Unit.Space, Gap.DashSpace);
rule(Gap.None, Unit.Apostrophe, Gap.Apostrophe);
rule(Gap.None, Unit.Comma, Gap.Comma);
rule(Gap.Comma, Unit.Space, Gap.Comma);
rule(Gap.None, Unit.Period, Gap.Period);
rule(Gap.Period, Unit.Space, Gap.Period);

/** The gap after one more unit of class `unitClass` was read between two words. */
export function widen(gap: number, unitClass: number): number {
  return table[gap * CLASSES + unitClass]!;
}
