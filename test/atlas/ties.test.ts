/** The graph: what it holds, where it stands, what is left of it by a filter or in a large analysis. */
import { describe, expect, test } from "vitest";
import { speakIn } from "../../scripts/lib/messages.ts";
import { EVERYTHING, filtered } from "../../src/atlas/model/filter.ts";
import { overlaps } from "../../src/atlas/model/graph/boxes.ts";
import { edgeOf, placeVerbs } from "../../src/atlas/model/graph/edges.ts";
import { drawnOf } from "../../src/atlas/model/graph/focus.ts";
import { graphOf } from "../../src/atlas/model/graph/graph.ts";
import { layOut } from "../../src/atlas/model/graph/layout.ts";
import { nextOf } from "../../src/atlas/model/graph/neighbours.ts";
import { pictureOfTies } from "../../src/atlas/model/graph/picture-of-ties.ts";
import { speakersOf, superscript } from "../../src/atlas/model/speakers.ts";
import { alone } from "../../src/atlas/model/together.ts";
import { relationVerb } from "../../src/entity/words/phrases.ts";
import { nameIn } from "../../src/pack/texts.ts";
import { bundled, entity, packOf, tie } from "./sample.ts";

const ids = ({ nodes }: { nodes: ReadonlyArray<{ entity: { id: string } }> }) =>
  nodes.map((node) => node.entity.id);

describe("the graph", () => {
  test("has the most tied first, and ties of the same two side by side", () => {
    const graph = graphOf(
      packOf({
        entities: ["a", "b", "c"].map((id) => entity(id)),
        relations: [tie("c", "b"), tie("b", "c", { id: "back" }), tie("b", "a")],
      }),
    );
    expect(ids(graph)).toEqual(["b", "c", "a"]);
    expect(graph.ties.map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ]);
  });

  test("leaves out a tie to what the pack does not hold, or to itself", () => {
    const relations = [tie("a", "x"), tie("a", "a"), tie("constructor", "a")];
    const graph = graphOf(packOf({ entities: [entity("a")], relations }));
    expect(graph.ties).toEqual([]);
    expect(graph.nodes[0]!.degree).toBe(0);
  });
});

describe.each(["en", "ur", "ar"] as const)("the bundled analysis, laid out in %s", (language) => {
  test("is the same every time, in its frame; no name lies on another, and no verb; nearly all verbs have room", async () => {
    speakIn(language);
    try {
      const index = await bundled();
      const nameOf = (id: string) => nameIn(index.pack, index.entities.get(id)!, language).text;
      const graph = graphOf(index);
      const picture = pictureOfTies(graph, nameOf, relationVerb);
      expect(picture).toEqual(pictureOfTies(graphOf(index), nameOf, relationVerb));
      const { layout, verbs } = picture;
      const placed = [...layout.nodes.values()];
      expect(placed).toHaveLength(27);
      for (const { box } of placed) {
        expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(layout.width);
        expect(box.y + box.height).toBeLessThanOrEqual(layout.height);
      }
      for (const [i, { id, box }] of placed.entries())
        expect(
          placed
            .slice(i + 1)
            .filter((other) => overlaps(box, other.box))
            .map((other) => [id, other.id]),
        ).toEqual([]);
      for (const [i, { box }] of verbs.entries())
        expect(verbs.slice(i + 1).some((other) => overlaps(box, other.box))).toBe(false);
      expect(verbs.length).toBeGreaterThanOrEqual(graph.ties.length - 3);
    } finally {
      speakIn("en");
    }
  });
});

test("long names that crowd around one are moved apart", () => {
  const names = Array.from({ length: 50 }, (_, i) => `e${i}`);
  const crowd = graphOf(
    packOf({
      entities: names.map((id) => entity(id)),
      relations: names.slice(1).map((id) => tie(id, "e0")),
    }),
  );
  const placed = [...layOut(crowd, (id) => `Organisation of the very long names ${id}`).nodes.values()];
  const pairs = placed.flatMap((a, i) =>
    placed
      .slice(i + 1)
      .filter((b) => overlaps(a.box, b.box))
      .map((b) => [a.id, b.id]),
  );
  expect(pairs).toEqual([]);
});

