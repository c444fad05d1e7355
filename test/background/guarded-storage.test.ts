/** What is stored, with somebody else writing there as well: a page that has broken out into its process, in Firefox. */
import { describe, expect, it } from "vitest";
import { GUARDED_KEYS, guardStorage, type LocalArea } from "../../src/background/settings/guarded-storage.ts";
import { createWriter, type StorageArea } from "../../src/background/settings/writer.ts";
import { readStored } from "../../src/settings/stored.ts";
import { queue } from "./queue.ts";

/** Bytes, as Chromium allows for; less, to be quick. */
const QUOTA = 100_000;

function memory(items: Record<string, unknown> = {}) {
  const area: LocalArea = {
    get: async (keys) =>
      structuredClone(
        Object.fromEntries(
          (keys ?? Object.keys(items)).flatMap((key) => (key in items ? [[key, items[key]]] : [])),
        ),
      ),
    set: async (changes) => {
      const after = { ...items, ...structuredClone(changes) };
      if (JSON.stringify(after).length > QUOTA) throw new Error("QUOTA_BYTES quota exceeded");
      Object.assign(items, structuredClone(changes));
    },
    remove: async (keys) => {
      for (const key of keys) delete items[key];
    },
  };
  return { items, area };
}

const dark = { type: "set", key: "theme", value: "dark" } as const;

/** A background whose settings are dark, and what is behind it. */
async function world() {
  const [local, session] = [memory({ "pack.id": "id", "pack.text": "names" }), memory()];
  const lock = queue();
  const wake = (): ReturnType<typeof guardStorage> =>
    guardStorage(local.area, session.area, lock, ["pack.id", "pack.text"]);
  const area = wake();
  const change = createWriter(area as StorageArea, queue());
  expect(await change([dark])).toEqual({ ok: true, revision: 1 });
  return { local, session, area, wake, change };
}

describe("what somebody else writes", () => {
  const off = { version: 1, revision: 99, values: { enabled: false } };
  it.each<[string, Record<string, unknown>]>([
    ["other settings", { settings: off }],
    ["settings of a version to come", { settings: { ...off, version: 1e9 } }],
    ["damage", { settings: "x", "settings.previous": 3 }],
    ["prescriptions", { "settings.managed": { enabled: false } }],
    ["settings to go back to", { "settings.kept": { version: 1, values: {}, at: 1, before: "reset" } }],
    ["a word of its own for successors", { handover: "click" }],
  ])("%s: nobody is told of it, and it is put back", async (_name, items) => {
    const { local, area } = await world();
    const before = structuredClone(local.items);
    Object.assign(local.items, items);
    expect(readStored(await area.get(GUARDED_KEYS))).toMatchObject({
      kind: "value",
      settings: { theme: "dark", enabled: true },
      locked: [],
    });
    await area.restore();
    expect(local.items).toEqual(before);
  });

  it("taken away: put back", async () => {
    const { local, wake } = await world();
    const before = structuredClone(local.items);
    delete local.items.settings;
    await wake().restore();
    expect(local.items).toEqual(before);
  });

  it("the next change is made on what the background knows", async () => {
    const { local, change, area } = await world();
    local.items.settings = { version: 1, revision: 99, values: { enabled: false } };
    expect(await change([{ type: "set", key: "badge", value: true }])).toEqual({ ok: true, revision: 2 });
    expect(readStored(await area.get(GUARDED_KEYS))).toMatchObject({
      settings: { theme: "dark", badge: true, enabled: true },
    });
    expect(readStored(local.items)).toMatchObject({
      settings: { theme: "dark", badge: true, enabled: true },
    });
  });

  it("all of the room: changes and a reset work, and what is not ours goes", async () => {
    const { local, change, area } = await world();
    const room = QUOTA - JSON.stringify(local.items).length;
    local.items.waste = "x".repeat(room - 20);
    const names = Array.from(
      { length: 50 },
      (_, n) => ({ type: "mute", entity: `entity-${n}`, on: true }) as const,
    );
    expect(await change(names)).toMatchObject({ ok: true });
    expect(Object.keys(local.items).sort()).toEqual([
      "pack.id",
      "pack.text",
      "settings",
      "settings.previous",
    ]);
    // In a key of ours, it is put back.
    local.items["settings.kept"] = "x".repeat(QUOTA - JSON.stringify(local.items).length - 30);
    await area.restore();
    expect(await change([{ type: "reset" }])).toMatchObject({ ok: true });
  });

  it("room that cannot be made: the change is refused, and is not half made", async () => {
    const { local, change, area } = await world();
    const before = structuredClone(local.items);
    const full = Object.assign(local.area, {
      set: () => Promise.reject(new Error("disk full")),
    });
    expect(full).toBe(local.area);
    expect(await change([{ type: "reset" }])).toEqual({ ok: false, error: ["faultNotWritten", "disk full"] });
    expect(local.items).toEqual(before);
    expect(readStored(await area.get(GUARDED_KEYS))).toMatchObject({ settings: { theme: "dark" } });
  });
});

describe("the background's own changes", () => {
  it("are no stranger's, and another waking knows them", async () => {
    const { local, wake } = await world();
    const before = structuredClone(local.items);
    await wake().restore();
    expect(local.items).toEqual(before);
  });

  it("after the browser has started, what is stored counts", async () => {
    const { local, area } = await world();
    const stored = structuredClone(local.items);
    const fresh = guardStorage(memory(stored).area, memory().area, queue(), []);
    await fresh.restore();
    expect(await fresh.get(GUARDED_KEYS)).toEqual(await area.get(GUARDED_KEYS));
  });

  it("stopped in the middle: finished at the next waking", async () => {
    const { local, session, wake } = await world();
    const next = { version: 1, revision: 2, values: { theme: "light" } };
    // The copy is written first.
    session.items.guarded = { ...(session.items.guarded as object), settings: next };
    await wake().restore();
    expect(local.items.settings).toEqual(next);
  });
});
