import { describe, expect, it } from "vitest";
import { loadAnalysis } from "../../scripts/lib/analysis/load.ts";
import { indexPack } from "../../src/pack/lookup.ts";

const pack = await loadAnalysis("assets/analysis");

describe("the events of an entity", () => {
  const idsOf = (entity: string, given = pack) =>
    indexPack(given)
      .eventsOf(entity)
      .map(({ id }) => id);

  it("come in their sequence, also where a year alone dates them", () => {
    // "2022" sorts before "2022-06", and would have the ceasefire end before the talks that brought it.
    expect(idsOf("ttp")).toEqual(["talks-begin", "ceasefire-called-off", "counterterrorism-report"]);
  });

  it("come so in whatever order a pack lists them", () => {
    const events = pack.events.toReversed();
    for (const { id } of pack.entities) expect(idsOf(id, { ...pack, events })).toEqual(idsOf(id));
  });
});
