/** A pack small enough to read, for what must hold of any pack. */
import { indexPack } from "../../src/pack/lookup.ts";
import { type Alias, type Entity, PACK_FORMAT, type Pack } from "../../src/pack/types.ts";

export function alias(text: string, lang = "en"): Alias {
  return { text, lang };
}

export function entity(id: string, name: string, more: Partial<Entity> = {}): Entity {
  return {
    id,
    kind: "group",
    name,
    names: [],
    summary: "",
    aliases: [],
    decoys: [],
    cues: { for: [], against: [] },
    claims: [],
    notSameAs: [],
    ...more,
  };
}

export function packOf(entities: Entity[], more: Partial<Pack> = {}) {
  return indexPack({
    format: PACK_FORMAT,
    title: "Test",
    editor: "Nobody",
    licence: "CC0",
    version: "1",
    date: "2026-01-01",
    id: "test",
    languages: ["en"],
    source: { title: "", author: "", publisher: "", date: "2022-12", url: "https://example.org/", genre: "" },
    passages: [],
    entities,
    relations: [],
    events: [],
    ambiguities: [],
    ...more,
  });
}
