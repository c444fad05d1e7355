import { expect, it } from "vitest";
import { loadAnalysis } from "../../scripts/lib/analysis/load.ts";
import { decodePack, encodePack, packFor } from "../../src/pack/stored.ts";
import type { Pack } from "../../src/pack/types.ts";

const pack = await loadAnalysis("assets/analysis");

it("gives a page the sentences of its reader's language and of the original, and no others", () => {
  const whole = encodePack(pack);
  const summaryFor = (language: string) => decodePack(packFor(language, whole)).pack().entities[0]!.summary;
  const { en, ur } = pack.entities[0]!.summary as Record<string, string>;
  expect(summaryFor("ur")).toEqual({ en, ur });
  expect(summaryFor("en")).toBe(en);
  expect(summaryFor("fr")).toBe(en);
  expect(packFor("en", whole).length).toBeLessThan(packFor("ur", whole).length);
  expect(decodePack(packFor("en", whole)).source()).toEqual(decodePack(whole).source());
});

it("keeps a sentence that is not in every language as it is", () => {
  const [first, ...others] = pack.passages;
  const partly: Pack = { ...pack, passages: [{ ...first!, gist: "In short." }, ...others] };
  const [came, next] = decodePack(encodePack(partly)).pack().passages;
  expect(came!.gist).toBe("In short.");
  expect(next).toEqual(others[0]);
});

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
