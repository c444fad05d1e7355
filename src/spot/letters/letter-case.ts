/**
 * Case: whether a match has the letters of its form. Folding took case away; here the original text is asked again,
 * and only for the few matches that there are.
 */
import type { CaseRule } from "../../pack/types.ts";

/**
 * Whether `text[start, end)`, which folds to `form`, meets the form's case rule.
 * A text set in capitals throughout is read as if it were not: "ISLAMIC STATE" meets the exact form "Islamic State".
 */
export function meetsCase(rule: CaseRule, form: string, text: string, start: number, end: number): boolean {
  if (rule === "fold") return true;
  const written = text.slice(start, end);
  if (written === form) return true;
  if (rule === "capital") return startsWithCapital(written) || isCapitals(written);
  const wanted = casePattern(form);
  const found = casePattern(written);
  if (found !== wanted && !(isCapitals(written) && wanted.includes("l") && wanted.includes("u")))
    return false;
  return accents(written) === accents(form);
}

const ASCII_ONLY = /^[\0-\x7f]*$/;

/** The accents of Latin, Greek and Cyrillic letters: exact letters include them (Turkish "IŞ" is not "IS"). */
function accents(written: string): string {
  if (ASCII_ONLY.test(written)) return "";
  return (written.normalize("NFD").match(/[\u0300-\u036f]/gu) ?? []).join("");
}

/**
 * Whether the letters around a match are capitals too, so that capitals tell nothing about the match itself: those of a
 * headline, or of the word right beside it ("AS IS"). Letters without case end what is looked at: in ISIS、ISILとも。IS no
 * line is set in capitals.
 */
export function standsInCapitals(text: string, start: number, end: number): boolean {
  return (
    isCapitalWord(text, start - 2, -1, start - 1) ||
    isCapitalWord(text, end + 1, 1, end) ||
    capitalsFrom(text, start - 1, -1) + capitalsFrom(text, end, 1) >= ENOUGH_CAPITALS
  );
}

/** How many capitals stand from `at` on in a direction, in the neighbourhood; not a number where a small letter does. */
function capitalsFrom(text: string, at: number, direction: 1 | -1): number {
  let capitals = 0;
  for (let i = at; Math.abs(i - at) < NEIGHBOURHOOD && i >= 0 && i < text.length; i += direction) {
    const letter = caseOf(text.charAt(i));
    if (letter === "l") return Number.NaN;
    if (letter === "u") capitals++;
    else if (CASELESS.test(text.charAt(i))) break;
  }
  return capitals;
}

/** Whether a word of capitals, two or more, begins beyond the one space at `gap`; read from `at` on in a direction. */
function isCapitalWord(text: string, at: number, direction: 1 | -1, gap: number): boolean {
  if (!/\s/.test(text.charAt(gap))) return false;
  let capitals = 0;
  for (let i = at; i >= 0 && i < text.length && capitals < LONGEST_WORD; i += direction) {
    const letter = caseOf(text.charAt(i));
    if (letter === "l") return false;
    if (letter !== "u") break;
    capitals++;
  }
  return capitals >= 2;
}

const CASELESS = /\p{Lo}/u;

/** How far on each side capitals are looked for, UTF-16 code units: about a headline's half. */
const NEIGHBOURHOOD = 24;
/** Longer than any word that is set in capitals by chance, UTF-16 code units. */
const LONGEST_WORD = 24;
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

/** `u` or `l` for each letter that has case: "ulll" for "Isis"; everything else is left out. */
export function casePattern(written: string): string {
  let pattern = "";
  for (const char of ASCII_ONLY.test(written) ? written : written.normalize("NFKD")) pattern += caseOf(char);
  return pattern;
}

/** `u` for a capital, `l` for a small letter, nothing for what has no case. */
function caseOf(char: string): "u" | "l" | "" {
  // ASCII without the Unicode tables: this is asked for every "is" of an English page.
  if (char >= "a" && char <= "z") return "l";
  if (char >= "A" && char <= "Z") return "u";
  if (char <= "\x7f") return "";
  if (/\p{Lu}|\p{Lt}/u.test(char)) return "u";
  return /\p{Ll}/u.test(char) ? "l" : "";
}
