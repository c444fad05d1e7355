/** How each kind of text in a pack is written: ids, languages, dates, addresses, sentences, names. */
import { isObject } from "../../settings/untrusted.ts";
import type { LanguageTag, Text } from "../types.ts";
import { MOST_VARIANTS, measureVariants } from "../variants.ts";
import { letterFaultInName, letterFaultInSentence } from "./letters.ts";
import { LONGEST, MOST_FORMS } from "./limits.ts";
import type { Read } from "./reading.ts";
import { textOf, written } from "./values.ts";

/** What has a meaning of its own on every object: looked up in a plain one, it would be found where nobody put it. */
const EVERYWHERE = new Set(["constructor"]);

const idOf =
  (
    pattern: RegExp,
    longest: number,
    read = written(pattern, longest, ["faultPackId", longest]),
  ): Read<string> =>
  (value, at) =>
    EVERYWHERE.has(value as string) ? at.tell(["faultMemberName", value as string]) : read(value, at);

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** `wilson-center` */
export const entityId = idOf(SLUG, LONGEST.id);
/** `ttp-fights-pakistan-government` */
export const statementId = idOf(SLUG, LONGEST.statementId);
/** `org.example.glossary` */
export const packId: Read<string> = (value, at) =>
  EVERYWHERE.has(value as string) ? at.tell(["faultMemberName", value as string]) : readPackId(value, at);
const readPackId = written(/^[a-z0-9]+([.-][a-z0-9]+)*$/, LONGEST.id, ["faultPackOwnId", LONGEST.id]);
/** `p12` */
export const passageId = written(/^p[1-9][0-9]{0,4}$/, LONGEST.id, ["faultPackPassageId"]);
export const wikidataId = written(/^Q[1-9][0-9]{0,11}$/, LONGEST.id, ["faultPackWikidata"]);

/** BCP 47, in the case that it is written in: language, script, region, one variant. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))?$/;
export const languageTag = written(LANGUAGE, LONGEST.id, ["faultPackLanguage"]);

const DAY_OF_YEAR =
  "((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31|02-29)";
const YEAR = "[1-9][0-9]{3}";
/** `2026-11-28` */
export const day = written(new RegExp(`^${YEAR}-${DAY_OF_YEAR}$`), LONGEST.id, ["faultPackDay"]);
/** `2026`, `2026-11` or `2026-11-28` */
export const someDate = written(new RegExp(`^${YEAR}(-(0[1-9]|1[0-2])|-${DAY_OF_YEAR})?$`), LONGEST.id, [
  "faultPackDate",
]);

const PORT = "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";
/**
 * In the letters that an address bar hands out, without a user's name before the site's: whoever reads it sees where it
 * leads.
 */
const ADDRESS = new RegExp(
  `^https?://(([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)*[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?)(:${PORT})?([/?#][!-\\[\\]-~]*)?$`,
);
/** `www.arabnews.pk`; empty for what is no address. */
export const hostOf = (url: string): string => ADDRESS.exec(url)?.[1]?.toLowerCase() ?? "";

export const address = written(ADDRESS, LONGEST.url, ["faultPackAddress"]);

export const nameOf = (longest: number): Read<string> => textOf(longest, letterFaultInName);
export const line = (longest: number): Read<string> => textOf(longest, letterFaultInSentence);

/**
 * A text in the pack's own language, or one for each of its languages: `{"en": "…", "ur": "…"}`.
 * @param languages those of the pack; `null` where they could not be read
 */
export function sentence(longest: number, languages: readonly LanguageTag[] | null): Read<Text> {
  const one = line(longest);
  return (value, at) => {
    if (typeof value === "string") return one(value, at);
    if (!isObject(value)) return at.tell(["faultPackText"]);
    const original = languages?.[0];
    if (original !== undefined && !Object.hasOwn(value, original)) at.tell(["faultPackOriginal", original]);
    const said: [LanguageTag, string][] = [];
    for (const [language, text] of Object.entries(value)) {
      if (languages ? !languages.includes(language) : !LANGUAGE.test(language))
        at.tell(["faultPackNoLanguage", language], language);
      else {
        const made = at.below(language, () => one(text, at));
        if (made !== undefined) said.push([language, made]);
      }
    }
    return Object.fromEntries(said);
  };
}

/** Counts forms over a whole pack. */
export interface FormCount {
  forms: number;
}

/** A name or cue with its variants. Counted, never written out: `{a,b}` forty times over is a short text. */
export function variants(count: FormCount): Read<string> {
  const read = nameOf(LONGEST.pattern);
  return (value, at) => {
    const pattern = read(value, at);
    if (pattern === undefined) return undefined;
    const measures = measureVariants(pattern);
    if (typeof measures === "string") return at.tell([`faultPackBrace_${measures}`]);
    const { forms, longest, blank } = measures;
    if (forms > MOST_VARIANTS) return at.tell(["faultPackForms", MOST_VARIANTS]);
    if (longest > LONGEST.form) return at.tell(["faultPackFormLong", longest, LONGEST.form]);
    if (blank) return at.tell(["faultPackFormEmpty"]);
    const before = count.forms;
    count.forms += forms;
    // Told once, where it became too many.
    return before <= MOST_FORMS && count.forms > MOST_FORMS
      ? at.tell(["faultPackManyNames", MOST_FORMS])
      : pattern;
  };
}
