/**
 * Names of countries in the article's language, asked of the browser: the one list of places that every browser has in every
 * language. Cities, provinces, rivers are not in it.
 */
import { foldText } from "../../spot/letters/fold.ts";

/** Folded name → the name. Example, in German: `schweiz` → `Schweiz`. */
export function countriesIn(language: string): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(language === "mul" ? "en" : language, {
    type: "region",
    fallback: "none",
  });
  const found = new Map<string, string>();
  for (const first of ALPHABET)
    for (const second of ALPHABET) {
      const code = first + second;
      // Unknown, pseudo and private codes are no countries.
      if (/^(?:ZZ|X[A-JL-Z]|Q[M-Z]|AA|EU|EZ|UN)$/.test(code)) continue;
      const name = names.of(code);
      if (name) found.set(foldText(name), name);
    }
  return found;
}

const ALPHABET = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Those that begin otherwise than their country, or are too short to tell. */
const IRREGULAR = new Set(
  "american british danish dutch emirati english filipino french greek irish kurdish polish saudi scottish spanish swiss thai turkish welsh".split(
    " ",
  ),
);

/** "Pakistani", "Afghan", "Japanese", "Swedish": of a country's people, by the beginning of its name; no name of anything. */
export function isOfCountry(folded: string, countries: ReadonlyMap<string, string>): boolean {
  if (IRREGULAR.has(folded)) return true;
  if (!/^\p{Script=Latin}{5,}$/u.test(folded) || countries.has(folded)) return false;
  const stem = folded.replace(/(?:ians?|eans?|ese|ish|ans?|is?|ns?)$/, "");
  if (stem === folded || stem.length < 4) return false;
  for (const country of countries.keys()) if (country.startsWith(stem)) return true;
  return false;
}
