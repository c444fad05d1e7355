import { expect, it } from "vitest";
import { PackParts } from "../../src/messages/whole-pack.ts";
import type { Pack } from "../../src/pack/types.ts";
import { compiled, packOf } from "../background/packs/pack.ts";

const name = (text: string) => ({ text, lang: "en" });
const said = (id: string, text: string) => ({
  ...{ id, text, stance: "reported" as const, by: "A. Writer", passages: ["p1"] },
});
const pack = packOf(
  "harbours",
  [
    {
      id: "guild",
      aliases: [name("Lantern{s,} Guild")],
      claims: [said("guild-1", "It lights the harbour.")],
    },
    { id: "league", aliases: [name("Harbour League")] },
    { id: "lamps", aliases: [name("Lamps")] },
  ],
  {
    relations: [{ ...said("tie", "It pays the league."), from: "guild", type: "allied-with", to: "league" }],
    events: [{ ...said("event", "They met."), date: "2024", sequence: 1, entities: ["guild", "league"] }],
    ambiguities: [{ id: "both", aliases: [name("The Guild")], among: ["guild", "lamps"] }],
  },
);

it("is whole again, out of parts: each statement once, names written out, ids global", () => {
  const { says } = compiled(pack, { entities: 1, forms: 1 });
  expect(says.length).toBeGreaterThan(1);
  const { entities: _e, relations: _r, events: _v, passages: _p, ambiguities: _a, ...head } = pack;
  const parts = new PackParts(head);
  for (const part of says) parts.take(part);
  const { pack: whole, relationsOf, eventsOf } = parts.whole();
  const of = (id: string) => `harbours/${id}`;
  expect(whole.entities.map(({ id }) => id).sort()).toEqual(["guild", "lamps", "league"].map(of));
  expect(whole.entities.find(({ id }) => id === of("guild"))!.aliases.map(({ text }) => text)).toEqual([
    "Lanterns Guild",
    "Lantern Guild",
  ]);
  expect(whole.relations.map(({ id }) => id)).toEqual(["tie"]);
  expect(relationsOf(of("league"))).toHaveLength(1);
  expect(eventsOf(of("guild"))).toHaveLength(1);
  expect(whole.passages).toEqual(pack.passages);
  expect(whole.ambiguities).toMatchObject([
    { aliases: [{ text: "The Guild" }], among: ["guild", "lamps"].map(of) },
  ]);
  expect({ ...whole, title: pack.title } satisfies Pack).toMatchObject({
    id: "harbours",
    source: pack.source,
  });
});
