/** An article's text → its paragraphs, numbered as passages are: the body in its order, headings not counted. */
import { type Block, oneLine } from "./blocks.ts";
import { markdownBlocks } from "./markdown.ts";
import type { ArticleKind, Paragraph } from "./types.ts";

export function paragraphsOf(article: string, kind: ArticleKind): Paragraph[] {
  const text = article.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const blocks = kind === "md" ? markdownBlocks(text) : plainBlocks(text);
  let count = 0;
  return blocks.map(({ text: words, emphasis, heading = looksLikeHeading(words) }) => ({
    id: heading ? null : `p${++count}`,
    text: words,
    emphasis,
  }));
}

/** Above this, a line is no wrapped line: editors wrap at 80, some at 100. UTF-16 code units. */
const LONGEST_WRAPPED = 110;

/**
 * Blank lines part paragraphs. A text with lines longer than anybody wraps them has a paragraph in each line: that is how
 * articles come out of a browser's clipboard.
 */
function plainBlocks(text: string): Block[] {
  const lines = text.split("\n").map((line) => line.trim());
  const wrapped = !lines.some((line) => line.length > LONGEST_WRAPPED);
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (line === "" || !wrapped) parts.push([]);
    if (line !== "") parts.at(-1)!.push(line);
  }
  return parts
    .filter((part) => part.length > 0)
    .map((part) => ({ text: oneLine(part.join(" ")), emphasis: [] }));
}

/** A heading, a name of an author, "Advertisement": short, and no sentence ends in it. UTF-16 code units. */
const LONGEST_HEADING = 120;
const SENTENCE_END = /[.!?…。！？।؟۔:;][\p{Pe}\p{Pf}"'’”»]*$/u;

const looksLikeHeading = (text: string): boolean =>
  text.length <= LONGEST_HEADING && !SENTENCE_END.test(text);
