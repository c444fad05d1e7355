/** Direction of a name by its language tag, so that a name in Urdu reads right inside an English card. */
import { language } from "../../i18n/t.ts";

const RTL_LANGUAGES = new Set(["ar", "fa", "ur", "ps", "he", "sd", "ug", "ckb", "yi", "dv", "prs"]);
const RTL_SCRIPTS = new Set(["arab", "hebr", "thaa", "aran"]);

export function directionOf(lang: string): "ltr" | "rtl" {
  const [language = "", ...rest] = lang.toLowerCase().split("-");
  const script = rest.find((part) => part.length === 4);
  return (script ? RTL_SCRIPTS.has(script) : RTL_LANGUAGES.has(language)) ? "rtl" : "ltr";
}

/** The attributes of an element whose words are in this language. */
export const languageAttributes = (lang: string) => ({ lang, dir: directionOf(lang) });

/** The language's name ("Urdu"), for the label before a name; the tag itself where it is unknown. */
export function languageName(lang: string): string {
  try {
    return new Intl.DisplayNames([language()], { type: "language" }).of(lang) ?? lang;
  } catch {
    // The tag comes from a pack and may be no tag at all; `of` throws a RangeError then.
    return lang;
  }
}
