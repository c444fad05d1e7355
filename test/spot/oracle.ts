/**
 * A second, naive matcher to hold the real one against. It shares the folding of single letters with it and nothing
 * else: no vocabulary, no hashes, no trie, no tokens kept over, and edges and case in words of its own; every form is tried
 * at every word. Arabic proclitics are not its business (the table of cases has them).
 */
import type { CaseRule, NameSource } from "../../src/pack/types.ts";
import { classOf, expansionOf, foldCodePoint, isArabic, Unit, unitOf } from "../../src/spot/letters/fold.ts";
import { hasCase, isFree } from "./oracle-rules.ts";

export interface Found {
  start: number;
  end: number;
  /** The form's text; a decoy's is marked. */
  form: string;
}

interface Word {
  folded: string;
  start: number;
  end: number;
  /**
   * What stood before it since the last word, a letter a class: S space, D dash, A apostrophe, C comma, P period; any other
   * sign is itself.
   */
  gap: string;
  /** A single letter, or several with periods between. */
  initial: boolean;
}

interface Match {
  form: Form;
  start: number;
  end: number;
  /** Where its last word ends. */
  last: number;
}

interface Form {
  text: string;
  words: Word[];
  /** Signs that have to stand around it. */
  before: string;
  after: string;
  rule: CaseRule;
  sure: boolean;
  decoy: boolean;
  /** Not one name, but names side by side. */
  apart: boolean;
  owners: string;
}

/** All names in `text`; those across a break of a broken word before those without. */
export function findNaively(source: NameSource, text: string): Found[] {
  const places = Array.from({ length: text.length }, (_, at) => at);
  const kept = places.filter((at) => !isInBreak(text, at));
  const joined = kept.map((at) => text[at]).join("");
  const isAcross = (start: number, end: number) =>
    end - start > joined.slice(kept.indexOf(start), kept.indexOf(end - 1) + 1).length;
  const across = namesIn(source, joined)
    .map(({ start, end, form }) => ({ start: kept[start]!, end: kept[end - 1]! + 1, form }))
    .filter(({ start, end }) => isAcross(start, end));
  const written = namesIn(source, text).filter(
    (name) => !across.some(({ start, end }) => name.start < end && start < name.end),
  );
  return [...written, ...across].sort((a, b) => a.start - b.start);
}

/** Whether the unit at `at` is of a hyphen and a line's end between three letters, or more, and a small one. */
function isInBreak(text: string, at: number): boolean {
  for (let from = at; from >= Math.max(0, at - 11); from--) {
    const found = /^-\r?\n[ \t]{0,8}(?=\p{Ll})/u.exec(text.slice(from));
    if (found && from + found[0].length > at && /\p{L}{3}$/u.test(text.slice(0, from))) return true;
  }
  return false;
}

/** All names in `text`, leftmost and longest, decoys among them. */
function namesIn(source: NameSource, text: string): Found[] {
  const forms = formsOf(source);
  const words = wordsIn(text);
  const found: Found[] = [];
  let free = 0;
  let apart = 0;
  for (let first = 0; first < words.length; first++) {
    if (words[first]!.start < free) continue;
    let best: Match | null = null;
    let least: Match | null = null;
    let side = 0;
    for (const form of forms) {
      const match = matchAt(form, words, first, text);
      if (!match || (form.before !== "" && match.start < free)) continue;
      if (!hasCase(form.rule, form.text, text.slice(match.start, match.end))) continue;
      if (!isFree(text, words[first]!.start, match.last)) continue;
      if (form.apart) {
        side = Math.max(side, match.last);
        continue;
      }
      if (!best || isBetter({ form, ...match }, best)) best = { form, ...match };
      const closer =
        !least ||
        match.last < least.last ||
        (match.last === least.last && isBetter({ form, ...match }, least));
      if (closer) least = { form, ...match };
    }
    if (side > 0 && side >= (best?.last ?? 0)) apart = Math.max(apart, side);
    if (words[first]!.start < apart) best = least;
    if (!best) continue;
    free = best.end;
    found.push({
      start: best.start,
      end: best.end,
      form: (best.form.decoy ? "decoy " : "") + best.form.text,
    });
  }
  return found;
}

