import { describe, expect, test } from "vitest";
import { citation } from "../../../src/content/card/view/citation.ts";
import { indexPack } from "../../../src/pack/lookup.ts";
import type { Pack } from "../../../src/pack/types.ts";

const pack: Pack = {
  format: 1,
  id: "x",
  source: {
    title: "A <title>",
    author: "An Author",
    publisher: "A & B",
    date: "2022-12",
    url: 'https://example.org/?a=1&b="2"',
    genre: "opinion article",
  },
  passages: [],
  entities: [
    {
      id: "x",
      kind: "group",
      name: "Group <X>",
      names: [],
      summary: "It is a group.",
      aliases: [],
      decoys: [],
      cues: { for: [], against: [] },
      claims: [
        { id: "x-a", text: "It did this.", stance: "opinion", by: "An Author", passages: ["p3", "p4"] },
        { id: "x-b", text: "It did that.", stance: "editor", by: "", passages: [] },
      ],
      notSameAs: [],
    },
  ],
  relations: [],
  events: [],
  ambiguities: [],
};

describe("a citation", () => {
  const cited = citation(indexPack(pack), "x")!;
  test("says who says what, how firmly, and where", () => {
    expect(cited.text.split("\n")).toEqual([
      "Group <X>",
      "It is a group.",
      "• It did this. (opinion, An Author, ¶3 ¶4)",
      "• It did that. (our note)",
      'Paraphrased by Sidelight from An Author, “A <title>”, A & B, December 2022. https://example.org/?a=1&b="2"',
    ]);
  });
  test("as HTML holds the same, and no markup but its own", () => {
    const plain = cited.html.replace(/<\/?(?:p|b|br|ul|li|cite)>/g, "");
    expect(plain).not.toMatch(/[<>"]/);
    expect(cited.html).toContain("Group &#60;X&#62;");
    expect(cited.html).toContain("A &#38; B");
  });
  test("of what is not in the pack there is none", () => {
    expect(citation(indexPack(pack), "y")).toBeNull();
  });
});
