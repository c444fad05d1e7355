/**
 * The store of packs against a model: installed, replaced, removed and brought back by several pages at once, over a database
 * that fails and a background that is killed. What was acknowledged is there, whole; what was not is there whole or not at all.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PackArea, StoreName, Write } from "../../../src/background/packs/area.ts";
import type { StoredEntry, StoredTable } from "../../../src/background/packs/shapes.ts";
import { createPackStore } from "../../../src/background/packs/store.ts";
import type { PackEntry } from "../../../src/messages/packs.ts";
import type { Pack } from "../../../src/pack/types.ts";
import { packOf } from "../packs/pack.ts";
import { chooser, type Life, Locks, Turns } from "./fake.ts";

const OWNED: readonly StoreName[] = ["texts", "tables", "shards", "says"];
const keyOf = (store: StoreName, key: unknown) => `${store} ${[key].flat().join(".")}`;

/** A database of which each commit takes its turn, and happens whole or not at all. */
class Database {
  readonly items = new Map<string, unknown>();
  readonly #turns: Turns;
  /** No more is taken. */
  full = false;

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  of(life: Life): PackArea {
    return {
      get: (store, key) => this.#turns.call(life, () => this.items.get(keyOf(store, key))),
      getAll: (store) => this.#turns.call(life, () => this.all(store)),
      installs: () => this.#turns.call(life, () => this.installs()),
      commit: (writes) => this.#turns.call(life, () => this.write(writes)),
    };
  }

  all(store: StoreName): unknown[] {
    return [...this.items].filter(([key]) => key.startsWith(`${store} `)).map(([, value]) => value);
  }

  installs(): Map<number, number> {
    const owned = [...this.items.keys()].filter((key) => OWNED.some((store) => key.startsWith(`${store} `)));
    const counts = new Map<number, number>();
    for (const key of owned) {
      const install = Number(key.split(" ")[1]!.split(".")[0]);
      counts.set(install, (counts.get(install) ?? 0) + 1);
    }
    return counts;
  }

  write(writes: readonly Write[]): void {
    if (this.full && writes.some((write) => "put" in write)) throw new Error("QuotaExceededError");
    for (const write of writes) {
      if ("purge" in write) {
        for (const key of [...this.items.keys()])
          if (OWNED.some((store) => new RegExp(`^${store} ${write.purge}(\\.|$)`).test(key)))
            this.items.delete(key);
      } else if ("remove" in write) this.items.delete(keyOf(write.remove, write.key));
      else this.items.set(keyOf(write.put, write.key), write.value);
    }
  }
}

const BUNDLED = { id: "bundled", bundled: true, installed: 0 } as PackEntry;
const fileOf = (id: string, version: number) =>
  packOf(
    id,
    Array.from({ length: 1 + (version % 3) }, (_, i) => ({
      id: `e${i}`,
      aliases: [{ text: `Name ${id} ${version} ${i}`, lang: "en" }],
    })),
    { version: `${version}` },
  );

class Background {
  readonly turns: Turns;
  readonly database: Database;
  readonly #locks = new Locks();
  #life: Life = { dead: false };
  #time = 1;
  /** In another storage. */
  known: PackEntry[] = [];

  constructor(choose: (below: number) => number) {
    this.turns = new Turns(choose);
    this.database = new Database(this.turns);
  }

  get store() {
    const life = this.#life;
    return createPackStore({
      area: this.database.of(life),
      lock: this.#locks.of(life),
      *read(text) {
        yield 0.5;
        return { ok: true, pack: JSON.parse(text) as Pack };
      },
      rest: () => this.turns.call(life, () => undefined),
      now: () => this.#time++,
      bundled: BUNDLED,
      known: {
        get: () => this.turns.call(life, () => this.known),
        set: (entries) =>
          this.turns.call(life, () => {
            this.known = entries;
          }),
      },
      isLost: () => false,
      told: () => {},
      changed: () => {},
    });
  }

  kill(): void {
    const killed = this.#life;
    killed.dead = true;
    this.turns.bury(killed);
    this.#life = { dead: false };
    this.#locks.died(killed);
  }

