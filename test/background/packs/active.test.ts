/** What the extension's own pages and the address bar are told of the packs that are switched on. */
import { describe, expect, it, vi } from "vitest";
import type { PackArea } from "../../../src/background/packs/area.ts";
import { PacksInUse } from "../../../src/background/packs/in-use.ts";
import type { StoredEntry } from "../../../src/background/packs/shapes.ts";
import { indexPack } from "../../../src/pack/lookup.ts";
import { VERSION } from "../../../src/settings/migrations.ts";
import type { PackUse, SameRule } from "../../../src/settings/types.ts";
import { compiled, packOf } from "./pack.ts";

vi.mock("sidelight:sieve", () => ({ bundledSieve: { links: [["Q1", "daesh"]] } }));
vi.mock("../../../src/background/bundled.ts", () => ({ isBundledEntity: (id: string) => id === "daesh" }));
const { ActivePacksReader } = await import("../../../src/background/packs/active.ts");
const { tokenOf } = await import("../../../src/background/packs/in-use.ts");
const { OmniboxSearch } = await import("../../../src/background/ways-in/omnibox-search.ts");

const name = (text: string) => ({ text, lang: "en" });
const harbours = packOf("harbours", [
  { id: "guild", name: "Lantern Guild", aliases: [name("Lantern{s,} Guild")] },
  { id: "is", name: "The State", aliases: [name("The State")], sameAs: ["Q1"] },
]);
const streets = packOf("streets", [{ id: "lane", name: "Mill Lane", aliases: [name("Mill Lane")] }]);
const bundled = indexPack(packOf("bundled", [{ id: "daesh", name: "Daesh", aliases: [name("Daesh")] }]));

function reader(uses: PackUse[], same: SameRule[] = []) {
  const store = new Map<string, unknown>();
  const entries = [harbours, streets].map((pack, i): StoredEntry => {
    const { shards, says, table } = compiled(pack);
    const { entities: _e, relations: _r, events: _v, passages: _p, ambiguities: _a, ...head } = pack;
    const install = i + 1;
    store.set(`tables ${install}`, { ...table, head });
    for (const [part, said] of says.entries()) store.set(`says ${install},${part}`, said);
    return { id: pack.id, install, installed: install, shards: shards.length } as StoredEntry;
  });
  const area = {
    getAll: async () => entries,
    get: async (name: string, key: unknown) => store.get(`${name} ${key}`),
  } as unknown as PackArea;
  const settings = {
    get: async () => ({ settings: { version: VERSION, revision: 1, values: { packs: uses, same } } }),
  };
  return new ActivePacksReader(settings as never, new PacksInUse(area, "bundled"));
}
const use = (id: string, place: number, more: Partial<PackUse> = {}): PackUse => ({
  id,
  place,
  on: true,
  ...more,
});

describe("the packs that are switched on", () => {
  it("are told in their order, whichever sites they are kept to, with what is one", async () => {
    const packs = reader([
      use("streets", 0, { sites: ["example.org"] }),
      use("bundled", 1),
      use("harbours", 2),
    ]);
    const list = (await packs.list())!;
    expect(list.packs.map(({ install, head }) => [install, head?.id ?? null])).toEqual([
      [2, "streets"],
      [0, null],
      [1, "harbours"],
    ]);
    expect(list.same).toEqual([["harbours/is", "daesh"]]);
  });

  it("have one entity where the reader says so, as where Wikidata does; of packs that are not there nothing is said", async () => {
    const uses = [use("streets", 0), use("bundled", 1), use("harbours", 2)];
    const same = [
      { entity: "daesh", other: "streets/lane" },
      { entity: "gone/guild", other: "streets/lane" },
      { entity: "daesh", other: "harbours/gone" },
    ];
    expect((await reader(uses, same).list())!.same.sort()).toEqual([
      ["daesh", "streets/lane"],
      ["harbours/is", "streets/lane"],
    ]);
    expect((await reader(uses.slice(1), same).list())!.same).toContainEqual(["harbours/is", "daesh"]);
  });

  it("are others for a page when the reader has said so, and it is not told of whom", () => {
    const packs = [
      { id: "bundled", entry: null },
      { id: "harbours", entry: { install: 3 } as StoredEntry },
    ];
    const said = tokenOf(packs, { packs: [], same: [{ entity: "daesh", other: "harbours/is" }] });
    expect(tokenOf(packs, { packs: [], same: [] })).toBe("b,3");
    expect(tokenOf(packs, { packs: [use("harbours", 0, { style: "wavy" })], same: [] })).toBe("b,3=wavy");
    expect(said).toMatch(/^b,3 -?\d+$/);
    expect(said).not.toBe(
      tokenOf(packs, { packs: [], same: [{ entity: "daesh", other: "harbours/guild" }] }),
    );
    expect(tokenOf(packs.slice(0, 1), { packs: [], same: [{ entity: "daesh", other: "harbours/is" }] })).toBe(
      "",
    );
  });

  it("say what they say by parts; one that is switched off says nothing", async () => {
    const packs = reader([use("harbours", 0), use("streets", 1, { on: false })]);
    expect((await packs.part(1, 0))!.entities.map(({ id }) => id)).toEqual(["harbours/guild", "harbours/is"]);
    expect(await packs.part(1, 7)).toBeNull();
    expect(await packs.part(2, 0)).toBeNull();
    expect(await packs.has("harbours/guild", "https://news.example/")).toBe(true);
    expect(await packs.has("streets/lane", "https://news.example/")).toBe(false);
  });

  it("tell a page of none that is kept to other sites", async () => {
    const packs = reader([use("harbours", 0, { sites: ["other.example"] })]);
    expect(await packs.has("harbours/guild", "https://news.example/")).toBe(false);
    expect(await packs.has("harbours/guild", "https://other.example/a")).toBe(true);
  });
});

