/**
 * What a pack may have and is worth a second look before it is taken: names that would be marked where nobody means them,
 * names that find nothing, sentences that rest on nothing. None of it is a mistake of the file; a reader decides.
 */
import { wordsOf } from "../../spot/names/name-words.ts";
import { originalOf, sentenceIn } from "../texts.ts";
import type { Alias, EntityId, LanguageTag, Pack, Text } from "../types.ts";
import { variantsOf } from "../variants.ts";
import { COMMON_WORDS } from "./common-words.ts";

export type DoubtKind =
  /** A name so short, so plain or so common that it is a word of any text; it counts alone. */
  | "everyday"
  /** A name that two entities have, and that is among the names of no ambiguity. */
  | "shared"
  /** A name that an entity of another pack has, which is not known to be the same. */
  | "elsewhere"
  /** A name that no text can hold: signs alone. */
  | "unfound"
  /** An entity without any name to be found by. */
  | "nameless"
  /** A statement that rests on no passage, and is not the editor's own. */
  | "unsupported"
  /** A sentence with what looks like markup or an address in it; it is shown as it stands, as text. */
  | "markup";

export interface Doubt {
  kind: DoubtKind;
  /** The name or the sentence. */
  text: string;
  /** Whose it is: the display name of an entity, or the id of an ambiguity; empty for a sentence. */
  of: string;
  /** Of a shared name, whose it is besides; of one that is elsewhere, the other pack's title. */
  also?: string;
}

/** So many of each kind are named; the others are counted. */
export const MOST_DOUBTS = 20;

export interface Doubts {
  named: Doubt[];
  counts: ReadonlyMap<DoubtKind, number>;
}

/** The names of another pack, for `doubtsOf`. */
export interface NamesElsewhere {
  title: string;
  /** By the key of a name (`nameKey`), the Wikidata ids of the entity that has it. */
  names: ReadonlyMap<string, readonly string[]>;
}

/** What names of the same folded words have in common; empty for one that no text can hold. */
const nameKey = (text: string): string => wordsOf(text)?.join(" ") ?? "";

/** @param pack its variants written out or not */
export function namesElsewhere(title: string, pack: Pick<Pack, "entities" | "ambiguities">): NamesElsewhere {
  const names = new Map<string, readonly string[]>();
  for (const { aliases, sameAs = [] } of pack.entities)
    for (const [key] of keysOf(aliases)) names.set(key, sameAs);
  for (const { aliases } of pack.ambiguities) for (const [key] of keysOf(aliases)) names.set(key, []);
  return { title, names };
}

/** The key and the spelling of every form. */
function* keysOf(forms: readonly Alias[]): Generator<[key: string, text: string, form: Alias]> {
  for (const form of forms) for (const text of variantsOf(form.text)) yield [nameKey(text), text, form];
}

/** @param pack as `readPackFile` gives it */
export function doubtsOf(pack: Pack, others: readonly NamesElsewhere[]): Doubts {
  const named: Doubt[] = [];
  const counts = new Map<DoubtKind, number>();
  const doubt = (kind: DoubtKind, of: string, text: string, also?: string) => {
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    if (count < MOST_DOUBTS) named.push({ kind, of, text, ...(also !== undefined && { also }) });
  };
  doubtNames(pack, others, doubt);
  doubtSentences(pack, doubt);
  return { named, counts };
}

type Say = (kind: DoubtKind, of: string, text: string, also?: string) => void;