  /** What must hold whenever nothing is under way: everything in it belongs to a pack that is whole. */
  check(): Map<string, string> {
    const { database } = this;
    const entries = database.all("entries") as StoredEntry[];
    const removed = database.all("removed") as StoredEntry[];
    const owners = [...entries, ...removed];
    expect(new Set(owners.map(({ install }) => install)).size, "each has its own").toBe(owners.length);
    expect([...database.installs().keys()].sort(), "nothing is left over").toEqual(
      owners.map(({ install }) => install).sort(),
    );
    for (const { install, shards, version, id } of owners) {
      const text = database.items.get(keyOf("texts", install)) as string;
      expect((JSON.parse(text) as Pack).version, id).toBe(version);
      expect(database.items.get(keyOf("tables", install)) as StoredTable, id).toBeDefined();
      for (let shard = 0; shard < shards; shard++)
        for (const store of ["shards", "says"] as const)
          expect(database.items.get(keyOf(store, [install, shard])), `${store} of ${id}`).toBeDefined();
    }
    return new Map(entries.map(({ id, version }) => [id, version]));
  }
}

type Step =
  | { do: "install"; pack: 0 | 1 | 2; version: number }
  | { do: "remove"; pack: 0 | 1 | 2 }
  | { do: "restore" }
  | { do: "kill" }
  | { do: "turns"; count: number }
  | { do: "failing"; percent: number }
  | { do: "full"; on: boolean };

const pack = fc.constantFrom(0 as const, 1 as const, 2 as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("install" as const), pack, version: fc.nat(99) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("remove" as const), pack }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("restore" as const, "kill" as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("turns" as const), count: fc.integer({ min: 1, max: 20 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("failing" as const), percent: fc.constantFrom(0, 20, 60) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("full" as const), on: fc.boolean() }) },
);
const script = fc.record({ seed: fc.nat(), steps: fc.array(step, { minLength: 4, maxLength: 24 }) });

const RUNS = Number(process.env.SIDELIGHT_STORE_RUNS ?? 150);
const ID = ["alpha", "beta", "gamma"] as const;

async function rest(background: Background): Promise<void> {
  await background.turns.step();
  while (!background.turns.idle) await background.turns.step();
}