describe("the search for the address bar", () => {
  const searchOver = (uses: PackUse[]) => {
    const packs = reader(uses);
    return new OmniboxSearch({
      bundled: () => bundled,
      list: () => packs.list(),
      part: (install, part) => packs.part(install, part),
      rest: async () => undefined,
    });
  };

  it("finds what is there before the installed packs have come, and theirs when they have", async () => {
    const search = searchOver([use("bundled", 0), use("harbours", 1), use("streets", 2)]);
    expect(search.suggester().resolve("Daesh")).toBe("daesh");
    expect(search.suggester().resolve("lanterns guild")).toBeNull();
    expect(search.isWhole()).toBe(false);
    await search.prepare();
    expect(search.isWhole()).toBe(true);
    expect(search.suggester().resolve("lanterns guild")).toBe("harbours/guild");
    expect(search.suggester().resolve("Mill Lane (About streets)")).toBe("streets/lane");
    expect(search.suggester().resolve("the state")).toBe("daesh");
  });

  it("is not whole while some of a pack is missing, which alone is asked for again", async () => {
    const packs = reader([use("bundled", 0), use("harbours", 1), use("streets", 2)]);
    const asked: number[] = [];
    let isThere = false;
    const search = new OmniboxSearch({
      bundled: () => bundled,
      list: () => packs.list(),
      part: async (install, part) => {
        asked.push(install);
        return install === 1 && !isThere ? null : packs.part(install, part);
      },
      rest: async () => undefined,
    });
    await search.prepare();
    expect(search.isWhole()).toBe(false);
    expect(search.suggester().resolve("mill")).toBe("streets/lane");
    expect(asked).toEqual([1, 2]);
    isThere = true;
    await search.prepare();
    expect(search.isWhole()).toBe(true);
    expect(search.suggester().resolve("lanterns guild")).toBe("harbours/guild");
    expect(asked).toEqual([1, 2, 1]);
    await search.prepare();
    expect(asked).toEqual([1, 2, 1]);
  });

  it("is not whole where nobody can say which packs there are, and looks again", async () => {
    const packs = reader([use("bundled", 0), use("streets", 1)]);
    let isListed = false;
    const search = new OmniboxSearch({
      bundled: () => bundled,
      list: async () => (isListed ? packs.list() : null),
      part: (install, part) => packs.part(install, part),
      rest: async () => undefined,
    });
    await search.prepare();
    expect(search.isWhole()).toBe(false);
    expect(search.suggester().resolve("Daesh")).toBe("daesh");
    isListed = true;
    await search.prepare();
    expect(search.isWhole()).toBe(true);
    expect(search.suggester().resolve("mill")).toBe("streets/lane");
  });

  it("is not whole by what was ready before, while it is being looked whether there are more packs", async () => {
    const [before, now] = [reader([use("streets", 0)]), reader([use("streets", 0), use("harbours", 1)])];
    let letPart = () => {};
    const held = new Promise<void>((resolve) => (letPart = resolve));
    let letList = () => {};
    const listing = new Promise<void>((resolve) => (letList = resolve));
    let looks = 0;
    const search = new OmniboxSearch({
      bundled: () => bundled,
      list: async () => {
        looks += 1;
        if (looks === 1) return before.list();
        await listing;
        return now.list();
      },
      part: async (install, part) => {
        await held;
        return now.part(install, part);
      },
      rest: async () => undefined,
    });
    const first = search.prepare();
    const second = search.prepare();
    letPart();
    await first;
    expect(search.isWhole()).toBe(false);
    letList();
    await second;
    expect(search.isWhole()).toBe(true);
    expect(search.suggester().resolve("lanterns guild")).toBe("harbours/guild");
  });

  it("leaves out what is switched off, the bundled one as well", async () => {
    const search = searchOver([use("bundled", 0, { on: false }), use("streets", 1)]);
    await search.prepare();
    expect(search.suggester().resolve("Daesh")).toBeNull();
    expect(search.suggester().resolve("mill")).toBe("streets/lane");
  });
});
