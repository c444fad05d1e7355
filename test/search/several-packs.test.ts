import { describe, expect, it } from "vitest";
import type { PackIndex } from "../../src/pack/lookup.ts";
import type { Claim, EntityId, Pack } from "../../src/pack/types.ts";
import { SameEntities } from "../../src/search/same-entities.ts";
import { createSearch, searchIn } from "../../src/search/search.ts";
import { SearchedPack } from "../../src/search/searched-pack.ts";
import { createSuggester } from "../../src/search/suggest.ts";
import { foldText } from "../../src/spot/letters/fold.ts";
import { alias, entity, packOf } from "./pack.ts";

const claim = (id: string, text: string): Claim => ({
  ...{ id, text, stance: "reported", by: "A. Writer", passages: [] },
});
const river = packOf(
  [
    entity("river", "River Watch", {
      aliases: [alias("River Watch"), alias("RW")],
      claims: [claim("1", "It warned of floods.")],
    }),
    entity("press", "Proto Press"),
  ],
  { id: "rivers", title: "Of rivers" },
);
const guilds = packOf(
  [
    entity("guilds/rw", "The Watch of the River", {
      aliases: [alias("Watch of the River"), alias("RW")],
      claims: [claim("1", "It slept through the floods.")],
    }),
    entity("guilds/press", "Proto Press"),
    entity("guilds/guild", "Lantern Guild"),
  ],
  { id: "guilds", title: "Of guilds" },
);
const SAME: Array<[EntityId, EntityId]> = [["guilds/rw", "river"]];

function made(...indices: PackIndex[]): SearchedPack[] {
  return indices.map((index) => {
    const pack = new SearchedPack(index, foldText);
    pack.grow(() => false);
    return pack;
  });
}
const find = (query: string, packs = made(river, guilds), same = SAME) =>
  searchIn(packs, new SameEntities(same), query);
const shown = (query: string, packs?: SearchedPack[]) =>
  find(query, packs).map(({ kind, entity, text, packs }) => [
    kind,
    entity,
    text,
    packs.map(({ pack }) => pack.id).join(),
  ]);

describe("search over several packs", () => {
  it("finds what each of them has, with whose it is", () => {
    expect(shown("guild")).toEqual([["entity", "guilds/guild", "Lantern Guild", "guilds"]]);
    expect(shown("warned")).toEqual([["claim", "river", "It warned of floods.", "rivers"]]);
    expect(shown("floods")).toEqual([
      ["claim", "river", "It warned of floods.", "rivers"],
      ["claim", "guilds/rw", "It slept through the floods.", "guilds"],
    ]);
  });

  it("lists what is one once, under its name in the first of its packs, with all of them", () => {
    expect(shown("rw")).toEqual([["entity", "river", "River Watch", "rivers,guilds"]]);
    expect(find("watch of the river")[0]).toMatchObject({
      entity: "river",
      text: "River Watch",
      matchedAlias: { text: "Watch of the River" },
    });
    expect(shown("rw", made(guilds, river))[0]).toEqual([
      "entity",
      "river",
      "The Watch of the River",
      "guilds,rivers",
    ]);
  });

  it("lists what only has the same name twice, in the order of the packs", () => {
    expect(shown("proto press").map(([, id]) => id)).toEqual(["press", "guilds/press"]);
    expect(shown("proto press", made(guilds, river)).map(([, id]) => id)).toEqual(["guilds/press", "press"]);
  });

  it("looks through one alone as if the others were not there", () => {
    const alone = createSearch(guilds, foldText).search("rw");
    expect(find("rw", made(guilds), [])).toEqual(alone);
    expect(shown("rw", made(guilds))).toEqual([["entity", "river", "The Watch of the River", "guilds"]]);
  });

  it("asks none for what is merely like a word that another has as it stands", () => {
    const like = packOf([entity("like/lanterm", "Lanterm Guold")], { id: "like" });
    expect(shown("lantern", made(like)).map(([, id]) => id)).toEqual(["like/lanterm"]);
    expect(shown("lantern", made(guilds, like)).map(([, id]) => id)).toEqual(["guilds/guild"]);
    expect(shown("lanturn", made(guilds, like)).map(([, id]) => id)).toContain("guilds/guild");
  });

  it("finds nothing in none", () => {
    expect(find("river", [])).toEqual([]);
  });
});

describe("lines for the address bar", () => {
  const packs = made(river, guilds);
  const same = new SameEntities(SAME);
  const { suggest, resolve } = createSuggester(
    { packs: [river, guilds], search: (query) => searchIn(packs, same, query) },
    { saidBy: ({ by }) => by, from: ({ title }: Pack) => `from ${title}` },
  );
  const words = (query: string) => suggest(query).map(({ parts }) => parts.map(({ text }) => text).join(""));

  it("say whose they are", () => {
    expect(words("rw")).toEqual(["River Watch — RW — Of rivers · Of guilds"]);
    expect(words("slept")).toEqual([
      "The Watch of the River — It slept through the floods. — A. Writer — from Of guilds",
    ]);
  });

  it("lead back, also where two are called the same", () => {
    const contents = suggest("proto press").map(({ content }) => content);
    expect(contents).toEqual(["Proto Press", "Proto Press (Of guilds)"]);
    expect(contents.map(resolve)).toEqual(["press", "guilds/press"]);
    expect(resolve("It slept through the floods. (Of guilds)")).toBe("guilds/rw");
  });
});
