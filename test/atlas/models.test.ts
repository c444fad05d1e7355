/** Addresses, what belongs together, the line of time, the article. */
import { describe, expect, test } from "vitest";
import { type Address, hashOf, packIn, readAddress } from "../../src/atlas/model/address.ts";
import { paragraphsOf, sharesOf, statementsIn } from "../../src/atlas/model/article.ts";
import { EVERYTHING } from "../../src/atlas/model/filter.ts";
import { wrapped } from "../../src/atlas/model/graph/text-size.ts";
import { relatedTo } from "../../src/atlas/model/related.ts";
import { spanOf, timeScale } from "../../src/atlas/model/timeline.ts";
import { bundled, claim, entity, event, packOf, tie } from "./sample.ts";

const index = packOf({
  entities: [
    entity("a", { claims: [claim("a-1"), claim("a-2", { stance: "opinion", passages: ["p2"] })] }),
    entity("b", { claims: [claim("b-1", { text: "It is said of a-1." })] }),
    entity("c", { kind: "place" }),
  ],
  relations: [tie("a", "b", { passages: ["p2"] }), tie("b", "c")],
  events: [event("war", "2022-06", { entities: ["a"], sequence: 3, passages: ["p2"] })],
});

describe("an address", () => {
  test.each<[string, Address]>([
    ["", { view: "ties", selection: null }],
    ["#view=time", { view: "time", selection: null }],
    ["#entity=a", { view: "ties", selection: { kind: "entity", id: "a" } }],
    ["#view=article&entity=a", { view: "article", selection: { kind: "entity", id: "a" } }],
    ["#passage=p2", { view: "article", selection: { kind: "passage", id: "p2" } }],
    ["#event=war", { view: "time", selection: { kind: "event", id: "war" } }],
    ["#claim=a-2", { view: "article", selection: { kind: "claim", id: "a-2" } }],
    ["#tie=a-b", { view: "ties", selection: { kind: "tie", id: "a-b" } }],
  ])("%s opens what it names, and is written so", (hash, address) => {
    expect(readAddress(hash, index)).toEqual({ address, bad: null });
    expect(hashOf(address, null)).toBe(hash.slice(1));
  });

  test("names an event by its place as well", () => {
    expect(readAddress("#event=3", index).address.selection).toEqual({ kind: "event", id: "war" });
  });

  test.each([
    ["#entity=nobody", "nobody"],
    ["#view=sideways", "sideways"],
    ["#nonsense", "nonsense"],
    ["#claim=%E0%A4%A", "%E0%A4%A"],
    ["#entity=__proto__", "__proto__"],
    ["#constructor=a", "a"],
    [`#entity=${"x".repeat(500)}`, "x".repeat(200)],
  ])("that is bad is said, and the default is shown: %s", (hash, bad) => {
    expect(readAddress(hash, index)).toEqual({ address: { view: "ties", selection: null }, bad });
  });
});

describe("what belongs to", () => {
  const of = (kind: "entity" | "passage" | "event" | "claim" | "tie", id: string) => {
    const { entities, ties, events, claims, passages } = relatedTo(index, { kind, id });
    return [entities, ties, events, claims, passages].map((set) => [...set].sort().join(" "));
  };
  test.each([
    ["entity", "a", ["a b", "a-b", "war", "a-1 a-2", "p1 p2"]],
    ["passage", "p2", ["a b", "a-b", "war", "a-2", "p2"]],
    ["event", "war", ["a", "", "war", "", "p2"]],
    ["claim", "a-2", ["a", "", "", "a-2", "p2"]],
    ["tie", "b-c", ["b c", "b-c", "", "", "p1"]],
  ] as const)("%s %s", (kind, id, expected) => {
    expect(of(kind, id)).toEqual(expected);
  });
});

