/** What the extension is measured against, each over the whole page once. Answers ms, and how much was found. */
import Mark from "mark.js";

export interface Ran {
  ms: number;
  found: number;
}

export type Command = { do: "spent" | "reset" } | { do: keyof typeof CONTENDERS; names: readonly string[] };

/** What every reader of a page has to do at least: see every character once. */
function floor(): number {
  let sum = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    for (let i = 0; i < data.length; i++) sum = (sum + data.charCodeAt(i)) | 0;
  }
  return sum;
}

/** One alternation, the longest first, in each text node alone; painted as we paint. */
function expression(names: readonly string[]): number {
  const branches = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const wanted = new RegExp(`\\b(?:${branches.join("|")})\\b`, "gi");
  const highlight = new Highlight();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: text, index } of (node as Text).data.matchAll(wanted)) {
      const [startContainer, endContainer] = [node, node];
      highlight.add(
        new StaticRange({ startContainer, startOffset: index, endContainer, endOffset: index + text.length }),
      );
    }
  }
  CSS.highlights.set("bench", highlight);
  return highlight.size;
}

/** As its documentation has it for whole words. It changes the page, so the page is used for nothing after it. */
function markJs(names: readonly string[]): number {
  let found = 0;
  new Mark(document.body).mark([...names], {
    accuracy: "exactly",
    separateWordSearch: false,
    each: () => {
      found += 1;
    },
  });
  return found;
}

const measured =
  (run: (names: readonly string[]) => number) =>
  (names: readonly string[]): Ran => {
    const begun = performance.now();
    const found = run(names);
    return { ms: performance.now() - begun, found };
  };

export const CONTENDERS = {
  floor: measured(floor),
  expression: measured(expression),
  markJs: measured(markJs),
};
