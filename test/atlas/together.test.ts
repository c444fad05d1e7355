/** Several analyses as one: what is the same is one, nothing is lost, and each statement is known by its own analysis. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashOf, packIn, readAddress } from "../../src/atlas/model/address.ts";
import { paragraphsOf } from "../../src/atlas/model/article.ts";
import { EVERYTHING } from "../../src/atlas/model/filter.ts";
import { graphOf } from "../../src/atlas/model/graph/graph.ts";
import { relatedTo } from "../../src/atlas/model/related.ts";
import { speakersOf } from "../../src/atlas/model/speakers.ts";
import { narrowed, together } from "../../src/atlas/model/together.ts";
import { wordsOf } from "../../src/atlas/names.ts";
import { tableOfTies } from "../../src/atlas/take/tables.ts";
import { ALL_PACKS } from "../../src/messages/opening.ts";
import { SameEntities } from "../../src/search/same-entities.ts";
import { claim, entity, event, packOf, tie } from "./sample.ts";

/** As the bundled one: ids without a pack. */
const state = packOf({
  id: "state",
  title: "The state",
  languages: ["en"],
  entities: [entity("guild", { claims: [claim("guild-1")] }), entity("army")],
  relations: [tie("guild", "army")],
  events: [event("war", "2020", { entities: ["army"] }), event("peace", "2022-03", { sequence: 2 })],
});
const harbours = packOf({
  id: "harbours",
  title: "Harbours",
  languages: ["ur"],
  editor: "Somebody",
  entities: [
    entity("harbours/lamps", { name: "چراغ", claims: [claim("guild-1", { text: "روشنی" })] }),
    entity("harbours/quay", { notSameAs: [{ entity: "harbours/lamps", why: "x" }] }),
  ],
  relations: [tie("harbours/lamps", "harbours/quay", { id: "guild-army", by: "Officials" })],
  events: [
    event("late", "2021", { sequence: 1, entities: ["harbours/quay"] }),
    // The editor places it after that, whatever its year.
    event("early", "2019", { sequence: 2 }),
  ],
});
const same = new SameEntities([["harbours/lamps", "guild"]]);
const both = together([state, harbours], same);

