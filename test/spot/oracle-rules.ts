/** The naive matcher's rules of edges and of case, stated anew: nothing of `src/spot` is used here. */
import type { CaseRule } from "../../src/pack/types.ts";

/** Whether `text[start, end)` is text, and not a piece of an address, a handle or a file's path. */
export function isFree(text: string, start: number, end: number): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  // Whatever stands beyond a space or a comma has nothing to do with it.
  const isApart = (char: string) => char === "" || " ,\n".includes(char);
  if (isApart(before) && isApart(after)) return true;
  if (before === "@" || after === "@") return false;
  if (isAddress(chunkAt(text, start)) || isAddress(chunkAt(text, end - 1))) return false;
  if (isInIdentifier(text, start, end)) return false;
  return !isHostBehind(text.slice(end)) && !isHostBefore(text.slice(0, start), text.slice(start, end));
}

/** `EI_ABIVERSION` is one word of a program, #Free_Taliban three of a reader, _Taliban_ one in italics. */
function isInIdentifier(text: string, start: number, end: number): boolean {
  // Not by small letters: that of İ is an i with a dot on it.
  const isLatinWord = (char: string) => isLatin(char) || (char >= "A" && char <= "Z") || isDigit(char);
  const joins = (at: number) =>
    text[at] === "_" && isLatinWord(text.charAt(at - 1)) && isLatinWord(text.charAt(at + 1));
  if (!(text[start - 1] === "_" ? joins(start - 1) : joins(end))) return false;
  let from = text[start - 1] === "_" ? start - 1 : end;
  const least = Math.max(0, from + 1 - 64);
  while (from > least && (isLatinWord(text.charAt(from - 1)) || text[from - 1] === "_")) from -= 1;
  return !"#＃".includes(text.charAt(from - 1) || " ");
}

/** What stands around a place without a space, a quotation mark or the punctuation of East Asia. */
function chunkAt(text: string, at: number): string {
  const isParting = (char: string) =>
    /\s/.test(char) ||
    '"“”«»<>'.includes(char) ||
    ["\u3000\u303f", "\uff01\uff0e", "\uff1a\uff1f"].some(([from, to]) => char >= from! && char <= to!);
  let [from, to] = [at, at + 1];
  while (from > 0 && !isParting(text[from - 1]!)) from -= 1;
  while (to < text.length && !isParting(text[to]!)) to += 1;
  while (from < to && "([{'‘".includes(text[from]!)) from += 1;
  return text.slice(from, to);
}

function isAddress(chunk: string): boolean {
  const small = chunk.toLowerCase();
  if (chunk.includes("://") || small.startsWith("www.") || small.startsWith("mailto:")) return true;
  return isMail(chunk) || isHostWithPath(small) || isPath(small);
}

/** Something, `@`, and a host: a period with something on both sides of it. */
const isMail = (chunk: string): boolean =>
  chunk.split("@").some((part, i, all) => i > 0 && all[i - 1] !== "" && part.slice(1, -1).includes("."));

/** `host.org/…` */
function isHostWithPath(chunk: string): boolean {
  const [host = "", path] = chunk.split("/");
  const labels = host.split(".");
  const top = labels.pop()!;
  const isPlain = (label: string) =>
    label !== "" && [...label].every((char) => isLatin(char) || isDigit(char) || char === "-");
  return (
    path !== undefined &&
    labels.length > 0 &&
    labels.every(isPlain) &&
    top.length > 1 &&
    top.length < 25 &&
    [...top].every(isLatin)
  );
}

/** From a root (`/`, `./`, `~/`, `c:\`, `\\`), or through two folders to a file with an ending. */
function isPath(chunk: string): boolean {
  const [first = "", second = "", ...rest] = chunk.split("/");
  const isLong = rest.length > 0;
  if (chunk.includes("/") && first.length < 3 && [...first].every((char) => ".~".includes(char))) return true;
  if (chunk.startsWith("\\\\") || (isLatin(chunk.charAt(0)) && chunk.startsWith(":\\", 1))) return true;
  if (!isLong || first === "" || second === "") return false;
  const [ending = "", ...names] = rest.join("/").split(".").reverse();
  const isEnding =
    ending.length > 0 && ending.length < 6 && [...ending].every((char) => isLatin(char) || isDigit(char));
  return names.length > 0 && isEnding;
}

/** `.example` right behind: a small-letter label, two or more of it up to where no letter follows. "Daesh.The next" lacks a space. */
function isHostBehind(rest: string): boolean {
  const label = /^\.([a-z][a-z0-9-]*)/.exec(rest)?.[1] ?? "";
  return [...label].some((_, i) => i > 0 && !/^\p{L}/u.test(rest.slice(2 + i)));
}

/** `x.` right before a small letter or a digit. */
function isHostBefore(before: string, written: string): boolean {
  return before.endsWith(".") && /[\p{L}\p{N}]/u.test(before.at(-2) ?? "") && /^[\p{Ll}\p{N}]/u.test(written);
}

const isLatin = (char: string): boolean => char >= "a" && char <= "z";
const isDigit = (char: string): boolean => char >= "0" && char <= "9";

/** Whether what is written has the capitals, and for exact forms the accents, that the form's rule asks for. */
export function hasCase(rule: CaseRule, form: string, written: string): boolean {
  const isShouted = written === written.toUpperCase() && written !== written.toLowerCase();
  if (rule === "fold" || written === form) return true;
  const first = [...written].find((char) => /\p{L}/u.test(char)) ?? "";
  if (rule === "capital") return isShouted || !casesOf(first).startsWith("small");
  const [wanted, found] = [casesOf(form), casesOf(written)];
  // A form of capitals and small letters may be shouted.
  const isMixed = wanted.includes("small") && wanted.includes("CAPITAL");
  return (found === wanted || (isShouted && isMixed)) && accentsOf(written) === accentsOf(form);
}

/** `small` or `CAPITAL` for each letter that has a case. */
const casesOf = (text: string): string =>
  [...text.normalize("NFKD")]
    .map((char) => (char === char.toLowerCase() ? (char === char.toUpperCase() ? "" : "small") : "CAPITAL"))
    .join("");

const accentsOf = (text: string): string =>
  [...text.normalize("NFD")].filter((char) => char >= "\u0300" && char <= "\u036f").join("");
