import { describe, expect, it } from "vitest";
import type { Pack } from "../../src/pack/types.ts";
import { expandPack, variantsOf } from "../../src/pack/variants.ts";
import { decodePack, encodePack } from "../../src/pack/wire.ts";

describe("variants", () => {
  it.each([
    ["plain", ["plain"]],
    ["Tehr{i,ee}k{-,}x", ["Tehrik-x", "Tehrikx", "Tehreek-x", "Tehreekx"]],
    ["{al-,}Qaeda", ["al-Qaeda", "Qaeda"]],
    ["a{b}c", ["abc"]],
  ])("%s", (pattern, forms) => {
    expect(variantsOf(pattern)).toEqual(forms);
  });

  it.each([
    ["a{b", "not closed"],
    ["a}b", "not opened"],
    ["a{b{c}}", "braces inside braces"],
    ["{a,b,c,d,e,f,g,h}".repeat(4), "more than 2000"],
  ])("refuses %s", (pattern, message) => {
    expect(() => variantsOf(pattern)).toThrow(message);
  });
});

describe("the wire", () => {
  const pack: Pack = {
    format: 1,
    id: "x",
    source: {
      title: "T",
      author: "A",
      publisher: "P",
      date: "2020-01",
      url: "https://example.org/",
      genre: "essay",
    },
    passages: [{ id: "p1", gist: "G" }],
    entities: [
      {
        id: "e",
        kind: "group",
        name: "E",
        names: [{ lang: "ur", text: "ای" }],
        summary: "S",
        aliases: [
          { lang: "en", text: "E{x,y}" },
          { lang: "en", text: "EX", case: "exact", trust: "context" },
          { lang: "fr", text: "Ça", case: "capital" },
        ],
        decoys: [{ lang: "en", text: "E not" }],
        cues: {
          for: [{ text: "near{,by}", weight: 3 }, { text: "n" }],
          against: [{ text: "far", weight: 2 }],
        },
        claims: [],
        notSameAs: [],
      },
    ],
    relations: [],
    events: [],
    ambiguities: [{ id: "a", aliases: [{ lang: "en", text: "Am" }], among: ["e", "e"] }],
  };

  it("brings every form over with its case rule, trust and weight; languages and order stay behind", () => {
    const plain = (given: Pack) => {
      const sorted = <T extends { text: string }>(forms: readonly T[]) =>
        forms
          .map((form) => ({ case: "fold", trust: "sure", weight: 1, ...form, lang: "und" }))
          .sort((a, b) => (a.text < b.text ? -1 : 1));
      return {
        ...given,
        entities: given.entities.map((entity) => ({
          ...entity,
          aliases: sorted(entity.aliases),
          decoys: sorted(entity.decoys),
          cues: { for: sorted(entity.cues.for), against: sorted(entity.cues.against) },
        })),
        ambiguities: given.ambiguities.map((given) => ({ ...given, aliases: sorted(given.aliases) })),
      };
    };
    expect(plain(decodePack(encodePack(pack)))).toEqual(plain(expandPack(pack)));
  });
});
