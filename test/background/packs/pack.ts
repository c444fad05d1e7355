/** Packs for tests, with everything in them that a pack must have. */
import { type CompiledPack, compilePack } from "../../../src/background/packs/compile.ts";
import type { ShardSize } from "../../../src/background/packs/split.ts";
import { atOnce } from "../../../src/pack/steps.ts";
import type { Entity, NameSource, Pack } from "../../../src/pack/types.ts";

type Given = Partial<Entity> & Pick<Entity, "id">;

const entityOf = (given: Given): Entity => ({
  kind: "group",
  name: given.id,
  names: [],
  summary: `What ${given.id} is.`,
  aliases: [],
  decoys: [],
  cues: { for: [], against: [] },
  claims: [],
  notSameAs: [],
  ...given,
});

export function packOf(id: string, entities: readonly Given[], given: Partial<Pack> = {}): Pack {
  return {
    format: "sidelight-pack/1",
    id,
    title: `About ${id}`,
    editor: "A. Teacher",
    licence: "CC0 1.0",
    version: "1",
    date: "2025-01-31",
    languages: ["en"],
    source: {
      title: `A text on ${id}`,
      author: "A. Writer",
      publisher: "A Paper",
      date: "2025-01",
      genre: "glossary",
    },
    passages: [{ id: "p1", gist: "All of it." }],
    entities: entities.map(entityOf),
    relations: [],
    events: [],
    ambiguities: [],
    ...given,
  };
}

/** A pack of these names, to be compiled. */
export const packOfNames = (id: string, { entities, ambiguities }: NameSource): Pack =>
  packOf(
    id,
    entities.map((entity) => ({
      ...entity,
      aliases: [...entity.aliases],
      decoys: [...entity.decoys],
      cues: { for: [...entity.cues.for], against: [...entity.cues.against] },
    })),
    {
      ambiguities: ambiguities.map((one) => ({ ...one, aliases: [...one.aliases], among: [...one.among] })),
    },
  );

export const compiled = (pack: Pack, size?: ShardSize): CompiledPack => atOnce(compilePack(pack, size));
