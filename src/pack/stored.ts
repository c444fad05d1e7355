/**
 * A pack as frames read it from storage: lines of JSON, its names, what it says, and the same in each other language. Who
 * reads it takes the lines that are needed.
 */

import { decodeNames, encodeNames } from "./stored-names.ts";
import { packOf, type StoredStatements, statementsOf } from "./stored-statements.ts";
import { sentenceIn } from "./texts.ts";
import type { LanguageTag, NameSource, Pack } from "./types.ts";

/** A pack, as stored. */
export interface StoredPack {
  /** Of the text, by its hash (`pack-reader.ts`). */
  id: string;
  text: string;
}

/** Where it is in storage: the id apart, so that it can be asked for without the text. */
export const PACK_KEYS = { id: "pack.id", text: "pack.text" } as const;

/** A language and every sentence in it, by its index, `null` where there is none: `["ur", ["زاہد حسین", …]]`. */
type Texts = [language: LanguageTag, texts: Array<string | null>];

export function encodePack(pack: Pack): string {
  const { statements, texts } = statementsOf(pack);
  const languages = pack.languages.map((language): Texts => {
    const inLanguage = texts.map((text) => sentenceIn(pack, text, language));
    return [language, inLanguage.map(({ text, lang }) => (lang === language ? text : null))];
  });
  const said = [statements, ...languages].map((line) => JSON.stringify(line));
  return [encodeNames(pack), ...said].join("\n");
}

/** The same without the languages that a reader of `language` does not read: what a page is given. */
export function packFor(language: LanguageTag, text: string): string {
  const [names, statements, original, ...translations] = text.split("\n");
  const own = translations.filter((line) => line.startsWith(`["${language}",`));
  return [names, statements, original, ...own].join("\n");
}

/**
 * The inverse of `encodePack`, in two parts, each made when it is asked for.
 * @throws {Error} from either part, when `text` is not what `encodePack` makes
 */
export function decodePack(text: string): { source: () => NameSource; pack: () => Pack } {
  const [names = "", ...said] = text.split("\n");
  return { source: () => decodeNames(names), pack: () => joined(parsed(said)) };
}

type StatementLines = [StoredStatements, ...Texts[]];
const parsed = (lines: readonly string[]) => lines.map((line) => JSON.parse(line)) as StatementLines;

function joined([statements, ...languages]: StatementLines): Pack {
  return packOf(statements, (index) => {
    const given = languages.flatMap(([language, texts]) => {
      const text = texts[index];
      return typeof text === "string" ? [[language, text] as const] : [];
    });
    return given.length === 1 ? given[0]![1] : Object.fromEntries(given);
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
