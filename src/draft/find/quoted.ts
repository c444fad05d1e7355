/** What stands in quotation marks or italics and is short enough to be a title or a name. */
import type { Found } from "../types.ts";
import { wordsWithin } from "../words/words.ts";
import type { Article, ReadParagraph } from "./article.ts";

/** An opening mark, up to so many UTF-16 code units without another mark, its closing one. */
const QUOTED =
  /[“"„](?<a>[^“”"„«»]{2,80})[”"“]|«(?<b>[^«»]{2,80})»|(?<=^|[\s(])[‘'](?<c>[^‘’'\n]{2,60})[’'](?=$|[\s.,;:!?)])|「(?<d>[^「」]{2,30})」|『(?<e>[^『』]{2,40})』|《(?<f>[^《》]{2,40})》/gu;
const MOST_WORDS = 6;

export function* findQuoted({ paragraphs }: Article): Generator<Found> {
  for (const paragraph of paragraphs) {
    for (const match of paragraph.text.matchAll(QUOTED)) {
      const inside = Object.values(match.groups!).find((text) => text !== undefined)!;
      const text = inside.trim().replace(/[,.!?،]$/u, "");
      const start = match.index + match[0].indexOf(text);
      // 《》 and 『』 are for titles and nothing else.
      const title = match.groups!.e ?? match.groups!.f;
      if (!isTitle(paragraph, text, start)) continue;
      const guess =
        title === undefined ? {} : { guess: { kind: "work", because: "italics", word: text } as const };
      yield { paragraph: paragraph.index, start, end: start + text.length, text, way: "quoted", ...guess };
    }
    for (const { start, end } of paragraph.emphasis) {
      const text = paragraph.text.slice(start, end);
      if (!isTitle(paragraph, text, start)) continue;
      const guess = { kind: "work", because: "italics", word: text } as const;
      yield { paragraph: paragraph.index, start, end, text, way: "quoted", guess };
    }
  }
}

/** No speech: no sentence ends in it; in scripts with capitals, each of its words has one but for small ones inside. */
function isTitle({ words }: ReadParagraph, text: string, start: number): boolean {
  if (/[.!?؟。,،、;:]/.test(text)) return false;
  const inside = wordsWithin(words, start, start + text.length);
  if (inside.length > MOST_WORDS) return false;
  if (!/[\p{Lu}\p{Ll}]/u.test(text)) return true;
  if (!inside[0]?.capital || !inside.at(-1)!.capital) return false;
  // “Not” is speech; “Not Yet” may be a title.
  if (inside.length === 1) return /\p{Lu}.*\p{Lu}|\d/u.test(text);
  return inside.every((word) => word.capital || word.text.length <= LONGEST_SMALL);
}
/** "and", "of", "und", "del". */
const LONGEST_SMALL = 3;
