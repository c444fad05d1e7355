/**
 * What must hold of an analysis in several languages: every sentence is in each of them, with the same numbers and months and
 * the same names as the original, in the letters of its language.
 */
import { statementsOf } from "../../../src/pack/stored-statements.ts";
import { originalOf, sentenceIn } from "../../../src/pack/texts.ts";
import type { Entity, LanguageTag, Pack } from "../../../src/pack/types.ts";
import { spotText } from "../../../src/spot/decide/plain-text.ts";
import type { Lexicon } from "../../../src/spot/names/lexicon.ts";

/** The sentence by its original, and what is wrong with it in which language. */
export interface TranslationProblem {
  text: string;
  message: string;
}

/** @param lexicon of the same pack, in which every form counts alone */
export function translationProblems(pack: Pack, lexicon: Lexicon): TranslationProblem[] {
  const problems: TranslationProblem[] = [];
  const original = originalOf(pack);
  for (const text of statementsOf(pack).texts) {
    const { text: model } = sentenceIn(pack, text, original);
    const say = (message: string) => problems.push({ text: model, message });
    const given = typeof text === "string" ? [original] : Object.keys(text);
    if (given.join() !== pack.languages.join()) {
      say(`is in ${given.join(", ")}, and not in ${pack.languages.join(", ")}`);
      continue;
    }
    const wanted = factsIn(pack, lexicon, original, model);
    for (const language of pack.languages.slice(1)) {
      const { text: words } = sentenceIn(pack, text, language);
      for (const [what, is] of Object.entries(factsIn(pack, lexicon, language, words)))
        if (is !== wanted[what])
          say(
            `${language}: other ${what}: ${is || "none"}, where the original has ${wanted[what] || "none"}`,
          );
      const strange = FOREIGN[language]?.exec(words);
      if (strange) say(`${language}: "${strange[0]}" is no letter of it`);
    }
  }
  return problems;
}

/** What has to be the same in every language, each as a line: `{numbers: "2022, 4000", months: "12", names: "daesh"}`. */
function factsIn(pack: Pack, lexicon: Lexicon, language: LanguageTag, text: string): Record<string, string> {
  return {
    numbers: numbersIn(text).join(", "),
    months: monthsIn(language, text).join(", "),
    names: namesIn(pack, lexicon, text).join(", "),
  };
}

/** Letters that look alike and are other languages': `ي` and `ك` in Urdu, `ی` and `ک` in Arabic. */
const FOREIGN: Readonly<Record<LanguageTag, RegExp>> = { ur: /[يكىةه]/, ar: /[یکہےںھگچپژٹڈڑۂۃ]/ };

/** `4,000` and `٤٬٠٠٠` as "4000", in order of size. */
function numbersIn(text: string): string[] {
  const latin = text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  return (latin.match(/\d+(?:[,٬]\d{3})*/g) ?? []).map((number) => number.replace(/\D/g, "")).sort();
}

/** Months by their number, "12" for December. */
const monthsIn = (language: LanguageTag, text: string): string[] =>
  monthsOf(language)
    .flatMap((name, month) => (text.match(name) ?? []).map(() => String(month + 1)))
    .sort();

const months = new Map<LanguageTag, RegExp[]>();

/** How the twelve are written in a language. Kept: making a format takes longer than reading a sentence. */
function monthsOf(language: LanguageTag): RegExp[] {
  const known = months.get(language);
  if (known) return known;
  const format = new Intl.DateTimeFormat(language, { month: "long" });
  const names = Array.from({ length: 12 }, (_, month) => {
    const word = format.format(new Date(2022, month, 1));
    // "May" and "March" are words, too: as months they have their year behind them.
    return new RegExp(`(?<!\\p{L})${word}(?!\\p{L})${/^Ma(?:y|rch)$/.test(word) ? " (?=\\d)" : ""}`, "gu");
  });
  months.set(language, names);
  return names;
}

/** The entities that a text names, each once. A place that only says whose something is ("Pakistani") is none. */
function namesIn(pack: Pack, lexicon: Lexicon, text: string): string[] {
  const isPlace = (id: string) => pack.entities.find((entity: Entity) => entity.id === id)?.kind === "place";
  const ids = new Set(spotText(lexicon, text).map(({ entity }) => entity));
  return [...ids].filter((id) => !isPlace(id)).sort();
}
