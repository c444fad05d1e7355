import { expect, it } from "vitest";
import { loadAnalysis } from "../../scripts/lib/analysis.ts";
import { decodePack, encodePack } from "../../src/pack/stored.ts";
import type { Pack } from "../../src/pack/types.ts";

const pack = await loadAnalysis("assets/analysis");

it("keeps everything that a card shows, and leaves forms and ids behind", () => {
  const shown = (given: Pack) => {
    const { ambiguities: _, entities, relations, events, ...rest } = given;
    const bare = ({ id: _, ...statement }: { id: string }) => statement;
    return {
      ...rest,
      entities: entities.map(({ aliases: _a, decoys: _d, cues: _c, claims, ...entity }) => ({
        ...entity,
        claims: claims.map(bare),
      })),
      relations: relations.map(bare),
      events: events.map(bare),
    };
  };
  const came = decodePack(encodePack(pack)).pack();
  expect(shown(came)).toEqual(shown(pack));
  expect(came.entities.flatMap(({ aliases, decoys }) => [...aliases, ...decoys])).toEqual([]);
  expect(new Set(came.relations.map(({ id }) => id)).size).toBe(pack.relations.length);
});
