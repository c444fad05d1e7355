import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkAnalysis, problemLine } from "../../scripts/lib/analysis/check.ts";
import { loadAnalysis } from "../../scripts/lib/analysis/load.ts";
import { inOrder } from "../../scripts/lib/analysis/order.ts";
import { inRoot } from "../../scripts/lib/paths.ts";
import { ENTITY_KINDS, RELATION_TYPES, STANCES } from "../../src/pack/types.ts";

const BUNDLED = inRoot("assets/analysis");
describe("the bundled analysis", () => {
  it("has no problems", async () => {
    expect((await checkAnalysis(BUNDLED)).map(problemLine)).toEqual([]);
  });

  it("joins to the same pack every time, without the editors' keys", async () => {
    const text = JSON.stringify(await loadAnalysis(BUNDLED));
    expect(JSON.stringify(await loadAnalysis(BUNDLED))).toBe(text);
    expect(text).not.toContain("$schema");
  });

  it("has every group named in Urdu, Arabic, Persian and Pashto", async () => {
    const { entities } = await loadAnalysis(BUNDLED);
    for (const { id, names } of entities.filter(({ kind }) => kind === "group"))
      expect(
        names.map(({ lang }) => lang),
        id,
      ).toEqual(expect.arrayContaining(["ar", "fa", "ps", "ur"]));
  });

  it("says on both groups' cards, without unfolding, what the article argues", async () => {
    const { entities } = await loadAnalysis(BUNDLED);
    for (const [id, other] of [
      ["ttp", "Daesh"],
      ["daesh", "the TTP"],
    ] as const) {
      const { summary, claims } = entities.find((entity) => entity.id === id)!;
      expect(summary).toMatchObject({ en: expect.stringContaining("allied with") });
      expect(claims[0]).toMatchObject({ stance: "opinion", by: { en: "Zahid Hussain" } });
      expect((claims[0]!.text as Record<string, string>).en).toContain(
        `its alliance with ${other} endangers the region's security`,
      );
    }
  });

  it("lets persons be neither tagged nor accused: what is said of one comes from the publisher", async () => {
    const { entities } = await loadAnalysis(BUNDLED);
    const persons = entities.filter(({ kind }) => kind === "person");
    expect(persons.map(({ id }) => id)).toEqual(["zahid-hussain"]);
    for (const { by } of persons.flatMap(({ claims }) => claims))
      expect(by).toMatchObject({ en: "Arab News" });
  });
});

describe("the schemas", () => {
  const read = async (name: string) =>
    JSON.parse(await readFile(join(BUNDLED, "schema", `${name}.schema.json`), "utf8"));

  it("know the stances, kinds and ties that the types know", async () => {
    const { stance } = (await read("common")).$defs;
    expect(stance.oneOf.map((one: { const: string }) => one.const)).toEqual(STANCES);
    expect((await read("entity")).properties.kind.enum).toEqual(ENTITY_KINDS);
    expect((await read("relations")).properties.relations.items.properties.type.enum).toEqual(RELATION_TYPES);
  });
});

describe("the order", () => {
  it("does not depend on the order in which things were written", () => {
    const one = {
      id: "x",
      events: [
        { id: "b", date: "2022", sequence: 2 },
        { id: "a", date: "2022-06", sequence: 1 },
      ],
    };
    const other = {
      events: [
        { sequence: 1, date: "2022-06", id: "a" },
        { date: "2022", id: "b", sequence: 2 },
      ],
      id: "x",
    };
    expect(JSON.stringify(inOrder(one))).toBe(JSON.stringify(inOrder(other)));
  });

  it.each([
    ["candidates, the likeliest first", { among: ["b", "a"] }],
    ["claims, the weightiest first", { claims: [{ id: "x-b" }, { id: "x-a" }] }],
  ])("keeps the order of %s", (_, value) => {
    expect(inOrder(value)).toEqual(value);
  });
});
