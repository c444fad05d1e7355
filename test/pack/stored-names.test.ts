import { describe, expect, it } from "vitest";
import { decodeNames, encodeNames } from "../../src/pack/stored-names.ts";
import { type NameSource, PACK_FORMAT, type Pack } from "../../src/pack/types.ts";

describe("names", () => {
  const pack: Pack = {
    format: PACK_FORMAT,
    title: "T",
    editor: "Nobody",
    licence: "CC0",
    version: "1",
    date: "2026-01-01",
    id: "x",
    languages: ["en"],
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
          { lang: "en", text: "Exy" },
          { lang: "en", text: "EX", case: "exact", trust: "context" },
          { lang: "fr", text: "Ça", case: "capital" },
        ],
        decoys: [{ lang: "en", text: "E not" }],
        cues: {
          for: [{ text: "near", weight: 3 }, { text: "n" }],
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

  it("brings every form over with its case rule, trust, weight and language", () => {
    const unsaid = <T extends { text: string }>(forms: readonly T[], rest: object) =>
      forms.map((form) => ({ case: "fold", ...rest, ...form })).sort((a, b) => (a.text < b.text ? -1 : 1));
    const alias = { trust: "sure" };
    const plain = (source: NameSource) => ({
      entities: source.entities.map(({ id, aliases, decoys, cues }) => ({
        id,
        aliases: unsaid(aliases, alias),
        decoys: unsaid(decoys, alias),
        for: unsaid(cues.for, { weight: 1 }),
        against: unsaid(cues.against, { weight: 1 }),
      })),
      ambiguities: source.ambiguities.map(({ id, among, aliases }) => ({
        id,
        among,
        aliases: unsaid(aliases, alias),
      })),
    });
    expect(plain(decodeNames(encodeNames(pack)))).toEqual(plain(pack));
  });
});
