/** Which language an article is written in: by its letters, and where many languages share them by its commonest words. */
import type { LanguageTag } from "../../pack/types.ts";
import { likeliest } from "./stop-words.ts";

/** What of an article is looked at: enough for any language. UTF-16 code units. */
const LOOKED_AT = 20_000;
/** Of the letters that are looked at, so many of a script make it the article's: Chinese news is full of Latin letters. */
const SHARE = 0.25;

const SCRIPTS = [
  ["han", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["arabic", /\p{Script=Arabic}/gu],
  ["cyrillic", /\p{Script=Cyrillic}/gu],
  ["devanagari", /\p{Script=Devanagari}/gu],
  ["hangul", /\p{Script=Hangul}/gu],
] as const;
const LATIN = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr"];

/** @returns a primary subtag; `en` for Latin letters that tell nothing, `mul` for letters of other scripts */
export function languageOf(article: string): LanguageTag {
  const text = article.slice(0, LOOKED_AT);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS.find(([, one]) => (text.match(one)?.length ?? 0) > letters * SHARE)?.[0];
  const words = () => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  switch (script) {
    case "han":
      return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? "ja" : "zh";
    case "arabic":
      // Letters that only the one writes; Persian has neither.
      if (/[ٹڈڑں]/.test(text)) return "ur";
      if (/[ټډړښځڅ]/.test(text)) return "ps";
      return likeliest(words(), ["ar", "fa"]) ?? "ar";
    case "cyrillic":
      return /[іїєґ]/i.test(text) && !/[ыэъ]/i.test(text) ? "uk" : "ru";
    case "devanagari":
      return "hi";
    case "hangul":
      return "ko";
    default:
      return likeliest(words(), LATIN) ?? (/\p{Script=Latin}/u.test(text) ? "en" : "mul");
  }
}