/** The one with more words; of as many, the one with more signs around, those before it first. */
function isBetter(a: Match, b: Match): boolean {
  if (a.last !== b.last) return a.last > b.last;
  if (a.start !== b.start) return a.start < b.start;
  return a.end !== b.end ? a.end > b.end : rank(a.form) < rank(b.form);
}

/** The stricter case, the surer, a name before a decoy, then by text and owners. */
const rank = ({ rule, sure, decoy, text, owners }: Form): string =>
  [["exact", "capital", "fold"].indexOf(rule), sure ? 0 : 1, decoy ? 1 : 0, text, owners].join("\u0001");

function formsOf({ entities, ambiguities }: NameSource): Form[] {
  const made = (
    form: { text: string; case?: CaseRule; trust?: string; apart?: boolean },
    decoy: boolean,
    owners: string,
  ): Form => ({
    text: form.text,
    words: wordsIn(form.text),
    ...signsAround(form.text),
    rule: form.case ?? "fold",
    sure: (form.trust ?? "sure") === "sure",
    decoy,
    apart: form.apart ?? false,
    owners,
  });
  return [
    ...entities.flatMap(({ id, aliases, decoys }) => [
      ...aliases.map((alias) => made(alias, false, id)),
      ...decoys.map((decoy) => made(decoy, true, id)),
    ]),
    ...ambiguities.flatMap(({ aliases, among }) => aliases.map((alias) => made(alias, false, among.join()))),
  ];
}

function matchAt(
  form: Form,
  words: readonly Word[],
  first: number,
  text: string,
): Omit<Match, "form"> | null {
  const { folded, start } = words[first]!;
  if (folded !== form.words[0]!.folded) return null;
  for (let i = 1; i < form.words.length; i++) {
    const [wanted, there] = [form.words[i]!, words[first + i]];
    if (!there || there.folded !== wanted.folded) return null;
    const wantedGap = kindOf(wanted.gap, form.words[i - 1]!.initial);
    const thereGap = kindOf(there.gap, words[first + i - 1]!.initial);
    if (thereGap !== wantedGap || thereGap === "never") return null;
  }
  const { end } = words[first + form.words.length - 1]!;
  const marks = /^[\p{M}\u0640]*/u.exec(text.slice(end))![0];
  const kept = [...marks].findIndex((mark) => classOf(foldCodePoint(mark.codePointAt(0)!)) !== Unit.Ignored);
  const last = end + (kept === -1 ? marks.length : kept);
  for (let from = start; from >= Math.max(0, start - LONGEST_GAP); from--) {
    if (signsOf(text.slice(from, start)) !== form.before) continue;
    for (let to = last; to <= Math.min(text.length, last + LONGEST_GAP); to++)
      if (signsOf(text.slice(last, to)) === form.after) return { start: from, end: to, last };
    return null;
  }
  return null;
}

/** The signs of `text` in their plain forms, without spaces and what is ignored. */
const signsOf = (text: string): string =>
  plainly(
    [...text]
      .filter((char) => {
        const kind = classOf(foldCodePoint(char.codePointAt(0)!)) as number;
        return kind !== Unit.Space && kind !== Unit.Ignored && kind !== Unit.NonJoiner;
      })
      .join(""),
  );

/** The signs of `text` in their plain forms; what a space, a dash … is stays as it is. */
const plainly = (text: string): string =>
  [...text]
    .map((char) => {
      const plain = char.normalize("NFKC");
      return plain.length === 1 ? plain : char;
    })
    .join("");

const isSign = (char: string): boolean => classOf(foldCodePoint(char.codePointAt(0)!)) === Unit.Break;

function signsAround(text: string): { before: string; after: string } {
  const chars = [...text];
  const isWordly = (char: string) => /[\p{L}\p{M}\p{N}]/u.test(char);
  const first = chars.findIndex(isWordly);
  const last = chars.findLastIndex(isWordly);
  const signs = (part: string[]) => plainly(part.filter(isSign).join(""));
  return { before: signs(chars.slice(0, first)), after: signs(chars.slice(last + 1)) };
}