function doubtNames(pack: Pack, others: readonly NamesElsewhere[], doubt: Say): void {
  const shared = new Set<EntityId>(pack.ambiguities.flatMap(({ among }) => among));
  /** Whose each name is; of an ambiguity's, nobody's in particular. */
  const owners = new Map<string, string>();
  const take = (of: string, forms: readonly Alias[], sameAs: readonly string[]) => {
    const everyday = new Set<Alias>();
    const own = new Set<string>();
    for (const [key, text, form] of keysOf(forms)) {
      if (key === "") doubt("unfound", of, text);
      // Of a pattern one spelling is told.
      if (!everyday.has(form) && isEveryday(text, key, form)) {
        everyday.add(form);
        doubt("everyday", of, text);
      }
      if (key === "" || own.has(key)) continue;
      own.add(key);
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, of);
      else doubt("shared", of, text, owner);
      for (const { title, names } of others) {
        const there = names.get(key);
        if (there && !there.some((id) => sameAs.includes(id))) doubt("elsewhere", of, text, title);
      }
    }
  };
  for (const { id, aliases } of pack.ambiguities) take(id, aliases, []);
  for (const { id, name, aliases, sameAs = [] } of pack.entities) {
    if (aliases.length === 0 && !shared.has(id)) doubt("nameless", name, name);
    take(name, aliases, sameAs);
  }
}

/** Letters of one word; fewer than this are a word, or a part of one, in any text. UTF-16 code units. */
const FEW = 3;

/**
 * Decided by what can be seen of a name, not by a dictionary, which nobody could carry for every language: a word of one or
 * two letters; one written all in small letters, in a script that has capitals, which any case of it matches; the name of a
 * month or of a day of the week; a few words that stand in any English text. A name that needs support is none. So the
 * everyday words of scripts without capitals are not known.
 * @param key the words of it, folded
 */
function isEveryday(text: string, key: string, form: Alias): boolean {
  const { lang, case: letterCase = "fold", trust = "sure" } = form;
  if (trust !== "sure") return false;
  if (letterCase !== "exact" && COMMON_WORDS.has(key)) return true;
  if (/\s/.test(text) || !/^[\p{L}\p{M}\p{N}'’.-]+$/u.test(text)) return false;
  if (/\p{Script=Han}/u.test(text)) return [...text].length < 2;
  if (text.length < FEW) return true;
  if (letterCase === "exact" && text !== text.toLowerCase()) return datesIn(lang).has(text);
  const isSmall = text === text.toLowerCase() && text !== text.toUpperCase();
  return isSmall || datesIn(lang).has(text.toLowerCase());
}

const dates = new Map<LanguageTag, ReadonlySet<string>>();

/** The months and days of the week of a language, as they are written there and in small letters. */
function datesIn(language: LanguageTag): ReadonlySet<string> {
  const known = dates.get(language);
  if (known) return known;
  const tag = Intl.DateTimeFormat.supportedLocalesOf([language])[0] ?? "en";
  const words = new Set<string>();
  for (const options of [{ month: "long" }, { weekday: "long" }] as const) {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" });
    // Twelve months, and of January the first seven days.
    for (let i = 0; i < 12; i++) {
      const word = format.format("month" in options ? Date.UTC(2026, i, 15) : Date.UTC(2026, 0, 1 + i));
      words.add(word).add(word.toLowerCase());
    }
  }
  dates.set(language, words);
  return words;
}

/** What begins like a tag, or like an address. */
const MARKUP = /<[a-z!/]|https?:\/\//i;

function doubtSentences(pack: Pack, doubt: Say): void {
  const original = originalOf(pack);
  const look = (text: Text, passages?: readonly string[], stance?: string) => {
    const words = sentenceIn(pack, text, original).text;
    const all = typeof text === "string" ? [text] : Object.values(text);
    if (all.some((one) => MARKUP.test(one))) doubt("markup", "", words);
    if (passages?.length === 0 && stance !== "editor") doubt("unsupported", "", words);
  };
  look(pack.title);
  for (const { summary, claims, notSameAs } of pack.entities) {
    look(summary);
    for (const { text, passages, stance } of claims) look(text, passages, stance);
    for (const { why } of notSameAs) look(why);
  }
  for (const { text, passages, stance } of [...pack.relations, ...pack.events]) look(text, passages, stance);
  for (const { gist } of pack.passages) look(gist);
}
