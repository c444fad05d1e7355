/** Names as they were found → one group for each entity: variants, letters and what they stand for, surnames of full names. */
import { foldText } from "../spot/letters/fold.ts";
import type { Article } from "./find/article.ts";
import type { Found } from "./types.ts";
import { isCommon } from "./words/everyday.ts";
import { kindOfWord } from "./words/kind-nouns.ts";

/** All that was found of one entity. Keys are those of `nameKey`. */
export interface Group {
  /** In the order of the article. */
  founds: Found[];
  /** The keys of surnames among its names. */
  surnames: Set<string>;
}

/** No pack may have a longer form. UTF-16 code units. */
const LONGEST_NAME = 120;

export function joinNames(article: Article, found: readonly Found[]): Group[] {
  const groups = new Groups();
  for (const one of found) if (one.text.length <= LONGEST_NAME) groups.add(nameKey(one.text), one);
  for (const { text, standsFor } of found)
    if (standsFor !== undefined) groups.join(nameKey(standsFor), nameKey(text));
  joinGenitives(article, groups);
  joinSurnames(article, groups);
  return groups.all().filter(({ founds }) => founds.length > 1 || !founds[0]!.perhaps);
}

const ARTICLE = /^(?:the|der|die|das|den|dem|le|la|les|el|los|las|il|lo|gli|het|de)\s+(?=\p{L})/iu;

/** A name without the article before it, which no pack's name has: "the Stimson Center". */
export const withoutArticle = (name: string): string => name.replace(ARTICLE, "");

/** What all writings of a name have in common: no case, no accents, no article; of letters no plural's s; of Cyrillic words no ending. */
export function nameKey(name: string): string {
  const folded = foldText(withoutArticle(name).replace(/^(\P{Ll}*\p{Lu})s$/u, "$1"));
  return folded.includes(" ") || CYRILLIC.test(folded) ? folded.split(" ").map(stemOf).join(" ") : folded;
}

const CYRILLIC = /^\p{Script=Cyrillic}/u;
/** Endings of nouns and adjectives; those of families' names ("-ов", "-ин") are none. Folded, й is и. */
const ENDINGS =
  /(?:иями|ями|ами|иеи|ого|его|ому|ему|ыми|ими|иям|иях|ием|ах|ях|ои|еи|ом|ем|ыи|ии|ая|яя|ую|юю|ое|ее|ые|ие|ых|их|ым|им|ам|ям|ии|ия|ию|а|я|у|ю|ы|и|е|о|ь|и)$/;

const stemOf = (word: string): string =>
  CYRILLIC.test(word) && word.length > 4
    ? word.replace(ENDINGS, (ending) => (word.length - ending.length < 3 ? ending : ""))
    : word;

/** "Pakistans" of "Pakistan": German writes the genitive without an apostrophe. */
function joinGenitives({ language }: Article, groups: Groups): void {
  if (language !== "de") return;
  for (const key of groups.keys())
    if (key.endsWith("s") && key.length > 4 && groups.has(key.slice(0, -1)))
      groups.join(key.slice(0, -1), key);
}

/** A name of two to four words, the last of which stands elsewhere alone: a person, as far as nothing says otherwise. */
function joinSurnames(article: Article, groups: Groups): void {
  /** Surname → the keys of full names that end with it. */
  const owners = new Map<string, Set<string>>();
  for (const key of groups.keys()) {
    const words = key.split(" ");
    if (words.length < 2 || words.length > 4 || !mayBePerson(groups.get(key)!)) continue;
    const surname = words.at(-1)!;
    if (!groups.has(surname) || !mayBeSurname(article, groups.get(surname)!, surname)) continue;
    owners.set(surname, (owners.get(surname) ?? new Set()).add(key));
  }
  for (const [surname, keys] of owners) {
    const [key, another] = keys;
    if (another === undefined) groups.joinSurname(key!, surname);
  }
}

function mayBePerson({ founds }: Group): boolean {
  const { text } = founds[0]!;
  if (!/^\p{Lu}/u.test(text) || !/^\P{N}+$/u.test(text)) return false;
  const words = text.split(/\s+/);
  // "MIT Press", "University of California": letters, nouns, and all with a small word but of names.
  return (
    words.every((word) => !kindOfWord(word) && !/^\p{Lu}{3,}/u.test(word)) &&
    !/\s(?:of|the|for|and|on|des?)\s/u.test(text) &&
    founds.every(
      ({ guess }) => guess === undefined || guess.kind === "person" || guess.because === "preposition",
    )
  );
}

function mayBeSurname({ small, countries }: Article, { founds }: Group, key: string): boolean {
  return (
    (small.get(key) ?? 0) === 0 &&
    !countries.has(key) &&
    !isCommon(key) &&
    founds.every(({ way, guess }) => way !== "acronym" && (guess === undefined || guess.kind === "person"))
  );
}

/** Groups by key; several keys may lead to one. */
class Groups {
  readonly #byKey = new Map<string, Group>();

  add(key: string, found: Found): void {
    if (key === "") return;
    const group = this.#byKey.get(key);
    if (group) group.founds.push(found);
    else this.#byKey.set(key, { founds: [found], surnames: new Set() });
  }

  has(key: string): boolean {
    return this.#byKey.has(key);
  }

  get(key: string): Group | undefined {
    return this.#byKey.get(key);
  }

  keys(): string[] {
    return [...this.#byKey.keys()];
  }

  join(into: string, from: string): void {
    const target = this.#byKey.get(into);
    const source = this.#byKey.get(from);
    if (!target || !source || target === source) return;
    target.founds.push(...source.founds);
    for (const surname of source.surnames) target.surnames.add(surname);
    for (const [key, group] of this.#byKey) if (group === source) this.#byKey.set(key, target);
  }

  joinSurname(full: string, surname: string): void {
    this.#byKey.get(full)!.surnames.add(surname);
    this.join(full, surname);
  }

  all(): Group[] {
    return [...new Set(this.#byKey.values())];
  }
}