describe("the store of packs", () => {
  it(`holds what was acknowledged, whole, in ${RUNS} interleavings`, async () => {
    await fc.assert(
      fc.asyncProperty(script, async ({ seed, steps }) => {
        const background = new Background(chooser(seed));
        for (const each of steps) {
          if (each.do === "install")
            void background.store.install(JSON.stringify(fileOf(ID[each.pack], each.version)));
          else if (each.do === "remove") void background.store.remove(ID[each.pack]);
          else if (each.do === "restore") void background.store.restore();
          else if (each.do === "kill") background.kill();
          else if (each.do === "failing") background.turns.failing = each.percent;
          else if (each.do === "full") background.database.full = each.on;
          else for (let turn = 0; turn < each.count; turn++) await background.turns.step();
          // At every moment, for the browser may end at any.
          background.check();
        }
        background.turns.failing = 0;
        background.database.full = false;
        await rest(background);
        await inOrder(background, chooser(seed + 1));
      }),
      { numRuns: RUNS },
    );
  }, 300_000);

  it("says that there is no room, and has changed nothing", async () => {
    const background = new Background(chooser(1));
    await acknowledged(background, background.store.install(JSON.stringify(fileOf("alpha", 1))));
    const before = new Map(background.database.items);
    background.database.full = true;
    const answer = await acknowledged(
      background,
      background.store.install(JSON.stringify(fileOf("alpha", 2))),
    );
    expect(answer).toMatchObject({
      ok: false,
      problems: [{ fault: ["faultPackNotStored", "QuotaExceededError"] }],
    });
    expect(background.database.items).toEqual(before);
  });

  it("misses whatever is gone of a pack, and nothing of the others", async () => {
    const background = new Background(chooser(1));
    const { items } = background.database;
    for (const id of ["alpha", "beta"])
      await acknowledged(background, background.store.install(JSON.stringify(fileOf(id, 2))));
    const damaged = async () => {
      const { packs } = await acknowledged(background, background.store.list());
      return packs.filter((one) => one.damaged).map(({ id }) => id);
    };
    expect(await damaged()).toEqual([]);
    const [alpha] = background.database.all("entries") as StoredEntry[];
    const records = [...items].filter(([key]) => new RegExp(`^[a-z]+ ${alpha!.install}(\\.|$)`).test(key));
    expect(records.length).toBeGreaterThan(3);
    for (const [key, value] of records) {
      items.delete(key);
      expect(await damaged(), key).toEqual(["alpha"]);
      items.set(key, value);
    }
  });

  it("misses packs whose database is gone, until they are removed or installed again", async () => {
    const background = new Background(chooser(1));
    for (const id of ["alpha", "beta", "gamma"])
      await acknowledged(background, background.store.install(JSON.stringify(fileOf(id, 1))));
    await acknowledged(background, background.store.remove("gamma"));
    background.database.items.clear();
    const list = async () => {
      const { packs } = await acknowledged(background, background.store.list());
      return packs.map(({ id, damaged }) => `${id}${damaged ? " damaged" : ""}`);
    };
    expect(await list()).toEqual(["bundled", "alpha damaged", "beta damaged"]);
    await acknowledged(background, background.store.install(JSON.stringify(fileOf("beta", 2))));
    expect(await list()).toEqual(["bundled", "alpha damaged", "beta"]);
    expect(await acknowledged(background, background.store.remove("alpha"))).toBe(true);
    expect(await list()).toEqual(["bundled", "beta"]);
  });

  it("misses none that was removed, whenever it was killed", async () => {
    const background = new Background(chooser(1));
    const ids = ["alpha", "beta"];
    for (const id of ids)
      await acknowledged(background, background.store.install(JSON.stringify(fileOf(id, 1))));
    for (const id of ids) {
      void background.store.remove(id);
      while (background.check().has(id)) await background.turns.step();
      background.kill();
    }
    const { packs } = await acknowledged(background, background.store.list());
    expect(packs.map(({ id }) => id)).toEqual(["bundled"]);
  });

  it("takes no other pack for the bundled one", async () => {
    const background = new Background(chooser(1));
    const answer = await acknowledged(
      background,
      background.store.install(JSON.stringify(fileOf("bundled", 1))),
    );
    expect(answer).toMatchObject({ ok: false, problems: [{ path: "id", fault: ["faultPackBundled"] }] });
  });
});

async function acknowledged<T>(background: Background, asked: Promise<T>): Promise<T> {
  await rest(background);
  return asked;
}

/** One change after the other, from whatever there is: each is what it says, and undone is as before. */
async function inOrder(background: Background, choose: (below: number) => number): Promise<void> {
  const { store } = background;
  const id = ID[choose(3)]!;
  const before = background.check();
  const version = 100 + choose(100);
  const answer = await acknowledged(background, store.install(JSON.stringify(fileOf(id, version))));
  expect(answer).toMatchObject({ ok: true, replaced: before.has(id) });
  expect(background.check()).toEqual(new Map([...before, [id, `${version}`]]));
  if (before.has(id)) {
    expect(await acknowledged(background, store.restore())).toBe(true);
    expect(background.check().get(id)).toBe(before.get(id));
    expect(await acknowledged(background, store.restore())).toBe(true);
  }
  const there = background.check();
  expect(await acknowledged(background, store.remove(id))).toBe(true);
  expect(background.check().has(id)).toBe(false);
  expect(await acknowledged(background, store.remove(id))).toBe(false);
  expect(await acknowledged(background, store.restore())).toBe(true);
  expect(background.check()).toEqual(there);
  const text = await acknowledged(background, store.text(id));
  expect((JSON.parse(text!) as Pack).version).toBe(`${version}`);
  const list = await acknowledged(background, store.list());
  expect(list.packs.map((one) => one.id).sort()).toEqual([...there.keys(), "bundled"].sort());
  expect(list.packs.filter(({ damaged }) => damaged)).toEqual([]);
}