describe("the line of time", () => {
  const days = (date: string) => {
    const span = spanOf(date);
    return span && span.to - span.from;
  };
  test.each([
    ["2022", 365],
    ["2024", 366],
    ["2022-12", 31],
    ["2022-02", 28],
    ["2022-12-08", 1],
  ])("%s is a span of %d days", (date, length) => {
    expect(days(date)).toBe(length);
  });
  test.each(["", "22", "2022-13", "2022-12-40", "soon", "2022-1"])("“%s” is no date", (date) => {
    expect(spanOf(date)).toBeNull();
  });

  test("folds up years without events, and gives more room to years with months", () => {
    const { stretches, at } = timeScale([
      { date: "2007" },
      { date: "2021" },
      { date: "2022-06" },
      { date: "x" },
    ]);
    expect(stretches.map(({ year }) => year)).toEqual([2007, null, 2021, 2022]);
    const [early, folded, plain, detailed] = stretches.map(({ start, end }) => end - start);
    expect(folded!).toBeLessThan(early!);
    expect(detailed!).toBeGreaterThan(plain!);
    expect(stretches.at(-1)!.end).toBeCloseTo(1);
    const places = ["2007", "2021", "2022", "2022-06", "2022-12"].map((date) => at(spanOf(date)!.from));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(at(spanOf("2022-12")!.to)).toBeCloseTo(1);
    expect(timeScale([]).at(0)).toBe(0);
  });
});

describe("the article", () => {
  test("has its paragraphs in order, what rests on each, and of whom; the same sentence once", () => {
    const [one, two] = paragraphsOf(index, EVERYTHING);
    expect(one!.claims.map(({ ids, about }) => [ids, about])).toEqual([
      [
        ["a-1", "b-1"],
        ["a", "b"],
      ],
    ]);
    expect(one!.entities).toEqual(["a", "b", "c"]);
    expect(two!.claims.map(({ ids }) => ids)).toEqual([["a-2"]]);
    expect(two!.shares).toEqual({ reported: 2, official: 0, estimate: 0, opinion: 1, editor: 0 });
  });

  test("is filtered by stance, kind and paragraph", () => {
    const left = (parts: Partial<typeof EVERYTHING>) =>
      paragraphsOf(index, { ...EVERYTHING, ...parts }).map(({ passage, claims }) => [
        passage.id,
        claims.length,
      ]);
    expect(left({ stances: new Set(["opinion"]) })).toEqual([
      ["p1", 0],
      ["p2", 1],
    ]);
    expect(left({ kinds: new Set(["place"]) })).toEqual([
      ["p1", 0],
      ["p2", 0],
    ]);
    expect(left({ passage: "p2" })).toEqual([["p2", 1]]);
  });

  test("the shares add up to all that is said", async () => {
    const all = statementsIn(await bundled());
    expect(Object.values(sharesOf(all)).reduce((sum, each) => sum + each)).toBe(all.length);
  });
});

test("a name is broken between words, and one that is too long ends in an ellipsis", () => {
  expect(wrapped("Embassy of Pakistan in Kabul", 90, 12)).toEqual(["Embassy of", "Pakistan in", "Kabul"]);
  expect(wrapped("one two three four five six", 30, 12, 2)).toEqual(["one", "two…"]);
  expect(wrapped("", 30, 12)).toEqual([""]);
});

describe("the pack of an address", () => {
  const nothing: Address = { view: "ties", selection: null };

  test.each([
    ["", null],
    ["#entity=ttp", null],
    ["#pack=org.example.harbours", "org.example.harbours"],
    ["#view=time&pack=harbours&entity=guild", "harbours"],
    ["#pack=", null],
    ["#pack=%E0%A4%A", null],
  ])("of %j is %j", (hash, pack) => {
    expect(packIn(hash)).toBe(pack);
  });

  test("goes with what is selected there, and is nothing that the pack could not know", () => {
    const hash = hashOf({ view: "article", selection: { kind: "entity", id: "a" } }, "harbours");
    expect(hash).toBe("pack=harbours&view=article&entity=a");
    expect(readAddress(`#${hash}`, index)).toEqual({
      address: { view: "article", selection: { kind: "entity", id: "a" } },
      bad: null,
    });
    expect(hashOf(nothing, null)).toBe("");
  });
});
