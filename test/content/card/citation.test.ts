import { afterEach, describe, expect, test } from "vitest";
import { speakIn } from "../../../scripts/lib/messages.ts";
import { citation } from "../../../src/content/card/view/citation.ts";
import { indexPack } from "../../../src/pack/lookup.ts";
import { PACK_FORMAT, type Pack } from "../../../src/pack/types.ts";

afterEach(() => speakIn("en"));

const pack: Pack = {
  format: PACK_FORMAT,
  title: "X",
  editor: "Nobody",
  licence: "CC0",
  version: "1",
  date: "2026-01-01",
  id: "x",
  languages: ["en", "ur"],
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
      "• It did that. (editor’s note)",
      'Paraphrased by Nobody from An Author, “A <title>”, A & B, December 2022. https://example.org/?a=1&b="2"',
    ]);
  });
  test("as HTML holds the same, and no markup but its own", () => {
    expect(cited.html).toMatch(/^<div lang="en" dir="ltr">/);
    const plain = cited.html.replace(/<div lang="en" dir="ltr">|<\/?(?:div|p|b|br|ul|li|cite)>/g, "");
    expect(plain).not.toMatch(/[<>"]/);
    expect(cited.html).toContain("Group &#60;X&#62;");
    expect(cited.html).toContain("A &#38; B");
  });
  test("is in the reader's language where the pack is, and says that it is a translation", () => {
    speakIn("ur");
    const [entity] = pack.entities;
    const translated = {
      ...pack,
      entities: [
        {
          ...entity!,
          names: [{ lang: "ur", text: "گروہ" }],
          summary: { en: "It is a group.", ur: "یہ ایک گروہ ہے۔" },
          claims: [
            {
              ...entity!.claims[0]!,
              text: { en: "It did this.", ur: "اس نے یہ کیا۔" },
              by: { en: "An Author", ur: "مصنف" },
            },
          ],
        },
      ],
    };
    const { text, html } = citation(indexPack(translated), "x")!;
    const bare = text.replace(/[\u2068\u2069]/g, "");
    expect(bare.split("\n").slice(0, 3)).toEqual([
      "گروہ",
      "یہ ایک گروہ ہے۔",
      "• اس نے یہ کیا۔ (رائے، مصنف، ¶3 ¶4)",
    ]);
    expect(bare).toContain("۔ ترجمہ: Nobody۔ https://example.org/");
    expect(html).toMatch(/^<div lang="ur" dir="rtl">/);
    expect(cited.text).not.toContain("Translated");
  });
  test("of what is not in the pack there is none", () => {
    expect(citation(indexPack(pack), "y")).toBeNull();
  });
});
