import { describe, expect, it } from "vitest";
import { createSync } from "../../src/background/settings/sync.ts";
import { createAbsorber, createWriter, type Lock } from "../../src/background/settings/writer.ts";
import { VERSION } from "../../src/settings/migrations.ts";
import { readSyncStatus } from "../../src/settings/sync/status.ts";

/** Storage that holds these items; `fails`: what a call of the mirror is refused with. */
function areas(local: Record<string, unknown>, mirror: Record<string, unknown>, fails?: string) {
  const over = (items: Record<string, unknown>) => ({
    get: async () => structuredClone(items),
    set: async (changes: Record<string, unknown>) => {
      if (fails !== undefined && items === mirror) throw new Error(fails);
      Object.assign(items, structuredClone(changes));
    },
    remove: async (keys: string[]) => {
      for (const key of keys) delete items[key];
    },
  });
  return { local: over(local), mirror: over(mirror) };
}
const lock: Lock = (task) => task();
const record = (version: number) => ({
  version,
  revision: 3,
  values: { sync: true, theme: "dark" },
  stamps: { theme: 5 },
});

async function roundOver(local: Record<string, unknown>, mirror: Record<string, unknown>, fails?: string) {
  const over = areas(local, mirror, fails);
  await createSync(over.local, over.mirror, lock, createAbsorber(over.local, lock)).now();
  return readSyncStatus(local);
}

describe("a round of the mirror", () => {
  it("hands on what was changed", async () => {
    const mirror = {};
    expect(await roundOver({ settings: record(VERSION) }, mirror)).toEqual({ state: "ok" });
    expect(JSON.stringify(mirror)).toContain('"theme":[5,"dark"]');
  });

  it("neither takes in nor hands on anything where a newer version has saved the settings, and is no failure", async () => {
    const there = { "settings.0": { version: VERSION, entries: { theme: [9, "light"] } } };
    const mirror = structuredClone(there);
    const local = { settings: record(VERSION + 1) };
    expect(await roundOver(local, mirror)).toEqual({ state: "off" });
    expect(mirror).toEqual(there);
    expect(local.settings).toEqual(record(VERSION + 1));
  });

  it("takes in no more than there is room for, and hands nothing on then: what is there would be taken for removed", async () => {
    const sites = Array.from({ length: 2000 }, (_, index) => ({ pattern: `a${index}.example`, mark: true }));
    const values = { sync: true, theme: "dark", sites };
    const entries = {
      theme: [9, "light"],
      "sites b0.example": [9, true],
      "sites b1.example": [9, true],
      "sites b2.example": [9, true],
      "sites a7.example": [8],
    };
    const there = { "settings.0": { version: VERSION, entries } };
    const mirror = structuredClone(there);
    const local = { settings: { ...record(VERSION), values } };
    expect(await roundOver(local, mirror)).toEqual({ state: "crowded", leftOut: 2 });
    expect(mirror).toEqual(there);
    expect(local.settings.values).toMatchObject({ theme: "light" });
    expect(local.settings.values.sites).toHaveLength(2000);
  });

  it.each<[what: string, kept: number, own: object]>([
    ["beyond what a list may hold", 2000, { pattern: "z.example", mark: true }],
    ["that cannot be read", 1, { pattern: "z.example", mark: "yes" }],
  ])("does not tell others to remove what is stored here %s", async (_, others, own) => {
    const sites: object[] = Array.from({ length: others }, (_, index) => ({
      pattern: `a${index}.example`,
      mark: true,
    }));
    const values = { sync: true, theme: "dark", sites: [...sites, own] };
    const stamps = { theme: 5, "sites z.example": 6, "sites gone.example": 7 };
    const mirror = { "settings.0": { version: VERSION, entries: { "sites z.example": [6, true] } } };
    const local = { settings: { ...record(VERSION), values, stamps } };
    await roundOver(local, mirror);
    expect(JSON.stringify(mirror)).not.toContain('"sites z.example":[6]');
    // Another change writes the list anew, without it.
    const change = createWriter(areas(local, mirror).local, lock, () => 8);
    await change([{ type: "removeSite", pattern: "a0.example" }]);
    await roundOver(local, mirror);
    expect(JSON.stringify(mirror)).not.toContain('"sites z.example":[6]');
    expect(JSON.stringify(mirror)).toContain('"sites gone.example":[7]');
  });

  it("tells what the browser said where it fails", async () => {
    const status = await roundOver({ settings: record(VERSION) }, {}, "MAX_WRITE_OPERATIONS_PER_MINUTE");
    expect(status).toEqual({ state: "failed", error: "MAX_WRITE_OPERATIONS_PER_MINUTE" });
  });
});
