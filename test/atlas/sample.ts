/** Small analyses for the atlas's models, and the bundled one. */
import { loadAnalysis } from "../../scripts/lib/analysis/load.ts";
import { inRoot } from "../../scripts/lib/paths.ts";
import { indexPack } from "../../src/pack/lookup.ts";
import {
  type AnalysisEvent,
  type Claim,
  type Entity,
  PACK_FORMAT,
  type Pack,
  type Relation,
} from "../../src/pack/types.ts";

export const bundled = async () => indexPack(await loadAnalysis(inRoot("assets/analysis")));

const nothing = { decoys: [], cues: { for: [], against: [] }, aliases: [], names: [], notSameAs: [] };

export const entity = (id: string, parts: Partial<Entity> = {}): Entity => ({
  ...nothing,
  ...{ id, kind: "group", name: id.toUpperCase(), summary: "", claims: [] },
  ...parts,
});

const said = { stance: "reported", by: "The author", passages: ["p1"] } as const;

export const claim = (id: string, parts: Partial<Claim> = {}): Claim => ({
  ...{ id, text: `It is said of ${id}.` },
  ...said,
  passages: [...said.passages],
  ...parts,
});

export const tie = (from: string, to: string, parts: Partial<Relation> = {}): Relation => ({
  ...{ id: `${from}-${to}`, from, to, type: "fights", text: `${from} fights ${to}.` },
  ...said,
  passages: [...said.passages],
  ...parts,
});

export const event = (id: string, date: string, parts: Partial<AnalysisEvent> = {}): AnalysisEvent => ({
  ...{ id, date, sequence: 1, text: `${id} happens.`, entities: [] },
  ...said,
  passages: [...said.passages],
  ...parts,
});

export const packOf = (parts: Partial<Pack>) =>
  indexPack({
    ...{ format: PACK_FORMAT, id: "sample", languages: ["en"] },
    ...{ title: "Sample", editor: "Nobody", licence: "CC0", version: "1", date: "2026-01-01" },
    source: {
      ...{ title: "A title", author: "The author", publisher: "A paper", date: "2022-12" },
      ...{ url: "https://example.org/1", genre: "article" },
    },
    passages: [
      { id: "p1", gist: "One." },
      { id: "p2", gist: "Two." },
    ],
    ...{ entities: [], relations: [], events: [], ambiguities: [] },
    ...parts,
  });