/** UTF-16 code units, ignored ones not counted. */
const LONGEST_GAP = 12;

/** What a gap joins: anything freely, only the same again, or, where it is too long, nothing. */
function kindOf(gap: string, afterInitial: boolean): string {
  if (/^(?:S*|DS*|AS+)$/.test(gap)) return "free";
  if (/^PS*$/.test(gap)) return afterInitial ? "free" : "period";
  if (gap === "A") return "apostrophe";
  if (/^CS*$/.test(gap)) return "comma";
  if (/^S+DS*$/.test(gap)) return "spaced dash";
  return gap.length > LONGEST_GAP ? "never" : `signs ${gap.replaceAll("S", "")}`;
}

/** A text's words, by the letter. */
function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let gap = "";
  let open: Word | null = null;
  const close = () => {
    open = null;
  };
  const chars = [...text].map((char) => {
    const packed = foldCodePoint(char.codePointAt(0)!);
    return { char, packed, kind: classOf(packed) as number };
  });
  let at = 0;
  chars.forEach(({ char, packed, kind }, i) => {
    const start = at;
    at += char.length;
    const end = at;
    const letters =
      kind === Unit.Word || kind === Unit.Ideograph || kind === Unit.Voicing
        ? String.fromCharCode(unitOf(packed))
        : kind === Unit.Expanded || kind === Unit.ExpandedIdeograph
          ? expansionOf(packed)
          : null;
    const ideograph = kind === Unit.Ideograph || kind === Unit.ExpandedIdeograph;
    const current = open as (Word & { ideograph?: boolean }) | null;
    if (letters !== null && kind !== Unit.Voicing) {
      if (current && !ideograph && !current.ideograph) {
        current.folded += letters;
        current.end = end;
        current.initial = false;
        return;
      }
      const made: Word & { ideograph: boolean } = {
        folded: letters,
        start,
        end,
        gap,
        initial: letters.length === 1 && !ideograph,
        ideograph,
      };
      words.push(made);
      open = made;
      gap = "";
      return;
    }
    if (kind === Unit.Voicing) {
      if (current?.ideograph) {
        current.folded += letters!;
        current.end = end;
      } else {
        close();
        gap += plainly(char);
      }
      return;
    }
    if (kind === Unit.Ignored) return;
    if (kind === Unit.NonJoiner && !(current && isArabic(current.folded.charCodeAt(0)))) {
      if (current) return;
      gap += "S";
      return;
    }
    if (kind === Unit.Period && current && single(current) && isSingleAhead(chars, i)) {
      // Initials: the next letter belongs to this word.
      const next = chars[i + 1]!;
      current.folded += foldedOf(next.packed);
      current.end = end + next.char.length;
      next.kind = Unit.Ignored;
      (current as Word & { lastSingle?: boolean }).lastSingle = true;
      current.initial = true;
      return;
    }
    close();
    gap += SIGNS.get(kind) ?? plainly(char);
  });
  return words;
}

const single = (word: Word & { lastSingle?: boolean; ideograph?: boolean }): boolean =>
  !word.ideograph && (word.lastSingle === true || word.folded.length === 1);

const isWord = (kind: number | undefined): boolean => kind === Unit.Word || kind === Unit.Expanded;

const foldedOf = (packed: number): string =>
  classOf(packed) === Unit.Word ? String.fromCharCode(unitOf(packed)) : expansionOf(packed);

function isSingleAhead(
  chars: ReadonlyArray<{ char: string; packed: number; kind: number }>,
  i: number,
): boolean {
  const [next, after] = [chars[i + 1], chars[i + 2]];
  return next?.char.length === 1 && isWord(next.kind) && !(after?.char.length === 1 && isWord(after.kind));
}

const SIGNS = new Map<number, string>([
  [Unit.Space, "S"],
  [Unit.NonJoiner, "S"],
  [Unit.Dash, "D"],
  [Unit.Apostrophe, "A"],
  [Unit.Comma, "C"],
  [Unit.Period, "P"],
]);
