/**
 * Case: whether a match has the letters of its form. Folding took case away; here the original text is asked again,
 * and only for the few matches that there are.
 */
import type { CaseRule } from "../pack/types.ts";

/**
 * Whether `text[start, end)`, which folds to `form`, meets the form's case rule.
 * A text set in capitals throughout is read as if it were not: "ISLAMIC STATE" meets the exact form "Islamic State".
 */
export function meetsCase(rule: CaseRule, form: string, text: string, start: number, end: number): boolean {
  if (rule === "fold") return true;
  const written = text.slice(start, end);
  if (rule === "capital") return startsWithCapital(written) || isCapitals(written);
  if (accents(written) !== accents(form)) return false;
  const wanted = caseMarks(form);
  const found = caseMarks(written);
  return found === wanted || (isCapitals(written) && /l/.test(wanted) && /u/.test(wanted));
}

/** The accents of Latin, Greek and Cyrillic letters: exact letters include them (Turkish "IŞ" is not "IS"). */
const accents = (written: string): string =>
  (written.normalize("NFD").match(/[\u0300-\u036f]/gu) ?? []).join("");

/** Whether the letters around a match are capitals too, so that capitals tell nothing about the match itself. */
export function standsInCapitals(text: string, start: number, end: number): boolean {
  const around = text.slice(Math.max(0, start - NEIGHBOURHOOD), start) + text.slice(end, end + NEIGHBOURHOOD);
  const upper = around.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = around.match(/\p{Ll}/gu)?.length ?? 0;
  return upper >= ENOUGH_CAPITALS && lower === 0;
}

/** How far on each side capitals are looked for, UTF-16 code units: about a headline's half. */
const NEIGHBOURHOOD = 24;
/** Fewer capitals than these may be another acronym next door. */
const ENOUGH_CAPITALS = 6;

function startsWithCapital(written: string): boolean {
  const first = /\p{L}/u.exec(written)?.[0];
  // Letters of scripts without case are neither; they pass.
  return first === undefined || first === first.toUpperCase();
}

function isCapitals(written: string): boolean {
  return written === written.toUpperCase() && written !== written.toLowerCase();
}

/** One mark a cased letter, `u` or `l`; everything else is left out. */
function caseMarks(written: string): string {
  let marks = "";
  for (const char of written.normalize("NFKD")) {
    if (/\p{Lu}|\p{Lt}/u.test(char)) marks += "u";
    else if (/\p{Ll}/u.test(char)) marks += "l";
  }
  return marks;
}
