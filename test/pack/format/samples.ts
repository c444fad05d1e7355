/** A pack with one of everything, as a file, and the same with something else in one place. */
import { PACK_FORMAT } from "../../../src/pack/types.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const said = { stance: "reported", by: "A. Gardener", passages: ["p1"] };

export const samplePack = (): JsonObject => ({
  format: PACK_FORMAT,
  id: "org.example.roses",
  languages: ["en", "ur"],
  title: { en: "Roses of our street", ur: "ہماری گلی کے گلاب" },
  editor: "The street",
  licence: "CC0",
  version: "1.2",
  date: "2026-11-28",
  source: {
    title: "Roses",
    author: "A. Gardener",
    publisher: "The street paper",
    date: "2025-06",
    url: "https://www.example.org/roses?all=1#top",
    genre: { en: "list", ur: "فہرست" },
  },
  passages: [{ id: "p1", gist: "There are roses." }],
  entities: [
    {
      id: "tea-rose",
      kind: "work",
      name: "Tea rose",
      names: [{ lang: "fa", text: "گل‌سرخ" }],
      summary: { en: "A rose that smells of tea.", ur: "چائے کی خوشبو والا گلاب۔" },
      aliases: [{ text: "tea ros{e,es}", lang: "en", case: "capital", trust: "context" }],
      decoys: [{ text: "tea rose hybrid", lang: "en", apart: true }],
      cues: { for: [{ text: "garden", weight: 2, chooses: false }], against: [{ text: "cup" }] },
      claims: [{ id: "tea-rose-smells", text: "It smells of tea.", ...said }],
      notSameAs: [{ entity: "dog-rose", why: "That one is wild." }],
      sameAs: ["Q42"],
    },
    { id: "dog-rose", kind: "work", name: "Dog rose", summary: "A wild rose." },
  ],
  relations: [
    {
      id: "tea-part-of-dog",
      from: "tea-rose",
      type: "part-of",
      to: "dog-rose",
      text: "They are kin.",
      ...said,
    },
  ],
  events: [
    {
      id: "planted",
      date: "2020",
      sequence: 1,
      placed: "editor",
      text: "They were planted.",
      stance: "editor",
      by: "The street",
      passages: [],
      entities: ["tea-rose"],
    },
  ],
  ambiguities: [{ id: "rose", aliases: [{ text: "rose", lang: "en" }], among: ["tea-rose", "dog-rose"] }],
});

/** The file of the sample with `value` in the place of what lies at `path`; `undefined`: without it. */
export function sampleWith(path: readonly (string | number)[], value: unknown): string {
  const pack = samplePack();
  let parent: unknown = pack;
  for (const step of path.slice(0, -1)) parent = (parent as Record<string | number, unknown>)[step];
  (parent as Record<string | number, unknown>)[path.at(-1)!] = value;
  return JSON.stringify(pack, null, 2);
}
