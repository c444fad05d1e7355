import "../page/fake-dom.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BlockWalk } from "../../../src/content/page/read/flows/block-walk.ts";
import type { Block } from "../../../src/content/page/types.ts";
import { TextWalk } from "../../../src/content/sentinel/text-walk.ts";
import type { NameSource } from "../../../src/pack/types.ts";
import { spotText } from "../../../src/spot/decide/plain-text.ts";
import { Tokens } from "../../../src/spot/match/tokens.ts";
import { compileLexicon } from "../../../src/spot/names/lexicon.ts";
import { chooseRuns } from "../../../src/spot/sieve/choose.ts";
import { meetRuns } from "../../../src/spot/sieve/filter.ts";
import { makeFilter } from "../../../src/spot/sieve/make-filter.ts";
import { storeSieve, takeSieve } from "../../../src/spot/sieve/stored-sieve.ts";
import { element, emptyDocument } from "../page/fake-dom.ts";

type Child = string | Parent;
interface Parent extends ReadonlyArray<Child> {
  /** Its tag. */
  0: string;
}

const build = (child: Child): never => (typeof child === "string" ? child : elementOf(child)) as never;
const BLOCKS = new Set(["p", "div", "li", "body", "html", "td"]);
const elementOf = ([tag, ...children]: Parent) => {
  const made = element(tag, [], BLOCKS.has(tag) ? "block" : "inline");
  (made as unknown as { append(...nodes: never[]): void }).append(...children.map(build));
  return made;
};
const documentOf = (...children: Child[]) => {
  const page = emptyDocument();
  (page as unknown as { append(...nodes: never[]): void }).append(build(["html", ["body", ...children]]));
  return page;
};

/** All pieces that are sieved, in the order they are. */
function piecesOf(page: Document, most = 1_000): string[] {
  const pieces: string[] = [];
  const walk = new TextWalk(page, () => {});
  while (walk.read(most, (text) => pieces.push(text) < 0));
  return pieces;
}

describe("what is sieved", () => {
  it("is each text, with what stands beside it in another element as two words and as one", () => {
    expect(piecesOf(documentOf(["p", "The ", ["b", "Tali"], "ban"]))).toEqual([
      "The \nTali\nban",
      "The \nTaliban",
    ]);
  });

  it.each([
    ["a space or a sign stands beside every edge", ["The ", ["b", "Taliban"], ", ", ["i", "said"], " he"]],
    ["edges are of blocks", ["The", ["p", "Taliban"], "said"]],
  ] as const)("is all in one way where %s", (_, children) => {
    expect(piecesOf(documentOf(["p", ...children] as never))).toHaveLength(1);
  });

  it.each([
    ["before the space", "Tali-\n", "ban"],
    ["behind it", "Tali-", "\nban"],
    ["with nothing but it in the middle", "Tali-", "\n", "ban"],
  ])("is a word that a line's end has broken, with an element's edge %s", (_, ...texts) => {
    const pieces = piecesOf(documentOf(["p", ...texts.map((text): Child => ["b", text])]));
    expect(pieces).toContain("Tali-\nban");
  });

  it("is two words where a block's edge is between", () => {
    expect(piecesOf(documentOf(["li", "Kabul"], ["li", "Taliban"]))).toEqual(["Kabul\nTaliban"]);
  });

  it("has what no reader reads left out, and text of its own behind the rest", () => {
    const page = documentOf([
      "p",
      "Stimson",
      ["script", "x"],
      ["sup", "1"],
      ["select", ["option", "y"]],
      " Center",
    ]);
    expect(piecesOf(page)[0]).toBe("Stimson\n Center\n1");
  });

  it("comes in pieces of a long page, with an overlap", () => {
    const page = documentOf(...Array.from({ length: 3_000 }, (_, i): Child => ["p", `paragraph ${i} `]));
    const pieces = piecesOf(page, 100);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join("")).toContain("paragraph 2999 ");
    for (const [i, piece] of pieces.slice(1).entries())
      expect(pieces[i]!.includes(piece.slice(0, 300))).toBe(true);
  });

  it("ends where the sieve lets something through", () => {
    const walk = new TextWalk(
      documentOf(...Array.from({ length: 3_000 }, (): Child => ["p", "Daesh"])),
      () => {},
    );
    let asked = 0;
    while (walk.read(100, () => ++asked > 0));
    expect(asked).toBe(1);
  });
});

const names: NameSource = {
  entities: [
    {
      id: "e",
      aliases: ["Taliban", "Stimson Center", "al-Qaeda", "塔利班"].map((text) => ({ text, lang: "mul" })),
      decoys: [],
      cues: { for: [], against: [] },
    },
  ],
  ambiguities: [],
};

const word = fc.constantFrom(
  "Tali",
  "ban",
  "Taliban",
  "Stim",
  "son",
  "Stimson",
  "Center",
  "al",
  "-",
  "Qaeda",
  "塔",
  "利班",
  " ",
  "\n",
  "1",
  "the",
);
const tag = fc.constantFrom(
  "p",
  "div",
  "b",
  "span",
  "a",
  "sup",
  "script",
  "li",
  "td",
  "br",
  "img",
  "button",
  "my-part",
);
const { tree } = fc.letrec<{ tree: Child }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: "medium" },
    { arbitrary: word, weight: 3 },
    {
      arbitrary: fc
        .tuple(tag, fc.array(tie("tree"), { maxLength: 4 }))
        .map(([name, children]): Child => (name === "br" || name === "img" ? [name] : [name, ...children])),
      weight: 2,
    },
  ),
}));

/** The flows of all blocks, as the reader has them before it asks for styles. */
function flowsOf(page: Document): string[] {
  const flows: string[] = [];
  const blocks: Block[] = [page];
  for (let block = blocks.pop(); block; block = blocks.pop()) {
    const walk = new BlockWalk(block);
    while (walk.read(1_000));
    flows.push(...walk.flows.map(({ text }) => text));
    blocks.push(...walk.blocks);
  }
  return flows;
}

it("has every name that the reader can find, in any page", () => {
  const lexicon = compileLexicon(names);
  const sieve = takeSieve(storeSieve(makeFilter(chooseRuns(names))));
  const tokens = new Tokens();
  let named = 0;
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 5 }), (children) => {
      const page = documentOf(...children);
      const lost = flowsOf(page).filter((text) => spotText(lexicon, text).length > 0);
      if (lost.length === 0) return;
      named++;
      const pieces = piecesOf(page);
      expect(
        pieces.some((piece) => meetRuns(sieve, piece, tokens, () => true)),
        `${lost} in ${pieces}`,
      ).toBe(true);
    }),
    { numRuns: 3_000 },
  );
  expect(named).toBeGreaterThan(100);
});
