import { expect, it } from "vitest";
import { loadAnalysis } from "../../scripts/lib/analysis.ts";
import { inRoot } from "../../scripts/lib/paths.ts";
import { compactPack, expandPack } from "../../src/pack/compact.ts";

it("gives the bundled pack back", async () => {
  const pack = await loadAnalysis(inRoot("assets/analysis"));
  expect(expandPack(compactPack(pack))).toEqual(pack);
});

it("is less than the pack as JSON", async () => {
  const pack = await loadAnalysis(inRoot("assets/analysis"));
  expect(compactPack(pack).length).toBeLessThan(0.7 * JSON.stringify(pack).length);
});

it("refuses a name that no row can hold", async () => {
  const pack = structuredClone(await loadAnalysis(inRoot("assets/analysis")));
  pack.entities[0]!.aliases.push({ lang: "en", text: "a\tb" });
  expect(() => compactPack(pack)).toThrow("cannot be written");
});
