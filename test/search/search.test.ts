import fc from "fast-check";
import Fuse from "fuse.js";
import { describe, expect, it } from "vitest";
import { fuzzyMatches } from "../../src/search/fuzzy.ts";
import { BigramIndex } from "../../src/search/index/bigram-index.ts";
import type { SearchResult } from "../../src/search/result.ts";
import { SameEntities } from "../../src/search/same-entities.ts";
import { createSearch, searchIn } from "../../src/search/search.ts";
import { SearchedPack } from "../../src/search/searched-pack.ts";
import { foldText } from "../../src/spot/letters/fold.ts";
import { alias, entity, packOf } from "./pack.ts";

const index = packOf(
  [
    entity("river", "River Watch", {
      names: [{ lang: "ur", text: "دریا نگہبان" }],
      aliases: [alias("River Watch"), alias("RW"), alias("Rud-e-Kabir", "fa"), alias("Qadria")],
      claims: [
        {
          id: "river-floods",
          text: "River Watch warned of floods in spring.",
          stance: "reported",
          by: "x",
          passages: [],
        },
      ],
    }),
    entity("river-school", "River Watch School", { aliases: [alias("École de la Rivière", "fr")] }),
    entity("constructor", "Builders’ Guild"),
    entity("__proto__", "Proto Press"),
  ],
  {
    events: [
      {
        id: "e1",
        date: "2022",
        sequence: 1,
        text: "The dam broke in Qadria.",
        stance: "reported",
        by: "x",
        passages: [],
        entities: ["river"],
      },
    ],
    ambiguities: [{ id: "watch", aliases: [alias("The Watch")], among: ["river-school", "river"] }],
  },
);
const { search } = createSearch(index, foldText);

const shown = (text: string, ranges: ReadonlyArray<readonly [number, number]>) =>
  ranges.map(([start, end]) => text.slice(start, end));
const marked = (result: SearchResult) =>
  result.matchedAlias
    ? shown(result.matchedAlias.text, result.matchedAlias.ranges)
    : shown(result.text, result.ranges);

const table: Array<[query: string, kind: string, id: string, marked: string[]]> = [
  ["river watch", "entity", "river", ["River Watch"]],
  ["RIVER", "entity", "river", ["River"]],
  ["riv", "entity", "river", ["Riv"]],
  ["riverwatch", "entity", "river", ["River Watch"]],
  ["river school", "entity", "river-school", ["River", "School"]],
  ["rivière", "entity", "river-school", ["Rivière"]],
  ["ecole", "entity", "river-school", ["École"]],
  ["rw", "entity", "river", ["RW"]],
  ["rude kabir", "entity", "river", ["Rud-e-Kabir"]],
  ["kadria", "entity", "river", ["Qadria"]],
  ["the watch", "entity", "river-school", ["The Watch"]],
  ["دريا", "entity", "river", ["دریا"]],
  ["guilt", "entity", "constructor", ["Guild"]],
  ["builders guild", "entity", "constructor", ["Builders’ Guild"]],
  ["proto", "entity", "__proto__", ["Proto"]],
  ["floods", "claim", "river-floods", ["floods"]],
  ["spring flods", "claim", "river-floods", ["floods", "spring"]],
  ["dam", "event", "e1", ["dam"]],
];

describe("search", () => {
  it.each(table)("%j finds %s %s first", (query, kind, id, parts) => {
    const first = search(query)[0];
    expect([first?.kind, first?.id ?? first?.entity]).toEqual([kind, id]);
    expect(marked(first!)).toEqual(parts);
  });

  it.each(["", "   ", "—", "…", "zzzzzz"])("finds nothing for %j", (query) => {
    expect(search(query)).toEqual([]);
  });

  it("lists an entity once, under the name that matched best", () => {
    const entities = search("watch").filter((result) => result.kind === "entity");
    expect(entities.map((result) => result.entity)).toEqual(["river", "river-school"]);
  });

  it("names the alias that matched, and the display name beside it", () => {
    expect(search("qadria")[0]).toMatchObject({
      text: "River Watch",
      ranges: [],
      matchedAlias: { text: "Qadria", lang: "en", ranges: [[0, 6]] },
    });
  });

  it("lists names before sentences, and better matches before worse", () => {
    const results = search("river");
    const names = results.filter((result) => result.kind === "entity");
    expect(results.slice(0, names.length)).toEqual(names);
    const scores = names.map((result) => result.score);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
  });

  it("is total, and its ranges lie in order within the text", () => {
    const typed = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.constantFrom("river watch", "Rud-e-Kabir", "e e", "e", "constructor", "__proto__", "a".repeat(5000)),
    );
    fc.assert(
      fc.property(typed, (query) => {
        for (const { text, ranges, matchedAlias } of search(query)) {
          const all = matchedAlias ?? { text, ranges };
          let last = 0;
          for (const [start, end] of all.ranges) {
            expect(start >= last && end > start && end <= all.text.length).toBe(true);
            last = end;
          }
        }
      }),
    );
  });
});

