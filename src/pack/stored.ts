/**
 * A pack as frames read it from storage: lines of JSON, its names, what it says, and the same in each other language. Who
 * reads it takes the lines that are needed.
 */

import { decodeNames, encodeNames } from "./names.ts";
import { packOf, type Statements, statementsOf } from "./statements.ts";
import { mapTexts, originalOf, sentenceIn } from "./texts.ts";
import type { LanguageTag, NameSource, Pack } from "./types.ts";

/** A pack, as stored. */
export interface StoredPack {
  /** Of the text, by its hash (`pack-reader.ts`). */
  id: string;
  text: string;
}

/** Where it is in storage: the id apart, so that it can be asked for without the text. */
export const PACK_KEYS = { id: "pack.id", text: "pack.text" } as const;

/** A language and every sentence in it, in the order of `mapTexts`, `null` where there is none: `["ur", ["زاہد حسین", …]]`. */
type Translation = [language: LanguageTag, texts: Array<string | null>];

export function encodePack(pack: Pack): string {
  const untranslated = mapTexts(pack, (text) => sentenceIn(pack, text, originalOf(pack)).text);
  const translations = pack.languages.slice(1).map((language): Translation => {
    const texts: Array<string | null> = [];
    mapTexts(pack, (text) => {
      const { lang, text: words } = sentenceIn(pack, text, language);
      texts.push(lang === language ? words : null);
      return text;
    });
    return [language, texts];
  });
  const said = [statementsOf(untranslated), ...translations].map((line) => JSON.stringify(line));
  return [encodeNames(pack), ...said].join("\n");
}

/** The same without the languages that a reader of `language` does not read: what a page is given. */
export function packFor(language: LanguageTag, text: string): string {
  const [names, statements, ...translations] = text.split("\n");
  const own = translations.filter((line) => line.startsWith(`["${language}",`));
  return [names, statements, ...own].join("\n");
}

/**
 * The inverse of `encodePack`, in two parts, each made when it is asked for.
 * @throws {Error} from either part, when `text` is not what `encodePack` makes
 */
export function decodePack(text: string): { source: () => NameSource; pack: () => Pack } {
  const [names = "", ...said] = text.split("\n");
  return { source: () => decodeNames(names), pack: () => joined(parsed(said)) };
}

type Said = [Statements, ...Translation[]];
const parsed = (lines: readonly string[]) => lines.map((line) => JSON.parse(line)) as Said;

function joined([statements, ...translations]: Said): Pack {
  const pack = packOf(statements);
  if (translations.length === 0) return pack;
  const original = originalOf(pack);
  let place = 0;
  return mapTexts(pack, (text) => {
    const others = translations.flatMap(([language, texts]) => {
      const words = texts[place];
      return typeof words === "string" ? [[language, words]] : [];
    });
    place++;
    return others.length === 0 ? text : { [original]: text as string, ...Object.fromEntries(others) };
  });
}

/**
 * A pack to search and to show: what it says, with its names beside it again. The ids of statements are made up, and what
 * only spotting needs stays behind.
 * @throws {Error} when `text` is not what `encodePack` makes
 */
export function packToSearch(text: string): Pack {
  const steps = searchSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, for a page that must answer keys meanwhile: each takes some tens of milliseconds for ten thousand entities. */
export function* searchSteps(text: string): Generator<undefined, Pack> {
  const [namesLine = "", ...said] = text.split("\n");
  const names = decodeNames(namesLine);
  yield;
  const lines = parsed(said);
  yield;
  const whole = joined(lines);
  yield;
  const aliases = new Map(names.entities.map((entity) => [entity.id, entity.aliases]));
  return {
    ...whole,
    entities: whole.entities.map((entity) => ({
      ...entity,
      aliases: [...(aliases.get(entity.id) ?? [])],
      // Those that come out of storage are counted anew in each entity.
      claims: entity.claims.map((claim) => ({ ...claim, id: `${entity.id} ${claim.id}` })),
    })),
    ambiguities: names.ambiguities.map(({ id, aliases, among }) => ({
      id,
      aliases: [...aliases],
      among: [...among],
    })),
  };
}
