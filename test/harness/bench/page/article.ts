/** The pages that are measured, made from seeds: an article as long as they come, and a short one. */
import { makeProse, randomFrom } from "../corpus.ts";

/** Names of the bundled analysis, so that a run with the shipped names finds something too. */
const SHIPPED_NAMES = "Tehreek-i-Taliban Pakistan|Daesh|al-Qaeda|the Taliban|UN Security Council".split("|");

/**
 * About `length` bytes of article: paragraphs with links, emphasis and entities, headings, lists, tables and quotations.
 * One in 150 words is one of `names`.
 */
export function makeArticle(length: number, names: readonly string[]): string {
  const random = randomFrom(23);
  const chance = (of: number) => random() < of;
  const blocks: string[] = [];
  let made = 0;
  for (const [index, prose] of makeProse(length, [...names, ...SHIPPED_NAMES]).entries()) {
    const words = prose.split(" ").map((word) => {
      if (chance(0.012)) return `<a href="#n${index}">${word}</a>`;
      if (chance(0.008)) return `<em>${word}</em>`;
      if (chance(0.006)) return `<b>${word}</b>`;
      if (chance(0.004)) return `${word} &amp;`;
      return chance(0.004) ? `${word}&nbsp;&mdash;` : word;
    });
    const heading = index % 12 === 0 ? `<h2>${words.slice(0, 6).join(" ")}</h2>\n` : "";
    const block = heading + wrap(words, chance);
    blocks.push(block);
    made += block.length;
    if (made >= length) break;
  }
  return makePage(`<article>\n${blocks.join("\n")}\n</article>`);
}

function wrap(words: readonly string[], chance: (of: number) => boolean): string {
  /** In pieces of about the same number of words. */
  const cut = (parts: number, piece: (words: string, index: number) => string) => {
    const size = Math.ceil(words.length / parts);
    return Array.from({ length: parts }, (_, i) =>
      piece(words.slice(i * size, (i + 1) * size).join(" "), i),
    ).join("\n");
  };
  if (chance(0.04)) return `<ul>\n${cut(5, (item) => `<li>${item}</li>`)}\n</ul>`;
  if (chance(0.02))
    return `<table>\n${cut(4, (row, i) => `<tr><th>${i}</th><td>${row}</td></tr>`)}\n</table>`;
  const paragraph = `<p>${words.join(" ")}</p>`;
  return chance(0.03) ? `<blockquote>${paragraph}</blockquote>` : paragraph;
}

/** A page with one paragraph, in which nothing is named. */
export const plainPage = (): string =>
  makePage("<p>Nobody whom we know was named in this one paragraph.</p>");

/** A page with one paragraph and `frames` empty frames of the same site. */
export function shortPage(frames: number): string {
  const text = `The ${SHIPPED_NAMES.join(", then ")} were named in one paragraph.`;
  return makePage(`<p id="text">${text}</p>\n${'<iframe src="empty.html"></iframe>\n'.repeat(frames)}`);
}

export function makePage(body: string): string {
  const style = "body { font: 18px/1.5 serif; max-width: 44em; margin: 2em auto; }";
  const head = `<meta charset="utf-8">\n<title>A page to measure</title>\n<style>${style}</style>`;
  return `<!doctype html>\n<html lang="en">\n${head}\n<body>\n${body}\n</body>\n</html>\n`;
}
