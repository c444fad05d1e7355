/**
 * What belongs to a country or to an organisation known by its letters, in small letters: "the French embassy", "Pakistan's security
 * forces", "the UN security council". English writes so where it knows no other name.
 */
import { foldText } from "../../spot/letters/fold.ts";
import type { Found } from "../types.ts";
import { isOfCountry } from "../words/countries.ts";
import { kindOfWord } from "../words/kind-nouns.ts";
import type { Article } from "./article.ts";

/** Words behind the country's, the noun included. */
const MOST_BEHIND = 3;

export function* findOfCountries(article: Article): Generator<Found> {
  if (article.language !== "en") return;
  for (const { index, text, words } of article.paragraphs)
    for (let i = 0; i < words.length; i++) {
      const owner = words[i]!;
      const folded = foldText(owner.text);
      if (!owner.letters && !article.countries.has(folded) && !isOfCountry(folded, article.countries))
        continue;
      for (let behind = 1; behind <= MOST_BEHIND; behind++) {
        const noun = words[i + behind];
        if (!noun || noun.capital || article.stopWords.has(noun.text)) break;
        if (!(behind === 1 ? /^(?:[’']s?)? $/ : /^ $/).test(noun.gap)) break;
        const kind = kindOfWord(noun.text);
        if (kind !== "institution" && kind !== "group") continue;
        const found = text.slice(owner.start, noun.end);
        const guess = { kind, because: "noun", word: noun.text } as const;
        yield { paragraph: index, start: owner.start, end: noun.end, text: found, way: "noun", guess };
        // "security council", not "security".
        if (!kindOfWord(words[i + behind + 1]?.text ?? "")) break;
      }
    }
}
