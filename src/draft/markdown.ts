/**
 * Markdown → blocks of plain text. Only what stands between a reader and the words is taken away: marks of headings, lists,
 * quotations, links, emphasis, code. Not a parser of Markdown: what it does not know stays as text, which costs a draft nothing.
 */
import { type Block, oneLine } from "./blocks.ts";
import type { Span } from "./types.ts";

/** A fence, a rule, a table's line, front matter: no text of the article. */
const FENCE = /^(?:```|~~~)/;
const NO_TEXT = /^(?:[-*_](?:\s*[-*_]){2,}|\|?[\s:|-]+\|[\s:|-]*|<!--.*-->|\[[^\]]+\]:\s.*)$/;
/** No rule and no table's line is longer. UTF-16 code units. */
const LONGEST_MARK = 300;
const HEADING = /^#{1,6}\s+/;
const UNDERLINE = /^(?:=+|-+)$/;
const ITEM = /^(?:[-*+]|\d{1,9}[.)])\s+/;

export function markdownBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  const close = (heading?: boolean) => {
    if (open.length > 0) blocks.push(blockOf(open.join(" "), heading));
    open = [];
  };
  let fenced = false;
  for (const raw of withoutFrontMatter(text).split("\n")) {
    const line = raw.replace(/^(?:\s*>)+/, "").trim();
    if (FENCE.test(line)) {
      close();
      fenced = !fenced;
      continue;
    }
    if (fenced) continue;
    // Setext: the line before was the heading.
    if (open.length === 1 && UNDERLINE.test(line)) close(true);
    else if (line === "" || (line.length < LONGEST_MARK && NO_TEXT.test(line))) close();
    else if (HEADING.test(line)) {
      close();
      blocks.push(blockOf(line.replace(HEADING, "").replace(/#{1,100}$/, ""), true));
    } else {
      if (ITEM.test(line)) close();
      open.push(line.replace(ITEM, ""));
    }
  }
  close();
  return blocks.filter((block) => block.text !== "");
}

const withoutFrontMatter = (text: string): string => text.replace(/^---\n[\s\S]*?\n---\n/, "");

/** Emphasis that may be a title: `*A Name*`, `_A Name_`; `**strong**` is none. Each part bounded, so that no text takes long. */
const EMPHASIS = /(?<![*_\p{L}\p{N}])([*_])(?![*_\s])([^*_]{1,120})\1(?![*_\p{L}\p{N}])/gu;

function blockOf(line: string, heading?: boolean): Block {
  const words = oneLine(
    line
      .replace(/!\[[^\]]{0,300}\]\([^)]{0,2000}\)/g, "")
      .replace(/\[([^\]]{0,500})\](?:\([^)]{0,2000}\)|\[[^\]]{0,200}\])/g, "$1")
      .replace(/\[\^[^\]]{1,40}\]/g, "")
      .replace(/<(https?:[^>\s]{1,2000})>/g, "$1")
      .replace(/<\/?[a-z][^<>]{0,500}>/gi, "")
      .replace(/`/g, "")
      .replace(/\*\*|__|~~/g, "")
      .replace(/\\([\\`*_{}[\]()#+.!-])/g, "$1"),
  );
  const emphasis: Span[] = [];
  let text = "";
  let from = 0;
  for (const found of words.matchAll(EMPHASIS)) {
    text += words.slice(from, found.index);
    emphasis.push({ start: text.length, end: text.length + found[2]!.length });
    text += found[2]!;
    from = found.index + found[0].length;
  }
  return { text: text + words.slice(from), emphasis, ...(heading !== undefined && { heading }) };
}
