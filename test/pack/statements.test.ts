import { expect, it } from "vitest";
import { loadAnalysis } from "../../scripts/lib/analysis.ts";
import { decodeNames, encodeNames } from "../../src/pack/names.ts";
import { packOf, statementsOf } from "../../src/pack/statements.ts";
import type { Pack } from "../../src/pack/types.ts";

const pack = await loadAnalysis("assets/analysis");

it("keeps everything that a card shows, together with the names, and leaves forms and ids behind", () => {
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
  const sent = statementsOf(pack);
  const came = packOf(JSON.parse(JSON.stringify(sent)), decodeNames(encodeNames(pack)).titles);
  expect(shown(came)).toEqual(shown(pack));
  expect(came.entities.flatMap(({ aliases, decoys }) => [...aliases, ...decoys])).toEqual([]);
  expect(new Set(came.relations.map(({ id }) => id)).size).toBe(pack.relations.length);
  expect(JSON.stringify(sent)).not.toMatch(/"aliases"|"cues"|"decoys"|"names"/);
});