describe("a line", () => {
  const graph = graphOf(
    packOf({
      entities: ["a", "b"].map((id) => entity(id)),
      relations: [tie("a", "b"), tie("b", "a", { id: "friends", type: "allied-with" })],
    }),
  );
  const layout = layOut(graph, (id) => id);
  const [fights, allied] = graph.ties.map((each) => edgeOf(each, layout)!);

  test("has an arrow where one is the doer, and none where it is said of both", () => {
    expect(fights!.arrow).not.toBeNull();
    expect(allied!.arrow).toBeNull();
  });

  test("and another of the same two lie apart", () => {
    const apart = Math.hypot(fights!.bend.x - allied!.bend.x, fights!.bend.y - allied!.bend.y);
    expect(apart).toBeGreaterThan(40);
  });

  test("has its verb only where there is room, or anyway when it is lit", () => {
    const long = () => "a verb that is far longer than the picture is wide ".repeat(9);
    expect(placeVerbs([fights!], layout, long)).toEqual([]);
    const crowd = Array.from({ length: 40 }, () => fights!);
    expect(placeVerbs(crowd, layout, () => "fights").length).toBeLessThan(40);
    expect(placeVerbs(crowd, layout, () => "fights", true)).toHaveLength(40);
  });
});

describe("a filter", () => {
  const graph = graphOf(
    packOf({
      entities: [entity("a"), entity("b", { kind: "place" }), entity("c")],
      relations: [tie("a", "b", { stance: "official" }), tie("a", "c", { passages: ["p2"] })],
    }),
  );
  const shown = (parts: Partial<typeof EVERYTHING>) => {
    const left = filtered(graph, { ...EVERYTHING, ...parts });
    return [ids(left).sort().join(""), left.ties.map(({ relation }) => relation.id).join(" ")];
  };
  test.each([
    ["none", {}, "abc", "a-b a-c"],
    [
      "of a kind, its entities and what ties them to one another",
      { kinds: new Set(["group"] as const) },
      "ac",
      "a-c",
    ],
    [
      "of a stance, what is said so and whom it ties",
      { stances: new Set(["official"] as const) },
      "ab",
      "a-b",
    ],
    ["of a paragraph, what rests on it", { passage: "p2" }, "ac", "a-c"],
    ["that nothing meets", { stances: new Set(["estimate"] as const) }, "", ""],
  ])("%s", (_, parts, entities, ties) => {
    expect(shown(parts)).toEqual([entities, ties]);
  });
});

describe("a large analysis", () => {
  const count = 400;
  const index = packOf({
    entities: Array.from({ length: count }, (_, i) => entity(`e${i}`)),
    relations: Array.from({ length: count - 1 }, (_, i) => tie(`e${i + 1}`, `e${Math.floor(i / 3)}`)),
  });
  const graph = graphOf(index);

  test("is drawn in part, and says how much of it is not", () => {
    const drawn = drawnOf(graph, new Set());
    expect(drawn.nodes.length).toBeLessThanOrEqual(60);
    expect(drawn.leftOut).toEqual({
      entities: count - drawn.nodes.length,
      ties: count - 1 - drawn.ties.length,
    });
  });

  test("has what the reader opens, with its neighbours", () => {
    const drawn = ids(drawnOf(graph, new Set(["e120"])));
    for (const id of ["e120", "e39", "e361", "e362", "e363"]) expect(drawn).toContain(id);
  });

  test("a small one is drawn whole", async () => {
    const small = graphOf(await bundled());
    expect(drawnOf(small, new Set()).leftOut).toEqual({ entities: 0, ties: 0 });
  });
});

test("arrows go to the nearest in their direction, and nowhere at the edge", () => {
  const at = (id: string, x: number, y: number) =>
    [id, { id, x, y, radius: 8, lines: [], box: { x, y, width: 1, height: 1 } }] as const;
  const layout = {
    ...{ width: 100, height: 100 },
    nodes: new Map([at("a", 50, 50), at("b", 70, 52), at("c", 95, 50), at("d", 48, 10)]),
  };
  const all = ["a", "b", "c", "d"];
  const go = (key: string, from = "a") => nextOf(key, from, all, layout);
  expect([go("ArrowRight"), go("ArrowRight", "b"), go("ArrowUp"), go("ArrowLeft", "c")]).toEqual([
    "b",
    "c",
    "d",
    "b",
  ]);
  expect([go("ArrowDown"), go("ArrowRight", "c"), go("x"), go("constructor")]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect([go("Home", "b"), go("End")]).toEqual(["a", "d"]);
});

test("who is not the author has a number, the same each time they speak", () => {
  const ties = [
    tie("a", "b"),
    tie("b", "a", { by: "Officials" }),
    tie("a", "c", { by: "A paper" }),
    tie("c", "a", { by: "Officials" }),
  ];
  const speakers = speakersOf(ties, alone(packOf({})));
  expect(ties.map(speakers.numberOf)).toEqual([0, 1, 2, 1]);
  expect(speakers.others.map(({ by }) => by)).toEqual(["Officials", "A paper"]);
  expect([superscript(0), superscript(1), superscript(12)]).toEqual(["", "¹", "¹²"]);
});
