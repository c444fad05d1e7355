/** How a proposed entity is written, and what a text must have for each form to count: case, trust. */
import { foldText } from "../spot/letters/fold.ts";
import type { Article } from "./find/article.ts";
import { type Group, nameKey, withoutArticle } from "./join.ts";
import type { DraftForm } from "./types.ts";
import { isOfCountry } from "./words/countries.ts";
import { isCommon } from "./words/everyday.ts";

/** No more for one entity: an article writes no name in more ways. */
const MOST_FORMS = 12;

/** The forms of a group, the most frequent first. Writings that the spotter takes for one are one. */
export function formsOf(article: Article, { founds, surnames }: Group): DraftForm[] {
  const byFold = new Map<string, Map<string, number>>();
  for (const { text } of founds) {
    const written = withoutArticle(text);
    const writings = byFold.get(foldText(written)) ?? new Map<string, number>();
    byFold.set(foldText(written), writings.set(written, (writings.get(written) ?? 0) + 1));
  }
  const spelledOut = founds.some(({ way }) => way === "spelled-out");
  return [...byFold.values()]
    .map((writings) => {
      const [[text]] = [...writings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)) as [
        [string, number],
      ];
      const count = [...writings.values()].reduce((sum, times) => sum + times, 0);
      return formOf(article, text, count, surnames.has(nameKey(text)), spelledOut);
    })
    .sort((a, b) => b.count - a.count || b.text.length - a.text.length || (a.text < b.text ? -1 : 1))
    .slice(0, MOST_FORMS);
}

/** "UN", "R&AW", "ISKP-K": letters, each a capital. */
export const isLetters = (text: string): boolean => /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}&./-]+s?$/u.test(text);
/** Up to this length other things are called by the same letters. */
const SHORT_LETTERS = 3;

function formOf(
  article: Article,
  text: string,
  count: number,
  surname: boolean,
  spelledOut: boolean,
): DraftForm {
  const everyday = isEveryday(article, text);
  if (isLetters(text)) {
    const trust =
      everyday || spelledOut || text.replace(/s$/, "").length <= SHORT_LETTERS ? "context" : "sure";
    return { text, case: "exact", trust, count, everyday };
  }
  const cased = /[\p{Lu}\p{Ll}]/u.test(text);
  const one = !/[\s-]/.test(text);
  return {
    text,
    case: !cased || !/^\p{Lu}/u.test(text) ? "fold" : everyday ? "exact" : one ? "capital" : "fold",
    trust: surname ? "surname" : everyday && one ? "context" : "sure",
    count,
    everyday,
  };
}

/** Each of its words is common, or the article writes it small as well, or it says of which country somebody is. */
function isEveryday(article: Article, text: string): boolean {
  if (isCommon(text)) return true;
  if (!/[\p{Lu}\p{Ll}]/u.test(text) || isLetters(text)) return false;
  const words = foldText(text).split(" ");
  const isWord = (word: string) =>
    article.stopWords.has(word) || (article.small.get(word) ?? 0) > 0 || isCommon(word);
  return words.every(isWord) || (words.length === 1 && isOfCountry(words[0]!, article.countries));
}