describe("two analyses as one", () => {
  test("what is the same is one, with all that is said and tied of it", () => {
    expect([...both.entities.keys()]).toEqual(["guild", "army", "harbours/quay"]);
    expect(both.entities.get("guild")!.claims.map(({ id }) => id)).toEqual([
      "state/guild-1",
      "harbours/guild-1",
    ]);
    expect(graphOf(both).nodes.map((node) => `${node.entity.id} ${node.degree}`)).toEqual([
      "guild 2",
      "army 1",
      "harbours/quay 1",
    ]);
    expect(both.entities.get("harbours/quay")!.notSameAs[0]!.entity).toBe("guild");
    expect([...relatedTo(both, { kind: "entity", id: "guild" }).entities].sort()).toEqual([
      "army",
      "guild",
      "harbours/quay",
    ]);
  });

  test("each statement is its own analysis's, though both have one of its id, and speaks its languages", () => {
    const words = wordsOf(both);
    const [one, two] = both.pack.relations;
    expect([one, two].map((each) => both.homeOf(each!.id).pack.id)).toEqual(["state", "harbours"]);
    expect([one, two].map((each) => words.whose(each!.id))).toEqual(["The state", "Harbours"]);
    expect(words.said("روشنی", "harbours/guild-1")).toEqual({ text: "روشنی", lang: "ur" });
    expect(words.name("guild")).toEqual({ text: "GUILD", lang: "en" });
    expect(words.editor("harbours/late")).toBe("Somebody");
    expect(tableOfTies(both.pack.relations, words).of).toEqual(["state/guild-army", "harbours/guild-army"]);
    expect(both.homeOf("harbours/guild-1").passages.has("harbours/p1")).toBe(true);
  });

  test("each speaker of each has a number, the authors too", () => {
    const speakers = speakersOf(both.pack.relations, both);
    expect(both.pack.relations.map(speakers.numberOf)).toEqual([1, 2]);
    expect(speakers.others.map(({ by, home }) => `${by}, ${home.pack.id}`)).toEqual([
      "The author, state",
      "Officials, harbours",
    ]);
  });

  test("events are in the order of time, those of one analysis in its own", () => {
    expect(both.pack.events.map(({ id }) => id)).toEqual([
      "state/war",
      "harbours/late",
      "harbours/early",
      "state/peace",
    ]);
  });

  test("only some of them are shown; none: all", () => {
    expect(narrowed(both, new Set())).toBe(both);
    const some = narrowed(both, new Set(["harbours"]));
    expect(some.packs.map(({ pack }) => pack.id)).toEqual(["harbours"]);
    // The id that stands for it stays, so that what is selected stays selected; the name is this one's.
    expect(some.entities.get("guild")!.name).toBe("چراغ");
    expect(wordsOf(some).name("guild").lang).toBe("ur");
  });

  test("of two that are one in another analysis, neither is lost", () => {
    const twice = together(
      [state, harbours],
      new SameEntities([
        ["harbours/lamps", "guild"],
        ["harbours/quay", "guild"],
      ]),
    );
    expect([...twice.entities.keys()]).toEqual(["guild", "army", "harbours/quay"]);
    expect(graphOf(twice).ties).toHaveLength(2);
  });

  test("an address says what is selected, and an old one is read as before", () => {
    for (const selection of [
      { kind: "entity", id: "harbours/quay" },
      { kind: "event", id: "harbours/late" },
      { kind: "tie", id: "state/guild-army" },
      { kind: "passage", id: "harbours/p2" },
      { kind: "claim", id: "harbours/guild-1" },
    ] as const) {
      const hash = hashOf({ view: "time", selection }, ALL_PACKS);
      expect(packIn(hash)).toBe(ALL_PACKS);
      expect(readAddress(`#${hash}`, both)).toEqual({ address: { view: "time", selection }, bad: null });
    }
    expect(packIn("#entity=guild")).toBeNull();
  });
});

test("whatever is the same in whatever packs, every statement is there once, in its own analysis, and every paragraph has what it had", () => {
  const packs = [state, harbours, packOf({ id: "third", entities: [entity("third/a"), entity("third/b")] })];
  const ids = packs.flatMap(({ entities }) => [...entities.keys()]);
  const pairs = fc.array(fc.tuple(fc.nat(ids.length - 1), fc.nat(ids.length - 1)), { maxLength: 4 });
  fc.assert(
    fc.property(pairs, (links) => {
      // As the background tells: the earlier one stands.
      const standing = new Map<string, string>();
      for (const [a, b] of links) {
        const [first, later] = [Math.min(a, b), Math.max(a, b)].map((place) => ids[place]!) as [
          string,
          string,
        ];
        if (first !== later && !standing.has(later)) standing.set(later, standing.get(first) ?? first);
      }
      for (const [id, first] of standing) standing.set(id, standing.get(first) ?? first);
      const all = together(packs, new SameEntities(standing));
      const statements = (pack: (typeof packs)[number]["pack"]) => [
        ...pack.relations,
        ...pack.events,
        ...pack.entities.flatMap(({ claims }) => claims),
      ];
      expect(statements(all.pack)).toHaveLength(packs.flatMap(({ pack }) => statements(pack)).length);
      for (const { id } of statements(all.pack)) expect(id).toContain(`${all.homeOf(id).pack.id}/`);
      for (const [place, own] of all.packs.entries())
        expect(paragraphsOf(own, EVERYTHING).map(({ claims }) => claims.length)).toEqual(
          paragraphsOf(packs[place]!, EVERYTHING).map(({ claims }) => claims.length),
        );
      for (const { from, to } of all.pack.relations)
        expect([from, to].every((id) => all.entities.has(id))).toBe(true);
    }),
  );
});