describe("the order of what is found", () => {
  const said = (id: string, text: string) => ({
    id,
    text,
    stance: "reported" as const,
    by: "x",
    passages: [],
  });
  const pack = packOf([
    entity("embassy", "Embassy", {
      claims: [said("c1", "Shots were fired after the truce."), said("c2", "It is small.")],
    }),
    entity("front", "Front", {
      aliases: [alias("Northern Front Movement"), alias("Frontier")],
      claims: [
        said("c3", "It ended the truce in winter, and its fighters were told to attack throughout the land."),
        said("c4", "It broke the truce."),
        said("c5", "It limits women’s education."),
      ],
    }),
    entity("river-watch", "River Watch School"),
    entity("river", "River"),
  ]);
  const find = (query: string) => createSearch(pack, foldText).search(query);
  const ids = (query: string) => find(query).map(({ id, entity }) => id ?? entity);

  it("of sentences alike, those of the entity with the most of them come first", () => {
    expect(ids("truce")).toEqual(["c3", "c4", "c1"]);
  });

  it("where no text has all words, those with some of them are found", () => {
    expect(ids("women's schooling")).toEqual(["c5"]);
    expect(ids("women's education")).toEqual(["c5"]);
    // Short words are in everything.
    expect(ids("zzzz the it")).toEqual([]);
  });

  it("of names the shorter comes first, and words need not stand together", () => {
    expect(ids("river")).toEqual(["river", "river-watch"]);
    expect(ids("river school")[0]).toBe("river-watch");
    expect(find("front")[0]).toMatchObject({ entity: "front", text: "Front", score: 0 });
  });
});

describe("a search whose index is growing", () => {
  const many = packOf(
    Array.from({ length: 100 }, (_, n) =>
      entity(`e${n}`, `Front ${n}`, { aliases: [alias(`Other ${n}`)], claims: [] }),
    ),
  );
  const ids = (results: SearchResult[]) => results.map((result) => result.entity);

  it("finds what is in it, names that are shown before all others, and all in the end", () => {
    const growing = growSearch(many, foldText);
    expect(growing.search("front 7")).toEqual([]);
    let slices = 1;
    expect(growing.grow(() => true)).toBe(false);
    expect(ids(growing.search("front 7"))[0]).toBe("e7");
    expect(growing.search("front 99")).not.toContainEqual(expect.objectContaining({ entity: "e99" }));
    expect(growing.search("other 7")).toEqual([]);
    while (!growing.grow(() => true)) slices += 1;
    expect(slices).toBeGreaterThan(3);
    expect(ids(growing.search("other 7"))[0]).toBe("e7");
    expect(growing.search("othr")).toEqual(createSearch(many, foldText).search("othr"));
  });

  it("does not remember for good what it did not find", () => {
    const growing = growSearch(many, foldText);
    growing.grow(() => true);
    expect(growing.search("othr 7")).toEqual([]);
    growing.grow(() => false);
    expect(ids(growing.search("othr 7"))[0]).toBe("e7");
  });
});

/** Over a pack whose index is still empty. */
function growSearch(...given: ConstructorParameters<typeof SearchedPack>) {
  const pack = new SearchedPack(...given);
  return {
    grow: (enough: () => boolean) => pack.grow(enough),
    search: (query: string) => searchIn([pack], new SameEntities([]), query),
  };
}

const pairsOf = (words: readonly string[]) => {
  const pairs = new BigramIndex(words);
  for (const number of words.keys()) pairs.add(number);
  return pairs;
};

describe("pairs of letters", () => {
  it("find the words that hold a part, and no others", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abc"), minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(letters, fc.uniqueArray(letters, { maxLength: 60 }), (part, words) => {
        const wanted = [...words.keys()].filter((number) => words[number]!.includes(part));
        expect(
          pairsOf(words)
            .holding(part)
            .sort((a, b) => a - b),
        ).toEqual(wanted);
      }),
    );
  });
});

describe("likeness", () => {
  it("compares with the likely words only, and misses none by that", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abcde"), minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(letters, fc.uniqueArray(letters, { maxLength: 60 }), (typed, words) => {
        const longest = typed.length < 5 ? typed.length + 1 : 99;
        const all = new Fuse(
          words.filter((word) => word.length >= typed.length - 2 && word.length <= longest),
          { includeScore: true, threshold: 0.34, ignoreFieldNorm: true },
        ).search(typed);
        const best = all[0]?.score ?? 0;
        const wanted = all.filter(({ score }) => score! <= best + 0.1).map(({ item }) => item);
        expect(
          fuzzyMatches(typed, pairsOf(words))
            .map(({ word }) => word)
            .sort(),
        ).toEqual(wanted.sort());
      }),
      { numRuns: 2000 },
    );
  });
});
