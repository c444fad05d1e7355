/**
 * Words that are broken at a line's end: "Tali-⏎ban". The text is read a second time with its halves joined, and what is
 * found across a break there is taken before what is found without: "al-⏎Qaeda" needs no joining, "Taliban-⏎linked" bears none.
 * In a page lines are the browser's to break; this is for text that was set by others: files, mails, scans.
 */

/** UTF-16 code units of the text that it stands in. */
interface Span {
  start: number;
  end: number;
}

/** A text and the forms that were found in it (`Scan`, match.ts). */
interface FoundForms<T extends Span> {
  text: string;
  candidates: T[];
  cues: T[];
  decoys: T[];
}

/** Typesetters leave three letters on a line, and a second half goes on in small letters: "Pakistan-⏎Taliban" is none. */
const BREAK = /(?<=\p{L}{3})-\r?\n[ \t]{0,8}(?=\p{Ll})/gu;

/** The text with its broken words joined; null where it has none, which nearly every text has. */
export function joinBroken(text: string): string | null {
  if (!/-\r?\n/.test(text)) return null;
  const joined = text.replace(BREAK, "");
  return joined.length < text.length ? joined : null;
}

/**
 * `written`, with what `scan` finds across a break of its text.
 *
 * @param scan finds names and cues in a text
 */
export function withBroken<T extends Span>(
  written: FoundForms<T>,
  scan: (text: string) => FoundForms<T>,
): FoundForms<T> {
  const joined = joinBroken(written.text);
  if (joined === null) return written;
  const breaks = breaksOf(written.text);
  const found = scan(joined);
  const across = (hits: readonly T[]) => hits.flatMap((hit) => placeAcross(hit, breaks) ?? []);
  const [candidates, decoys] = [across(found.candidates), across(found.decoys)];
  const names = inOrder([...candidates, ...decoys]);
  const free = (hit: T) => {
    const next = names[countUntil(names, ({ end }) => end <= hit.start)];
    return !next || next.start >= hit.end;
  };
  return {
    text: written.text,
    candidates: inOrder([...written.candidates.filter(free), ...candidates]),
    cues: inOrder([...written.cues, ...across(found.cues)]),
    decoys: inOrder([...written.decoys.filter(free), ...decoys]),
  };
}

/** Where in the joined text a break was, and how many UTF-16 code units are gone up to there, itself among them. */
interface Break {
  at: number;
  gone: number;
}

function breaksOf(text: string): Break[] {
  let gone = 0;
  return [...text.matchAll(BREAK)].map((match) => {
    const at = match.index - gone;
    gone += match[0].length;
    return { at, gone };
  });
}

/** A hit of the joined text at its place in the written one; null where it is not across a break. */
function placeAcross<T extends Span>(hit: T, breaks: readonly Break[]): T | null {
  const goneAt = (count: number): number => breaks[count - 1]?.gone ?? 0;
  const before = goneAt(countUntil(breaks, ({ at }) => at <= hit.start));
  const behind = goneAt(countUntil(breaks, ({ at }) => at < hit.end));
  return before === behind ? null : { ...hit, start: hit.start + before, end: hit.end + behind };
}

/** How many of a sorted list come before the first for which `isBefore` does not hold. */
function countUntil<T>(sorted: readonly T[], isBefore: (item: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const inOrder = <T extends Span>(hits: T[]): T[] => hits.sort((a, b) => a.start - b.start);
