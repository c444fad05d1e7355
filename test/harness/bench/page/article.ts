/** The pages that are measured, made from seeds: an article as long as they come, and a short one. */
import { makeProse, randomFrom } from "../corpus.ts";

/** Names of the bundled analysis, so that a run with the shipped names finds something too. */
const SHIPPED_NAMES = [
  "Tehreek-i-Taliban Pakistan",
  "Daesh",
  "al-Qaeda",
  "the Taliban",
  "UN Security Council",
];

/**
 * About `length` bytes of article: paragraphs with links, emphasis and entities, headings, lists, tables and figures.
 * One in 150 words is one of `names`.
 */
export function makeArticle(length: number, names: readonly string[]): string {
  const random = randomFrom(23);
  const chance = (of: number) => random() < of;
  const blocks: string[] = [];
  let made = 0;
  for (const [index, prose] of makeProse(length, [...names, ...SHIPPED_NAMES]).entries()) {
    const words = prose.split(" ");
    const marked = words.map((word) => {
      if (chance(0.012)) return `<a href="#n${index}">${word}</a>`;
      if (chance(0.008)) return `<em>${word}</em>`;
      if (chance(0.006)) return `<b>${word}</b>`;
      if (chance(0.004)) return `${word} &amp;`;
      return chance(0.004) ? `${word}&nbsp;&mdash;` : word;
    });
    const block = wrap(marked, index, chance);
    blocks.push(block);
    made += block.length;
    if (made >= length) break;
  }
  return page(`<article>\n${blocks.join("\n")}\n</article>`);
}

function wrap(words: readonly string[], index: number, chance: (of: number) => boolean): string {
  const heading = index % 12 === 0 ? `<h2>${words.slice(0, 6).join(" ")}</h2>\n` : "";
  const text = words.join(" ");
  if (chance(0.04)) {
    const items = cut(words, 5).map((item) => `<li>${item}</li>`);
    return `${heading}<ul>\n${items.join("\n")}\n</ul>`;
  }
  if (chance(0.02)) {
    const rows = cut(words, 4).map((row, at) => `<tr><th>${at}</th><td>${row}</td></tr>`);
    return `${heading}<table>\n${rows.join("\n")}\n</table>`;
  }
  if (chance(0.03)) return `${heading}<blockquote><p>${text}</p></blockquote>`;
  return `${heading}<p>${text}</p>`;
}

/** In `parts` pieces of about the same number of words. */
function cut(words: readonly string[], parts: number): string[] {
  const size = Math.ceil(words.length / parts);
  return Array.from({ length: parts }, (_, i) => words.slice(i * size, (i + 1) * size).join(" "));
}

/** A page with one paragraph and `frames` empty frames of the same site. */
export function shortPage(frames: number): string {
  const text = `The ${SHIPPED_NAMES.join(", then ")} were named in one paragraph.`;
  return page(`<p id="text">${text}</p>\n${'<iframe src="empty.html"></iframe>\n'.repeat(frames)}`);
}

export const emptyPage = (): string => page("");

function page(body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A page to measure</title>
<style>body { font: 18px/1.5 serif; max-width: 44em; margin: 2em auto; }</style>
<body>
${body}
</body>
</html>
`;
}
