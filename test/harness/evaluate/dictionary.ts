/**
 * What the spotter is measured against: a plain dictionary, as every highlighter has one, but a tuned one. It has all names of
 * the pack, takes the longest first, keeps to word edges and to the letter case that each name asks for, lets a space be a
 * dash, passes over accents and the variants of Arabic letters, and reads Han and kana without spaces. It knows no decoys,
 * no words near by and no page; a name that several entities share is the more frequent one's.
 */
import type { CaseRule, EntityId, NameSource } from "../../../src/pack/types.ts";
import type { Found } from "./score.ts";

interface Entry {
  entity: EntityId;
  text: string;
  rule: CaseRule;
}

interface Word {
  letters: string;
  start: number;
  end: number;
}

const EAST = "\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー";
/** A word, or one ideograph. */
const WORD = new RegExp(`[${EAST}]|(?:(?![${EAST}])[\\p{L}\\p{M}\\p{N}])+`, "gu");
const LIKE_SPACE = /^[\s\p{Pd}]+$/u;

/** Finds the names of a pack in a text, leftmost and longest. */
export function dictionary({ entities, ambiguities }: NameSource): (text: string) => Found[] {
  const entries = new Map<string, Entry[]>();
  let most = 0;
  const add = (entity: EntityId, { text, case: rule = "fold" }: { text: string; case?: CaseRule }) => {
    const words = wordsOf(text);
    const key = keyOf(text, words, 0, words.length);
    entries.set(key, [...(entries.get(key) ?? []), { entity, text, rule }]);
    most = Math.max(most, words.length);
  };
  for (const { id, aliases } of entities) for (const alias of aliases) add(id, alias);
  for (const { among, aliases } of ambiguities) for (const alias of aliases) add(among[0]!, alias);
  return (text) => {
    const words = wordsOf(text);
    const found: Found[] = [];
    for (let first = 0; first < words.length; ) {
      let count = Math.min(most, words.length - first);
      let entry: Entry | undefined;
      for (; count > 0; count--) {
        const written = text.slice(words[first]!.start, words[first + count - 1]!.end);
        entry = entries.get(keyOf(text, words, first, count))?.find((one) => hasCase(one, written));
        if (entry) break;
      }
      if (entry) {
        const { start } = words[first]!;
        found.push({ entity: entry.entity, start, end: words[first + count - 1]!.end });
      }
      first += Math.max(1, count);
    }
    return found;
  };
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: letters, index }) => ({
    letters: plainly(letters),
    start: index,
    end: index + letters.length,
  }));

const plainly = (letters: string): string =>
  letters
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{Mn}ـ]/gu, "")
    .replace(/[يى]/g, "ی")
    .replace(/ك/g, "ک")
    .replace(/[ةہھ]/g, "ه");

/** `count` words from `first` on with what stands between them; any run of spaces and dashes is one space. */
function keyOf(text: string, words: readonly Word[], first: number, count: number): string {
  let key = "";
  for (let i = first; i < first + count; i++) {
    const gap = i === first ? "" : text.slice(words[i - 1]!.end, words[i]!.start);
    key += (LIKE_SPACE.test(gap) ? " " : gap) + words[i]!.letters;
  }
  return key;
}

/** Capitals of a whole name are read as none, as a headline has them. */
function hasCase({ text, rule }: Entry, written: string): boolean {
  if (rule === "fold") return true;
  const first = written.charAt(0);
  if (rule === "capital") return first === first.toUpperCase();
  const letters = (name: string) => name.replace(/[\s\p{Pd}]+/gu, " ");
  return letters(written) === letters(text) || (written.includes(" ") && written === written.toUpperCase());
}
